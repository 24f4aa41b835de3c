// Changes boxes and statuses in the files of plans, under `mkdocs serve` only: a built site has neither this script nor
// what it reads. Each box and status has a name that the server knows; what it means, and whether it can be changed, is
// the server's business. After a change MkDocs builds the site again and reloads the page.
(() => {
  "use strict";

  if (window.top !== window) return; // another page could have it framed, and lead the reader's clicks here

  const BOX = "[data-plan-box]"; // its plan, line, state, and kind
  const STATUS = "[data-plan-status]"; // its plan, line and status; or "refused", why, and the status
  const REFUSED = "[data-plan-refused]";
  const FIELDS = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]";
  const BOARD_ROWS = ".plan-board tr[data-plan-moves]";
  const SHOWN_FOR = 10_000; // milliseconds
  const MOST_UNDONE = 50;

  let config = null; // of the page that is shown
  let toast = null;
  let hiding = 0; // the timer that hides the toast
  let queue = Promise.resolve(); // one change after another: each needs to know what the one before has made
  let waiting = 0; // so many of them are not made yet: the last one can be taken back all the same
  let dragged = null; // the button of the plan that is moved

  /** A text of the page, with values in the places that it has for them. */
  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);

  function element(name, properties, ...children) {
    const created = Object.assign(document.createElement(name), properties);
    created.append(...children);
    return created;
  }

  // -- what is remembered while the page is loaded again --------------------------------------------------------------

  const KEY = "planplugin-editing";

  /** What this tab has changed since the server was started, the last change last; what it said, and where it was. */
  function remembered() {
    try {
      const memory = JSON.parse(sessionStorage.getItem(KEY));
      if (memory?.token === config.token) return memory;
    } catch {
      // nothing, or nothing of ours
    }
    return { token: config.token, changes: [], said: null, focus: "" };
  }

  function remember(change) {
    const memory = remembered();
    change(memory);
    memory.changes = memory.changes.slice(-MOST_UNDONE);
    try {
      sessionStorage.setItem(KEY, JSON.stringify(memory));
    } catch {
      // without a memory there is no way back after the page was loaded again
    }
  }

  // -- names and words ------------------------------------------------------------------------------------------------

  /** What a box or a status is called by the server, and its state. */
  function named(control) {
    const isBox = control.matches(BOX);
    const [plan, line, state, kind] = (isBox ? control.dataset.planBox : control.dataset.planStatus).split(" ");
    return { isBox, plan, line, state, kind };
  }

  /** All controls of one box or status: a task may stand twice on a page. */
  const sameAs = ({ plan, line }) =>
    [...document.querySelectorAll(`${BOX}, ${STATUS}`)].filter((each) => {
      const other = named(each);
      return other.plan === plan && other.line === line;
    });

  const choices = ({ isBox }) => config.words[isBox ? "states" : "statuses"];
  const choice = (of, state) => choices(of).find(([value]) => value === state) ?? [state, "", state];

  /** What a reader calls a task or a plan. */
  function label(control) {
    const row = control.closest("tr");
    if (row) return (row.querySelector("th a, th b") ?? row.querySelector("th")).textContent.trim();
    return control.dataset.planLabel ?? document.querySelector("h1")?.firstChild?.textContent.trim() ?? "";
  }

  // -- how a control shows its state ----------------------------------------------------------------------------------

  /** Show a state, until the page is loaded again and shows all that follows from it. */
  function paint(control, state) {
    const of = named(control);
    const [, sign, word] = choice(of, state);
    const holder = of.isBox ? control.closest("li, tr") : null;
    const old = holder && [...holder.classList].find((name) => name.startsWith("plan-state-"));
    if (old) holder.classList.replace(old, `plan-state-${state.replace("_", "-")}`);
    if (control.matches("input")) {
      control.checked = state === "done";
      control.indeterminate = state !== "done" && state !== "open";
    } else if (control.matches("button")) {
      const hasSign = control.closest(".plan-moves"); // before it, from the style sheet
      control.replaceChildren(...(hasSign ? [] : [element("i", { ariaHidden: "true" }, sign), " "]), word);
    }
    describe(control);
  }

  /** Say what a control is, and what it does. */
  function describe(control) {
    const of = named(control);
    const [, , word] = choice(of, of.state);
    const next = config.clicks[of.kind]?.[of.state];
    const [, , then] = next ? choice(of, next) : [];
    if (of.isBox) control.title = filled(next ? config.words.hint : config.words.chosen, { state: word, next: then });
    if (control.matches("button")) {
      const shown = [...control.childNodes].filter(({ ariaHidden }) => !ariaHidden); // "ready" says more than "open"
      const words = shown.map(({ textContent }) => textContent).join("");
      control.ariaLabel = filled(config.words.change, {
        state: words.replace(/\s+/g, " ").trim(),
        name: label(control),
      });
      if (!next) control.ariaHasPopup = "menu";
    } else if (!control.matches("input")) {
      control.role = next ? "checkbox" : "button";
      control.ariaChecked = next ? ({ done: "true", open: "false" }[of.state] ?? "mixed") : null;
      control.ariaHasPopup = next ? null : "menu";
      control.ariaLabel = filled(config.words.became, { name: label(control), state: word });
    }
  }

  // -- asking the server ----------------------------------------------------------------------------------------------

  /** What the server answers to a request, or why nothing was changed. */
  async function ask(request) {
    try {
      const response = await fetch(config.address, {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-Planplugin-Token": config.token },
        body: JSON.stringify(request),
      });
      return await response.json();
    } catch {
      return { refused: "no_server" };
    }
  }

  function renamed(controls, { fingerprint }, state) {
    for (const control of controls) {
      const { isBox, plan, kind } = named(control);
      if (isBox) control.dataset.planBox = `${plan} ${fingerprint} ${state} ${kind}`;
      else control.dataset.planStatus = `${plan} ${fingerprint} ${state}`;
      paint(control, state);
    }
  }

  /** Give what a control stands for another state; by default the one that a click makes. */
  async function change(control, wanted) {
    const of = named(control);
    const state = wanted ?? config.clicks[of.kind]?.[of.state];
    if (of.plan === "refused") refuse(of.line);
    if (of.plan === "refused" || !state || state === of.state) return;
    const controls = sameAs(of);
    for (const each of controls) each.ariaBusy = "true";
    const answer = await ask({ plan: of.plan, line: of.line, [of.isBox ? "state" : "status"]: state });
    for (const each of controls) each.ariaBusy = null;
    if (answer.refused) {
      for (const each of controls) paint(each, of.state);
      refuse(answer.refused);
      return;
    }
    renamed(controls, answer, state);
    const name = label(control);
    remember((memory) => {
      memory.changes.push({
        undo: answer.undo,
        plan: of.plan,
        line: answer.fingerprint,
        state: of.state,
        name,
        isBox: of.isBox,
      });
      memory.focus = `${of.plan} ${answer.fingerprint} `;
    });
    say(filled(config.words.became, { name, state: choice(of, state)[2] }));
  }

  /** Take the last change back. */
  async function undo() {
    const last = remembered().changes.at(-1);
    if (!last) return;
    const controls = sameAs(last);
    const answer = await ask({ undo: last.undo });
    if (answer.refused !== "no_server") remember((memory) => memory.changes.pop());
    if (answer.refused) {
      refuse(answer.refused);
      return;
    }
    renamed(controls, answer, last.state);
    remember((memory) => {
      memory.focus = `${last.plan} ${answer.fingerprint} `;
    });
    say(filled(config.words.undone, { name: last.name, state: choice(last, last.state)[2] }));
  }

  /** Do something when all that was asked for before is done. */
  function later(act) {
    waiting += 1;
    queue = queue.then(act).finally(() => {
      waiting -= 1;
    });
  }

  // -- what is said ---------------------------------------------------------------------------------------------------

  function makeToast() {
    const words = element("p", { role: "status" });
    const back = element("button", { type: "button", className: "plan-toast-undo" }, config.words.undo);
    const close = element(
      "button",
      { type: "button", className: "plan-toast-close", ariaLabel: config.words.close },
      "×",
    );
    back.addEventListener("click", () => later(undo));
    close.addEventListener("click", hide);
    toast = element("div", { className: "plan-toast" }, words, back, close);
    toast.dataset.planplugin = "toast";
    document.body.append(toast);
  }

  function hide() {
    clearTimeout(hiding);
    toast.classList.remove("plan-toast-shown");
  }

  /** Hide the toast in a while, unless the reader is at it. */
  function hideLater() {
    clearTimeout(hiding);
    hiding = setTimeout(() => (toast.matches(":hover, :focus-within") ? hideLater() : hide()), SHOWN_FOR);
  }

  function show({ text, refused }) {
    toast.firstChild.textContent = text;
    toast.classList.toggle("plan-toast-refused", refused);
    toast.classList.add("plan-toast-shown");
    toast.querySelector(".plan-toast-undo").hidden = refused || !remembered().changes.length;
    hideLater();
  }

  function say(text, refused = false) {
    const said = { text, refused, at: Date.now() };
    remember((memory) => {
      memory.said = said;
    });
    show(said);
  }

  const refuse = (reason) => say(config.words.refusals[reason] ?? reason, true);

  // -- a choice of all states -----------------------------------------------------------------------------------------

  let menu = null;

  function closeMenu(focus) {
    menu?.list.remove();
    const { control } = menu ?? {};
    menu = null;
    if (focus) control?.focus();
  }

  function openMenu(control) {
    closeMenu();
    const of = named(control);
    if (of.plan === "refused") {
      refuse(of.line);
      return;
    }
    const items = choices(of).map(([value, sign, word]) => {
      const item = element("button", { type: "button", role: "menuitemradio", tabIndex: -1 });
      item.append(element("i", { ariaHidden: "true" }, sign), ` ${word}`);
      item.ariaChecked = String(value === of.state);
      item.addEventListener("click", () => {
        closeMenu(true);
        later(() => change(control, value));
      });
      return item;
    });
    const list = element("div", { className: "plan-choice", role: "menu" }, ...items);
    list.ariaLabel = filled(config.words.choose, { name: label(control) });
    list.dataset.planplugin = "choice";
    document.body.append(list);
    menu = { list, control };
    place(list, control.offsetParent || control.getClientRects().length ? control : control.parentElement);
    (items.find((item) => item.ariaChecked === "true") ?? items[0]).focus();
  }

  /** Put the menu below what it belongs to, or above it, where it is in view. */
  function place(list, control) {
    const at = control.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = list;
    const below = at.bottom + 4 + height <= innerHeight;
    list.style.left = `${scrollX + Math.max(8, Math.min(at.left, document.documentElement.clientWidth - width - 8))}px`;
    list.style.top = `${scrollY + Math.max(8, below ? at.bottom + 4 : at.top - 4 - height)}px`;
  }

  function moveInMenu(event) {
    const items = [...menu.list.children];
    const at = items.indexOf(document.activeElement);
    const places = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 };
    if (event.key in places) items.at(places[event.key] % items.length).focus();
    else if (event.key === "Escape" || event.key === "Tab") closeMenu(true);
    else return;
    event.preventDefault();
  }

  // -- what a reader does ---------------------------------------------------------------------------------------------

  function controlOf(target) {
    return target.closest?.(`input${BOX}, span${BOX}, button${BOX}, button${STATUS}`) ?? null;
  }

  /** Do what a click does: the next state, or a choice where there is none. */
  function press(control) {
    const { isBox, kind, state } = named(control);
    if (isBox && config.clicks[kind]?.[state]) later(() => change(control));
    else openMenu(control);
  }

  function onClick(event) {
    if (!config) return;
    if (menu && !menu.list.contains(event.target)) closeMenu();
    const refused = event.target.closest?.(REFUSED);
    const control = controlOf(event.target);
    if (!refused && !control) return;
    event.preventDefault(); // a checkbox shows what the file says
    if (control) press(control);
    else refuse(refused.dataset.planRefused);
  }

  function onKey(event) {
    if (!config) return;
    if (menu) {
      moveInMenu(event);
      return;
    }
    const control = controlOf(event.target);
    const isUndo = event.key === "z" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    if (isUndo && !event.target.closest?.(FIELDS) && (waiting || remembered().changes.length)) later(undo);
    else if (control && event.key === "ArrowDown" && event.altKey) openMenu(control);
    else if (control?.matches("input") && event.key === "Enter") press(control);
    else if (control?.matches("span") && (event.key === "Enter" || event.key === " ")) press(control);
    else return;
    event.preventDefault();
  }

  function onContextMenu(event) {
    const label = event.target.closest?.("label.task-list-control");
    const control = config && controlOf(label?.querySelector("input") ?? event.target);
    if (!control) return;
    event.preventDefault();
    openMenu(control);
  }

  // -- moving plans on the board --------------------------------------------------------------------------------------

  /** The status that a plan gets by being dropped somewhere, and what shows that; null where it cannot be. */
  function dropAt(target) {
    const place = target.closest?.("[data-plan-drop], .plan-board .plan-plans > tbody");
    const [verdict] = place?.querySelector("[data-is]")?.dataset.is.split(" ") ?? [];
    const status = place?.dataset.planDrop ?? config.columns[verdict];
    return status ? { place, status } : null;
  }

  function unmark() {
    for (const marked of document.querySelectorAll(".plan-over")) marked.classList.remove("plan-over");
  }

  function startDrag(event) {
    const row = event.target.closest?.(BOARD_ROWS);
    dragged = row?.querySelector(`button${STATUS}`) ?? null;
    if (!dragged) return;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", label(dragged));
    const { state } = named(dragged);
    const drops = config.words.statuses.map(([value, sign, word]) => {
      const drop = element("div", {}, element("i", { ariaHidden: "true" }, sign), ` ${word}`);
      if (value !== state) drop.dataset.planDrop = value;
      return drop;
    });
    const strip = element("div", { className: "plan-drops" }, ...drops);
    strip.dataset.planplugin = "drops";
    // Not before the browser has taken its picture of the row.
    setTimeout(() => dragged && document.body.append(strip));
  }

  function overDrop(event) {
    const drop = dragged && dropAt(event.target);
    unmark();
    if (!drop) return;
    event.preventDefault();
    drop.place.classList.add("plan-over");
  }

  function drop(event) {
    const control = dragged;
    const at = control && dropAt(event.target);
    endDrag();
    if (!at) return;
    event.preventDefault();
    later(() => change(control, at.status));
  }

  function endDrag() {
    dragged = null;
    unmark();
    document.querySelector(".plan-drops")?.remove();
  }

  // -- making a page ready --------------------------------------------------------------------------------------------

  function prepareBox(box) {
    if (box.matches("tr")) {
      makeButton(box.cells[0], "planBox", box.dataset.planBox);
      box.removeAttribute("data-plan-box");
      return;
    }
    const { state } = named(box);
    box.dataset.planLabel = box.ariaLabel; // which will say the state, too
    if (box.matches("input")) {
      box.disabled = false;
      box.indeterminate = state !== "open" && state !== "done";
    } else {
      box.tabIndex = 0;
    }
    describe(box);
  }

  function makeButton(holder, name, value) {
    const button = element("button", { type: "button", className: "plan-change" }, ...holder.childNodes);
    button.dataset[name] = value;
    holder.append(button);
    describe(button);
    return button;
  }

  function prepareStatus(holder) {
    const value = holder.dataset.planStatus;
    holder.removeAttribute("data-plan-status");
    if (holder.matches("li")) {
      makeButton(holder, "planStatus", value);
      return;
    }
    const button = makeButton(
      holder.querySelector(".plan-col-health").appendChild(element("span")),
      "planStatus",
      value,
    );
    button.parentElement.className = "plan-move";
    paint(button, named(button).state);
    holder.dataset.planMoves = "";
    holder.draggable = false;
  }

  /** What a page of ours has no name for comes from elsewhere: who clicks on it is told so. */
  function prepareOthers() {
    for (const box of document.querySelectorAll(
      `:is(li, li > p, li label) > input[type=checkbox]:disabled:not(${BOX})`,
    )) {
      box.disabled = false;
      box.dataset.planRefused = config.others;
    }
  }

  /** Say again what was said, and go back to where the reader was, after a change has loaded the page again. */
  function restore() {
    const { said, focus } = remembered();
    if (!said || Date.now() - said.at > SHOWN_FOR) return;
    setTimeout(() => show(said), 100); // what is announced has to be there before its words
    const controls = [...document.querySelectorAll(`${BOX}, ${STATUS}`)];
    const last = controls.find(({ dataset }) => focus && (dataset.planBox ?? dataset.planStatus).startsWith(focus));
    if (document.activeElement === document.body) last?.focus({ preventScroll: true });
  }

  function start() {
    closeMenu();
    const holder = document.querySelector(".plan-editing");
    config = holder ? JSON.parse(holder.dataset.editing) : null;
    if (!config) return;
    if (!toast) makeToast();
    for (const box of document.querySelectorAll(`input${BOX}, span${BOX}, tr${BOX}`)) prepareBox(box);
    for (const status of document.querySelectorAll(`li${STATUS}, tr${STATUS}`)) prepareStatus(status);
    prepareOthers();
    restore();
  }

  document.addEventListener("click", onClick);
  document.addEventListener("keydown", onKey);
  document.addEventListener("contextmenu", onContextMenu);
  // Only on the board: elsewhere the words of a row can be selected.
  document.addEventListener("pointerdown", ({ target }) => {
    const row = target.closest?.("tr[data-plan-moves]");
    if (row) row.draggable = row.matches(BOARD_ROWS) && !target.closest("button");
  });
  document.addEventListener("dragstart", startDrag);
  document.addEventListener("dragover", overDrop);
  document.addEventListener("drop", drop);
  document.addEventListener("dragend", endDrag);
  // Material replaces the page without loading it; every page it shows comes through here, the first one too.
  if (typeof document$ !== "undefined") document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
