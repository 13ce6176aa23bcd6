// Deciding in the live report: buttons and keys that write to the server, and cards that follow what anyone decides.
(() => {
  "use strict";

  const root = document.documentElement;
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const report = window.factcheckReport;
  const now = { generation: Number(root.dataset.generation), version: Number(root.dataset.version) };
  const WORDS = { confirmed: "Confirmed", dismissed: "Dismissed", noted: "Noted", split: "Split", joined: "Joined" };
  const POLL = 1500;
  // The decisions of this tab, last one last, and what to say after the page was loaded anew.
  const kept = (key) => JSON.parse(sessionStorage.getItem(location.pathname + key) ?? "null");
  const keep = (key, value) => sessionStorage.setItem(location.pathname + key, JSON.stringify(value));
  const undoable = kept("undoable") ?? [];
  let asking = null; // the open dialog
  let stale = false; // the page is to be loaded anew as soon as no dialog is open

  // ---- talking to the server

  async function ask(path, body) {
    const settings = body
      ? { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) }
      : {};
    const response = await fetch(path, settings);
    if (!response.ok && ![409, 507].includes(response.status)) throw new Error(String(response.status));
    return response.json();
  }

  function trouble(text) {
    let bar = one("#trouble");
    if (!text) { bar?.remove(); return; }
    if (!bar) {
      bar = document.createElement("p");
      bar.id = "trouble";
      bar.setAttribute("role", "alert");
      document.body.prepend(bar);
    }
    if (bar.textContent !== text) bar.textContent = text;
  }

  async function poll() {
    try {
      take(await ask(`state?generation=${now.generation}&version=${now.version}`));
    } catch {
      trouble("The server does not answer; nothing can be decided. Start factcheck serve again and open its new address.");
    }
  }

  // ---- showing what changed

  function take(state) {
    trouble(state.problem);
    if (state.generation !== now.generation) { renew(); return; }
    if (state.version <= now.version) return;
    now.version = state.version;
    for (const [id, html] of Object.entries(state.cards ?? {})) replace(id, html);
    one("h1").textContent = state.headline;
    document.title = `${state.headline} · factcheck`;
    const decided = one(".lead .decided");
    if (decided) {
      decided.textContent = state.decided;
      decided.hidden = !state.decided;
    }
    report.refresh();
  }

  // A new grouping is a new page; what one is writing is finished first.
  function renew() {
    stale = true;
    if (asking) return;
    const at = report.selected();
    keep("at", at && [one("h3", at).textContent, ...all(".quote .place", at).map((place) => place.title)]);
    location.reload();
  }

  function replace(id, html) {
    const old = document.getElementById(id);
    if (!old) return;
    const fresh = document.importNode(new DOMParser().parseFromString(html, "text/html").body.firstElementChild, true);
    const focused = old.contains(document.activeElement);
    const evidence = [one(".evidence", old), one(".evidence", fresh)];
    if (old.dataset.state === fresh.dataset.state && evidence[0] && evidence[1]) evidence[1].open = evidence[0].open;
    fresh.classList.add("fresh");
    old.remove();
    report.home(fresh).append(fresh);
    dress(fresh);
    if (focused) fresh.focus({ preventScroll: true });
  }

  let hide = 0;
  function say(text, { bad = false, undo = false } = {}) {
    keep("said", { text, bad, undo, until: Date.now() + 3000 });
    let box = one("#said");
    if (!box) {
      box = document.createElement("div");
      box.id = "said";
      box.setAttribute("role", "status");
      document.body.append(box);
    }
    box.classList.toggle("bad", bad);
    box.replaceChildren(text);
    if (undo) box.append(button("Undo", "undo-last"));
    box.hidden = false;
    clearTimeout(hide);
    hide = setTimeout(() => { box.hidden = true; }, bad ? 12000 : 6000);
  }

  function button(text, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    made.dataset.act = act;
    return made;
  }

  // ---- deciding

  async function send(path, card, more = {}) {
    const body = { generation: now.generation, version: now.version, ...more };
    if (card) Object.assign(body, { claim: card.id, seen: card.dataset.decision || null });
    const next = card ? after(card) : null;
    let answer;
    try {
      answer = await ask(path, body);
    } catch {
      say("Not saved: the server does not answer.", { bad: true });
      return;
    }
    if (answer.why) say(`Not saved: ${answer.why}`, { bad: true });
    else if (!answer.done) say("There is nothing to do that with.");
    else if (answer.done.kind) {
      if (path === "undo") say("Taken back.");
      else {
        undoable.push(answer.done.id);
        keep("undoable", undoable);
        say(`${WORDS[answer.done.kind]} and saved.`, { undo: true });
      }
    }
    take(answer);
    if (answer.done && path === "decide") report.select(document.getElementById(next) ?? document.getElementById(card.id));
  }

  // The next claim to decide below a card, else the first one above it.
  function after(card) {
    const open = report.visible().filter((each) => each !== card && !each.classList.contains("settled"));
    const below = open.find((each) => card.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING);
    return (below ?? open[0])?.id ?? null;
  }

  const figures = (card) => all(".quotes > .quote", card).map((quote) => ({
    id: quote.id.slice(card.id.length + 1),
    quote: one("blockquote", quote)?.textContent ?? "",
    label: `${one("mark", quote)?.textContent ?? ""} — ${one(".who b", quote)?.textContent ?? ""}, ${one(".place", quote)?.textContent ?? ""}`,
  }));

  const acts = {
    confirmed: (card) => send("decide", card, { decision: "confirmed" }),
    same: (card) => send("decide", card, { decision: "same" }),
    async dismissed(card) {
      const note = await question("Why is it no conflict? (optional)", { text: true, yes: "Dismiss" });
      if (note !== null) send("decide", card, { decision: "dismissed", note: note.text });
    },
    async alike(card) {
      const seen = card.dataset.decision ? `&seen=${encodeURIComponent(card.dataset.decision)}` : "";
      const answer = await ask(`alike?generation=${now.generation}&claim=${encodeURIComponent(card.id)}${seen}`);
      if (answer.why) { say(answer.why, { bad: true }); return; }
      if (!answer.questions.length) { say("There is none of this kind to decide."); return; }
      const title = `Dismiss all ${answer.questions.length} of this kind? Why are they no conflicts? (optional)`;
      const note = await question(title, { names: answer.questions, text: true, yes: "Dismiss all" });
      if (note !== null) send("dismiss-alike", card, { note: note.text });
    },
    async noted(card) {
      const note = await question("Note", { text: true, needed: true, yes: "Save" });
      if (note !== null) send("decide", card, { decision: "noted", note: note.text });
    },
    async split(card) {
      const here = figures(card);
      const choices = here.map((figure, n) => ({ value: figure.id, label: figure.label, quote: figure.quote, checked: here.length === 2 && n === 1 }));
      const chosen = await question("Which figures are not about the same as the others?", { choices, yes: "Split" });
      if (chosen && chosen.values.length && chosen.values.length < here.length) send("split", card, { figures: chosen.values });
      else if (chosen) say("Nothing was split: some figures have to stay, and some to go.");
    },
    async join(card) {
      const seen = card.dataset.decision ? `&seen=${encodeURIComponent(card.dataset.decision)}` : "";
      const answer = await ask(`joinable?generation=${now.generation}&claim=${encodeURIComponent(card.id)}${seen}`);
      if (answer.why) { say(answer.why, { bad: true }); return; }
      const choices = answer.candidates.map((each, n) => ({ value: String(n), label: each.label, quote: each.quote }));
      const chosen = await question("Which are about the same as this?", { choices, yes: "Join" });
      const ids = (chosen?.values ?? []).flatMap((n) => answer.candidates[Number(n)].figures);
      if (ids.length) send("join", card, { figures: ids });
    },
    undo: (card) => send("undo", null, { decision: card.dataset.decision || null }),
  };

  function undoLast() {
    const last = undoable.pop();
    keep("undoable", undoable);
    if (last) send("undo", null, { decision: last });
    else say("This tab has decided nothing that could be undone.");
  }

  // ---- questions

  function question(title, { text = false, needed = false, choices = null, names = null, yes = "OK" }) {
    const dialog = document.createElement("dialog");
    dialog.className = "ask";
    dialog.setAttribute("aria-label", title);
    const form = document.createElement("form");
    form.method = "dialog";
    const heading = document.createElement("p");
    const strong = document.createElement("strong");
    strong.textContent = title;
    heading.append(strong);
    form.append(heading);
    let area = null;
    if (names) form.append(namesOf(names));
    if (choices?.length > 5) form.append(searchOf(form));
    if (choices) form.append(list(choices));
    if (text) {
      area = document.createElement("textarea");
      area.setAttribute("aria-label", title);
      area.maxLength = 2000;
      area.required = needed;
      form.append(area);
      area.addEventListener("keydown", (event) => {
        if (event.key === "Enter" && !event.shiftKey) { event.preventDefault(); form.requestSubmit(one('[value="yes"]', form)); }
      });
    }
    const menu = document.createElement("menu");
    const no = button("Cancel", "cancel");
    no.addEventListener("click", () => dialog.close("no"));
    const go = button(yes, "go");
    go.type = "submit";
    go.value = "yes";
    menu.append(no, go);
    form.append(menu);
    dialog.append(form);
    document.body.append(dialog);
    dialog.addEventListener("keydown", (event) => event.stopPropagation()); // the page's keys are not for dialogs
    asking = dialog;
    dialog.showModal();
    (one('input[type="search"]', form) ?? area ?? one("input", form) ?? go).focus();
    return new Promise((resolve) => {
      dialog.addEventListener("close", () => {
        const values = all("input:checked", form).map((input) => input.value);
        dialog.remove();
        asking = null;
        resolve(dialog.returnValue === "yes" ? { text: area?.value.trim() ?? "", values } : null);
        if (stale) setTimeout(renew, 400); // after an answer was sent
      });
    });
  }

  function namesOf(names) {
    const made = document.createElement("ul");
    made.className = "choices names";
    for (const name of names) {
      const item = document.createElement("li");
      item.textContent = name;
      made.append(item);
    }
    return made;
  }

  // Narrows the choices to those that have all the words; what is checked stays in sight.
  function searchOf(form) {
    const box = document.createElement("input");
    box.type = "search";
    box.placeholder = "Search";
    box.setAttribute("aria-label", "Search the list");
    box.addEventListener("input", () => {
      const terms = box.value.toLowerCase().split(/\s+/).filter(Boolean);
      for (const choice of all(".choice", form)) {
        const text = choice.textContent.toLowerCase();
        choice.hidden = !one("input", choice).checked && !terms.every((term) => text.includes(term));
      }
    });
    box.addEventListener("keydown", (event) => { if (event.key === "Enter") event.preventDefault(); });
    return box;
  }

  function list(choices) {
    const box = document.createElement("fieldset");
    box.className = "choices";
    for (const choice of choices) {
      const label = document.createElement("label");
      label.className = "choice";
      const input = document.createElement("input");
      input.type = "checkbox";
      input.value = choice.value;
      input.checked = Boolean(choice.checked);
      const words = document.createElement("span");
      words.textContent = choice.label;
      if (choice.quote) {
        const said = document.createElement("q");
        said.textContent = choice.quote;
        words.append(said);
      }
      label.append(input, words);
      box.append(label);
    }
    return box;
  }

  // ---- buttons and keys

  const KEYS = { confirmed: "c", dismissed: "d", alike: "D", noted: "n", split: "x", join: "J", same: "=" };

  // What the report leaves to the server: keys beside the buttons, and the buttons that only a server can do.
  function dress(card) {
    const form = one(".decide", card);
    if (!form) return;
    const undo = one('[data-decide="undo"]', form);
    if (!one('[data-decide="join"]', form)) {
      const join = button("Same claim as…", "");
      delete join.dataset.act;
      join.dataset.decide = "join";
      form.insertBefore(join, undo);
    }
    if (["reopened", "asked"].includes(card.dataset.state) && !one('[data-decide="same"]', form)) {
      const same = button("As before", "");
      delete same.dataset.act;
      same.dataset.decide = "same";
      form.prepend(same);
    }
    for (const each of all("[data-decide]", form)) {
      const key = KEYS[each.dataset.decide];
      if (!key || one("kbd", each)) continue;
      const shown = document.createElement("kbd");
      shown.setAttribute("aria-hidden", "true");
      shown.textContent = key;
      each.append(shown);
      each.setAttribute("aria-keyshortcuts", key);
    }
  }

  for (const [act, key] of Object.entries(KEYS)) {
    report.keys[key] = () => {
      const card = report.selected() ?? report.visible()[0];
      if (card) acts[act](card);
    };
  }
  report.keys.u = undoLast;

  document.addEventListener("click", (event) => {
    const pressed = event.target.closest("button");
    const card = pressed?.closest(".claim");
    if (pressed?.dataset.act === "undo-last") undoLast();
    if (card && pressed.dataset.decide in acts) acts[pressed.dataset.decide](card);
  });
  function help() {
    const keys = one("#keys dl");
    for (const [key, what] of [["c", "confirm the claim’s conflict"], ["d", "dismiss it"], ["D", "dismiss all open ones of its kind"], ["n", "note something"],
      ["x", "split: not the same claim"], ["J", "join: the same claim"], ["=", "decide as before"], ["u", "undo"]]) {
      const row = document.createElement("div");
      const term = document.createElement("dt");
      const meaning = document.createElement("dd");
      const shown = document.createElement("kbd");
      shown.textContent = key;
      term.append(shown);
      meaning.textContent = what;
      row.append(term, meaning);
      keys.append(row);
    }
  }

  // After a reload: back to the claim that was at hand, as far as it is still there, and what was said last.
  function resume() {
    const at = kept("at");
    keep("at", null);
    if (at) {
      const places = new Set(at.slice(1));
      const alike = (card) => all(".quote .place", card).filter((place) => places.has(place.title)).length;
      const best = report.visible().reduce((found, card) => (alike(card) > (found ? alike(found) : 0) ? card : found), null);
      report.select(best);
    }
    const said = kept("said");
    if (said && said.until > Date.now()) say(said.text, said);
  }

  for (const card of all(".claim")) dress(card);
  if (one("#keys dl")) help();
  resume();
  setInterval(() => { if (!document.hidden) poll(); }, POLL);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) poll(); });
})();
