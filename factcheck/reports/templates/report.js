// Filters, order and keys of the report. The page is whole without it; a server's own script may build on window.factcheckReport.
(() => {
  "use strict";

  const root = document.documentElement;
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const form = one("#filters");
  const main = one("#claims");
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

  const home = (card) => one(card.classList.contains("settled") ? "#other-claims .claims" : "#open-claims .claims");

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
    tell(shown.length, every.length);
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

  // ---- going through the claims

  const selected = () => document.activeElement?.closest?.(".claim") ?? null;

  function select(card) {
    if (!card) return;
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: "start" });
    follow(card);
    document.dispatchEvent(new CustomEvent("factcheck:select", { detail: { id: card.id } }));
  }

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
  main.addEventListener("focusin", (event) => { last = event.target.closest(".claim") ?? last; });

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
    if (beside.matches && pane.contains(target)) scrollPane(target);
    else target.scrollIntoView({ block: pane.contains(target) ? "center" : "start" });
  }

  function targetOf(hash) {
    try { return hash.length > 1 ? document.getElementById(decodeURIComponent(hash.slice(1))) : null; } catch { return null; }
  }

  function arrive() {
    const target = targetOf(location.hash);
    if (target) reveal(target);
    return Boolean(target);
  }

  function go(event) {
    const link = event.target.closest('a[href^="#"]');
    const target = link && targetOf(link.hash);
    if (!target || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    if (location.hash !== link.hash) history.pushState(null, "", link.hash);
    reveal(target);
  }

  // ---- light or dark

  const dark = () => (root.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  function theme() {
    root.dataset.theme = dark() ? "light" : "dark";
    memory.set("theme", root.dataset.theme);
  }
  if (["light", "dark"].includes(memory.get("theme"))) root.dataset.theme = memory.get("theme");

  // How high the toolbar stands, wherever its parts wrap: a claim scrolls to just below it.
  const bar = one(".toolbar");
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

  const acts = { theme, help, reset };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button?.dataset.do in acts) acts[button.dataset.do]();
    if (button?.classList.contains("chip")) {
      button.ariaPressed = String(button.ariaPressed !== "true");
      arrange();
    }
  });
  form?.addEventListener("submit", (event) => event.preventDefault());
  form?.addEventListener("input", arrange);
  document.addEventListener("click", go);
  addEventListener("popstate", arrive);
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = all(".claim:not(.settled) .evidence:not([open]), .more:not([open])");
    for (const details of closed) details.open = true;
  });
  addEventListener("afterprint", () => { for (const details of closed) details.open = false; });

  arrange(); // a browser may restore a form's values on reload
  if (!arrive()) follow(visible()[0]);

  // What a server's script needs: to read and move the selection, to add keys, to look again after it changed a claim.
  window.factcheckReport = {
    keys, select, selected: () => selected() ?? last, visible, step,
    refresh() { for (const card of cards()) texts.delete(card); arrange(); },
  };
})();
