// Filters, order and keys of the report. The page is whole without it; a server's own script may build on window.factcheckReport.
(() => {
  "use strict";

  const root = document.documentElement;
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const form = one("#filters");
  const main = one("#claims");
  const bar = one(".toolbar");
  root.classList.remove("no-js");

  // What is remembered between visits; a browser may refuse storage to a file.
  const memory = {
    get(key) { try { return localStorage.getItem("factcheck-" + key); } catch { return null; } },
    set(key, value) { try { localStorage.setItem("factcheck-" + key, value); } catch { /* not kept */ } },
  };

  // Text to search in: lower case, without accents, plain quotation marks.
  const folded = (text) =>
    text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[‘’]/g, "'").replace(/[“”]/g, '"').toLowerCase();
  const texts = new WeakMap();
  const textOf = (card) => {
    if (!texts.has(card)) texts.set(card, folded(card.textContent));
    return texts.get(card);
  };

  const cards = () => all(".claim");
  const visible = () => cards().filter((card) => !card.hidden);
  const value = (id) => one("#" + id)?.value ?? "";
  const chips = () => all(".chip");

  // ---- filters

  function wanted() {
    const terms = folded(value("search")).split(/\s+/).filter(Boolean);
    const relations = chips().filter((chip) => chip.ariaPressed === "true").map((chip) => chip.dataset.relation);
    const [type, outlet, decided] = [value("type"), value("outlet"), value("decided")];
    return (card) =>
      (!relations.length || relations.includes(card.dataset.relation)) &&
      (!type || card.dataset.type === type) &&
      (!outlet || JSON.parse(card.dataset.outlets).includes(outlet)) &&
      (!decided || (card.dataset.state === "decided") === (decided === "decided")) &&
      terms.every((term) => textOf(card).includes(term));
  }

  function reset() {
    form.reset();
    for (const chip of chips()) chip.ariaPressed = "false";
    arrange();
  }

  // ---- order

  const question = (card) => one("h3", card).textContent;
  const orders = {
    order: (a, b) => a.dataset.order - b.dataset.order,
    sources: (a, b) => b.dataset.sources - a.dataset.sources,
    latest: (a, b) => b.dataset.latest.localeCompare(a.dataset.latest),
    question: (a, b) => question(a).localeCompare(question(b), "en"),
  };

  // Claims that do not fit wait on a shelf that is never drawn: hiding hundreds of them one by one takes seconds.
  const shelf = document.createElement("div");
  shelf.hidden = true;
  main.append(shelf);

  const home = (card) => {
    const part = ["confirmed", "settled"].find((kind) => card.classList.contains(kind));
    return one({ confirmed: "#confirmed-claims .claims", settled: "#other-claims .claims" }[part] ?? "#open-claims .claims");
  };

  function arrange() {
    if (!form) return;
    const fits = wanted();
    const by = orders[value("sort")] ?? orders.order;
    const every = cards().sort((a, b) => by(a, b) || orders.order(a, b));
    for (const card of every) card.hidden = !fits(card);
    shelf.append(...every.filter((card) => card.hidden && card.parentElement !== shelf));
    const shown = every.filter((card) => !card.hidden);
    for (const list of all("main > section > .claims")) {
      fill(list, shown.filter((card) => home(card) === list));
      list.parentElement.hidden = !list.childElementCount;
    }
    outline(new Set(shown.filter((card) => !card.classList.contains("settled")).map((card) => card.id)));
    tell(shown.length, every.length);
    if (settled) remember();
  }

  // The overview and the index name only the claims that are shown and still to look at.
  function outline(ids) {
    for (const entry of all("[data-of]")) entry.hidden = !ids.has(entry.dataset.of);
    for (const part of all("#overview .story")) {
      const left = all("tr[data-of]", part).filter((row) => !row.hidden);
      part.hidden = !left.length;
      one(".left", part).textContent = left.filter((row) => !("maybe" in row.dataset)).length;
    }
    for (const list of all("#index ol")) {
      list.hidden = all("li", list).every((entry) => entry.hidden);
      list.previousElementSibling.hidden = list.hidden;
    }
  }

  // Moves only what stands elsewhere, so that the focus and the scroll stay where they are.
  function fill(list, wanted) {
    let at = list.firstElementChild;
    for (const card of wanted) {
      if (card === at) at = at.nextElementSibling;
      else list.insertBefore(card, at);
    }
  }

  function tell(shown, total) {
    one("#nothing").hidden = shown > 0;
    const claims = `${total.toLocaleString("en")} claim${total === 1 ? "" : "s"}`;
    one("#shown").textContent = shown === total ? claims : `${shown.toLocaleString("en")} of ${claims}`;
  }

  // ---- the address: where one is and what one filters by, as #g3&verdict=conflict,check&q=tarn

  const FIELDS = { q: "search", type: "type", outlet: "outlet", decided: "decided", sort: "sort" };
  let settled = false; // whether the address was read, so that it may be written
  let here = ""; // the place it names

  const told = (hash) => hash.slice(1).split("&").filter(Boolean);
  const plain = (text) => { try { return decodeURIComponent(text); } catch { return text; } };
  const placeOf = (hash) => plain(told(hash).find((part) => !part.includes("=")) ?? "");

  function restore() {
    if (!form) return;
    const set = new Map(told(location.hash).filter((part) => part.includes("=")).map((part) => {
      const at = part.indexOf("=");
      return [part.slice(0, at), plain(part.slice(at + 1))];
    }));
    if (!set.size) return;
    form.reset();
    for (const [name, id] of Object.entries(FIELDS)) {
      const field = one("#" + id);
      if (field && set.has(name)) field.value = set.get(name);
      if (field?.tagName === "SELECT" && field.selectedIndex < 0) field.selectedIndex = 0;
    }
    const verdicts = (set.get("verdict") ?? "").split(",");
    for (const chip of chips()) chip.ariaPressed = String(verdicts.includes(chip.dataset.relation));
  }

  function address(place) {
    const parts = place ? [encodeURIComponent(place)] : [];
    const verdicts = chips().filter((chip) => chip.ariaPressed === "true").map((chip) => chip.dataset.relation);
    if (verdicts.length) parts.push("verdict=" + verdicts.join(","));
    for (const [name, id] of Object.entries(FIELDS)) {
      const field = one("#" + id);
      const usual = field?.tagName === "SELECT" ? field.options[0].value : "";
      if (field && field.value !== usual) parts.push(`${name}=${encodeURIComponent(field.value)}`);
    }
    return parts.length ? "#" + parts.join("&") : "";
  }

  function remember(place = here) {
    here = place;
    const wanted = address(place);
    if (wanted !== location.hash) history.replaceState(null, "", wanted || location.pathname + location.search);
  }

  // ---- going through the claims

  const selected = () => document.activeElement?.closest?.(".claim") ?? null;

  function select(card) {
    if (!card) return;
    card.focus({ preventScroll: true });
    led = Date.now();
    card.scrollIntoView({ block: "start" });
    arriveAt(card);
    document.dispatchEvent(new CustomEvent("factcheck:select", { detail: { id: card.id } }));
  }

  // The claim one reads: the index shows it, the texts follow it, the address names it.
  let current = null;
  function arriveAt(card) {
    if (!card) return;
    current = card;
    for (const link of all("#index [aria-current]")) link.removeAttribute("aria-current");
    const entry = one(`#index [data-of="${CSS.escape(card.id)}"] a`);
    entry?.setAttribute("aria-current", "true");
    if (entry && beside.matches) keepInView(entry, one("#index"));
    const button = one("#to-index");
    if (button) {
      const shown = visible();
      button.textContent = `${shown.indexOf(card) + 1} of ${shown.length}`;
    }
    follow(card);
    remember(card.id);
  }

  function keepInView(entry, box) {
    const [inner, outer] = [entry.getBoundingClientRect(), box.getBoundingClientRect()];
    if (inner.top < outer.top || inner.bottom > outer.bottom) box.scrollTop += inner.top - outer.top - outer.height / 3;
  }

  // What stands a third down the page, below the toolbar, is what one reads.
  let waiting = 0;
  let led = 0; // when a link or a key last scrolled the page: then it is known where one is
  function lookAround() {
    waiting = 0;
    if (Date.now() - led < 600) return;
    const box = main.getBoundingClientRect();
    const below = bar && getComputedStyle(bar).position === "sticky" ? bar.getBoundingClientRect().bottom : 0;
    const at = document.elementFromPoint(box.left + box.width / 2, below + (innerHeight - below) / 4);
    const card = at?.closest?.(".claim");
    if (card && card !== current) arriveAt(card);
  }
  addEventListener("scroll", () => { waiting ||= setTimeout(lookAround, 150); }, { passive: true });

  // Where the texts stand beside the claims, they follow: a claim's figures light up, its first comes into view.
  const pane = one("#documents");
  const beside = matchMedia("(min-width: 1160px)");
  const marksOf = (card) => all(".place", card).map((place) => targetOf(place.hash)).filter(Boolean);

  function follow(card) {
    for (const mark of all(".figure.now")) mark.classList.remove("now");
    const marks = card ? marksOf(card) : [];
    for (const mark of marks) mark.classList.add("now");
    if (!beside.matches || !marks.length) return;
    const sheet = marks[0].closest("details");
    for (const other of all(".sheet[open]", pane)) if (other !== sheet) other.open = false;
    sheet.open = true;
    scrollPane(marks[0]);
  }

  function scrollPane(target) {
    const top = target.getBoundingClientRect().top - pane.getBoundingClientRect().top;
    pane.scrollTop += top - pane.clientHeight / 3;
  }

  let last = null; // where one was before the focus left the claims
  main.addEventListener("focusin", (event) => {
    last = event.target.closest(".claim") ?? last;
    if (event.target.classList.contains("anchor")) last.focus({ preventScroll: true }); // a browser goes there by itself
  });

  function step(by) {
    const list = visible();
    const at = list.indexOf(selected() ?? last);
    select(list[at < 0 ? 0 : Math.min(list.length - 1, Math.max(0, at + by))]);
  }

  function toggle() {
    const details = one(".evidence", selected() ?? last ?? document);
    if (details) details.open = !details.open;
  }

  const opened = new WeakMap(); // how far one has gone through a claim's texts
  function openText() {
    const card = selected() ?? last ?? visible()[0];
    const places = card ? all(".place", card) : [];
    if (!places.length) return;
    const n = opened.get(card) ?? 0;
    opened.set(card, (n + 1) % places.length);
    places[n].click();
  }

  // A link may lead into a text or a list that is closed. The place it leads to is marked and takes the focus; beside
  // the claims only the texts scroll, so that the page stays where the reader was.
  function reveal(target) {
    for (let at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
    if (target.closest(".claim")?.hidden) reset();
    for (const other of all(".here")) other.classList.remove("here");
    target.classList.add("here");
    if (target.tabIndex < 0) target.tabIndex = -1;
    target.focus({ preventScroll: true });
    led = Date.now();
    if (beside.matches && pane.contains(target)) scrollPane(target);
    else target.scrollIntoView({ block: pane.contains(target) ? "center" : "start" });
  }

  function targetOf(hash) {
    const found = document.getElementById(placeOf(hash));
    return found?.classList.contains("anchor") ? found.closest(".claim") : found;
  }

  function arrive() {
    const target = targetOf(location.hash);
    if (target) reveal(target);
    here = placeOf(location.hash);
    return Boolean(target);
  }

  // Back and forth, or an address typed into the page.
  function returned() {
    restore();
    arrange();
    arrive();
  }

  function go(event) {
    const link = event.target.closest('a[href^="#"]');
    const target = link && targetOf(link.hash);
    if (!target || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    here = placeOf(link.hash);
    const wanted = address(here);
    if (location.hash !== wanted) history.pushState(null, "", wanted);
    showIndex(false);
    reveal(target);
    if (target.classList.contains("claim")) arriveAt(target);
  }

  // ---- the index: beside the claims where there is room, else over them

  const index = one("#index");
  function showIndex(open) {
    if (!index || index.classList.contains("open") === open) return;
    index.classList.toggle("open", open);
    one("#to-index").setAttribute("aria-expanded", String(open));
    if (open) {
      index.focus({ preventScroll: true });
      const entry = one("[aria-current]", index);
      if (entry) keepInView(entry, index);
    } else if (index.contains(document.activeElement)) one("#to-index").focus();
  }

  // ---- copying

  const words = (element) => (element?.textContent ?? "").replace(/\s+/g, " ").trim();
  const cell = (text) => (/[",\n]/.test(text) || /^\s*[=+@-]/.test(text) ? `"${(/^\s*[=+@-]/.test(text) ? "'" : "") + text.replaceAll('"', '""')}"` : text);
  const csv = (rows) => rows.map((row) => row.map(cell).join(",") + "\r\n").join("");
  const escaped = (text) => text.replace(/[\\`*_[\]<>|~$&#]/g, "\\$&");
  const table = (rows) => rows.map((row, n) => `| ${row.map(escaped).join(" | ")} |\n` + (n ? "" : "|" + " --- |".repeat(row.length) + "\n")).join("");

  // What a claim holds: its question, its reason, and a row for each figure.
  function contents(card) {
    const rows = all(".quotes > .quote", card).map((quote) => [
      words(one("mark", quote)), words(one(".who b", quote)), words(one(".who .outlet", quote)).replace(/^in /, ""),
      words(one("time", quote)), one(".place", quote).title, words(one("blockquote", quote)),
    ]);
    const next = words(one(".next", card));
    const reason = words(one(".reason", card)).replace(/^Why /, "") + (next ? ` ${next.replace(/^Next /, "Next: ")}` : "");
    return { verdict: words(one(".badge", card)).replace(/^\S+ /, ""), question: words(one("h3", card)), reason, rows };
  }

  const HEADS = ["Figure", "Who", "Outlet", "Date", "Place", "Quote"];
  const formats = {
    text: ({ verdict, question, reason, rows }) =>
      `${verdict}: ${question}\n${reason}\n` + rows.map(([figure, who, , date, place, quote]) => `\n${figure}: ${who}${date ? `, ${date}` : ""}\n“${quote}”\n${place}\n`).join(""),
    markdown: ({ verdict, question, reason, rows }) =>
      `**${escaped(verdict)}: ${escaped(question)}**\n\n${escaped(reason)}\n\n` + table([HEADS, ...rows]),
    csv: ({ verdict, question, rows }) => csv([["Verdict", "Question", ...HEADS], ...rows.map((row) => [verdict, question, ...row])]),
  };

  function copyClaim(button) {
    const card = button.closest(".claim");
    const format = button.dataset.copy;
    if (format === "link") copy(button, location.href.split("#")[0] + "#" + (card.dataset.key || card.id));
    else copy(button, formats[format](contents(card)));
  }

  function copyList(button) {
    const rows = all("#overview .story:not([hidden]) tr[data-of]:not([hidden])").map((row) => [
      words(row.closest(".story").querySelector("h3").firstChild), words(row.cells[0]).replace(/^\S+ /, ""), words(one("a", row)),
      words(row.cells[2]), words(row.cells[3]), words(one(".days", row)),
    ]);
    const all_ = [["Story", "Verdict", "Question", "Low – high", "Who against whom", "Days"], ...rows];
    const list = () => rows.map((row) => `${row[0]}\n  ${row[1]}: ${row[2]}\n  ${row.slice(3).filter(Boolean).join(" · ")}\n`).join("");
    copy(button, { csv: () => csv(all_), markdown: () => table(all_), text: list }[button.dataset.copyList]());
  }

  async function copy(button, text) {
    let done = true;
    try { await navigator.clipboard.writeText(text); } catch { done = copyByHand(text); }
    const said = button.textContent;
    button.textContent = done ? "Copied" : "Not copied";
    setTimeout(() => { button.textContent = said; }, 1500);
  }

  // Where a page from a file may not use the clipboard.
  function copyByHand(text) {
    const area = document.createElement("textarea");
    area.value = text;
    area.setAttribute("aria-hidden", "true");
    document.body.append(area);
    area.select();
    try { return document.execCommand("copy"); } catch { return false; } finally { area.remove(); }
  }

  // ---- light or dark

  const dark = () => (root.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  function theme() {
    root.dataset.theme = dark() ? "light" : "dark";
    memory.set("theme", root.dataset.theme);
  }
  if (["light", "dark"].includes(memory.get("theme"))) root.dataset.theme = memory.get("theme");

  // How high the toolbar stands, wherever its parts wrap: a claim scrolls to just below it.
  if (bar) {
    const measure = () => {
      const height = getComputedStyle(bar).position === "sticky" ? bar.offsetHeight : 0;
      root.style.setProperty("--bar", height + "px");
    };
    new ResizeObserver(measure).observe(bar);
    measure();
  }

  // ---- keys

  const dialog = one("#keys");
  const single = one("#single-keys");
  single.checked = memory.get("single-keys") !== "off";
  single.addEventListener("change", () => memory.set("single-keys", single.checked ? "on" : "off"));
  const help = () => { dialog.showModal(); one("button", dialog).focus(); };

  const ends = (at) => () => select(visible().at(at));
  const keys = {
    j: () => step(1), k: () => step(-1), g: ends(0), G: ends(-1), Enter: toggle, o: openText, s: nextOrder,
    t: theme, "?": help, Escape: escape, "/": () => { one("#search")?.focus(); one("#search")?.select(); },
  };
  for (const n of [1, 2, 3, 4, 5, 6]) keys[n] = () => only(n - 1);

  function nextOrder() {
    const list = one("#sort");
    if (!list) return;
    list.selectedIndex = (list.selectedIndex + 1) % list.options.length;
    arrange();
  }

  function only(n) {
    const chip = chips()[n];
    if (!chip) return;
    const was = chip.ariaPressed === "true";
    for (const each of chips()) each.ariaPressed = "false";
    chip.ariaPressed = String(!was);
    arrange();
  }

  function escape() {
    if (index?.classList.contains("open")) { showIndex(false); return; }
    if (document.activeElement === one("#search")) { document.activeElement.blur(); return; }
    if (form) reset();
  }

  const typing = (target) => target.matches?.("input:not([type=checkbox]), textarea, select, [contenteditable]");

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || dialog.open) return;
    if (typing(event.target) && event.key !== "Escape") {
      if (event.target.id === "search" && event.key === "Enter") { event.preventDefault(); select(visible()[0]); }
      return;
    }
    if (event.key === "Enter" && !event.target.classList?.contains("claim")) return; // a button's or link's own
    if (!single.checked && event.key.length === 1 && event.key !== "?") return;
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });


  // ---- wiring

  const acts = { theme, help, reset, print: () => print(), index: () => showIndex(!index.classList.contains("open")) };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button?.dataset.do in acts) acts[button.dataset.do]();
    if (button?.dataset.copy) copyClaim(button);
    if (button?.dataset.copyList) copyList(button);
    if (button?.classList.contains("chip")) {
      button.ariaPressed = String(button.ariaPressed !== "true");
      arrange();
    }
  });
  form?.addEventListener("submit", (event) => event.preventDefault());
  form?.addEventListener("input", arrange);
  document.addEventListener("click", go);
  addEventListener("popstate", returned);
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = all(".claim:not(.settled) .evidence:not([open]), .more:not([open]), .matrix:not([open])");
    for (const details of closed) details.open = true;
  });
  addEventListener("afterprint", () => { for (const details of closed) details.open = false; });

  restore();
  arrange(); // a browser may restore a form's values on reload
  if (!arrive()) follow(visible()[0]);
  settled = true;

  // What a server's script needs: to read and move the selection, to add keys, to look again after it changed a claim.
  window.factcheckReport = {
    keys, select, selected: () => selected() ?? last, visible, step, home,
    refresh() { for (const card of cards()) texts.delete(card); arrange(); },
  };
})();
