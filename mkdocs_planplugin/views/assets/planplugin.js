// Shows the target of a link that lies in a closed block or behind an unselected tab, and in a timeline what a row waits
// for and what waits for it. Nothing else: the views need no script.
(() => {
  "use strict";

  /** The element the page's URL points to, or null. */
  function target() {
    const hash = location.hash.slice(1);
    try {
      return hash ? document.getElementById(decodeURIComponent(hash)) : null;
    } catch {
      return null; // a stray "%" is no name of anything
    }
  }

  /** Open a block that hides what is in it; says whether there was something to open. */
  function openDetails(block) {
    if (block.open) return false;
    block.open = true;
    return true;
  }

  /** Select the tab that holds the element; says whether it was another one. */
  function selectTab(set, element) {
    const blocks = set.querySelectorAll(":scope > .tabbed-content > .tabbed-block");
    const panels = blocks.length ? blocks : set.querySelectorAll(":scope > .tabbed-content");
    const index = [...panels].findIndex((panel) => panel.contains(element));
    const input = set.querySelectorAll(":scope > input")[index];
    if (!input || input.checked) return false;
    input.click(); // and not only `checked`: the theme moves its marker on the event
    return true;
  }

  /** Open everything around the target, and go there where that changed anything. */
  function show() {
    const element = target();
    let changed = false;
    for (let parent = element; parent; parent = parent.parentElement) {
      if (parent.matches("details")) changed = openDetails(parent) || changed;
      if (parent.matches(".tabbed-set")) changed = selectTab(parent, element) || changed;
    }
    if (changed) element.scrollIntoView();
    // A page that was replaced without loading has no target for the style sheet yet.
    if (element?.matches(":is([id^='plan-'], .plan-person, .plan-chips li):not(:target)"))
      location.replace(location.hash);
    for (const link of document.querySelectorAll(".plan-chips a")) {
      link.ariaCurrent = link.hash && link.hash === location.hash ? "true" : null;
    }
  }

  const ROWS = "[class^='plan-row-']"; // of phases, tasks and promises: these have numbers
  let marked = null; // the row of a timeline that the reader is at

  /** The rows that a row of a timeline waits for, by their numbers in the table: `1 2 5-9`. */
  function before(row, rows) {
    const runs = row.dataset.after?.split(" ") ?? [];
    return runs.flatMap((run) => {
      const [first, last = first] = run.split("-").map(Number);
      return rows.slice(first, last + 1);
    });
  }

  /** The bar of a row that is shown, or its sign. */
  function bar(row) {
    const shapes = row.querySelectorAll(".plan-draw-work, .plan-draw-milestone path");
    return row.offsetParent && shapes[0]?.getBoundingClientRect();
  }

  /** The line from the end of one bar to the start of the other, with its tip, as seen from a drawing. */
  function line(from, to, origin) {
    const x = Math.max(from.right - 6, from.left) - origin.left;
    const down = to.top >= from.top;
    const [y, end] = [(down ? from.bottom : from.top) - origin.top, (down ? to.top : to.bottom) - origin.top];
    const over = Math.min(Math.max(to.left + 6 - origin.left, x), Math.max(to.right - origin.left, x));
    const turn = y + (down ? 6 : -6);
    const tip = down ? -6 : 6;
    return [`M${x} ${y}V${turn}H${over}V${end}`, `M${over} ${end}l-5 ${tip}h10z`];
  }

  /** Highlight a row of a timeline, and what it is linked with; take back what was. */
  function mark(row) {
    if (row === marked) return;
    marked = row;
    for (const linked of document.querySelectorAll(".plan-linked")) linked.classList.remove("plan-linked");
    for (const threads of document.querySelectorAll(".plan-threads")) threads.remove();
    if (!row) return;
    const rows = [...row.closest("table").querySelectorAll(ROWS)];
    const links = before(row, rows).map((each) => [each, row]);
    for (const each of rows) if (before(each, rows).includes(row)) links.push([row, each]);
    if (!links.length) return;
    for (const each of links.flat()) each.classList.add("plan-linked");
    const frame = row.closest(".plan-frame");
    const behind = frame.querySelector(".plan-lines");
    const threads = document.createElementNS(behind.namespaceURI, "svg");
    threads.setAttribute("class", "plan-threads");
    frame.append(threads);
    const origin = threads.getBoundingClientRect();
    const drawn = links.map((ends) => ends.map(bar)).filter((bars) => bars.every(Boolean));
    const lines = drawn.map(([from, to]) => line(from, to, origin));
    for (const part of [0, 1]) {
      const path = document.createElementNS(behind.namespaceURI, "path");
      path.setAttribute("d", lines.map((each) => each[part]).join(""));
      threads.append(path);
    }
  }

  for (const name of ["pointerover", "focusin"]) {
    document.addEventListener(name, (event) => mark(event.target.closest?.(`.plan-schedule ${ROWS}`) ?? null));
  }

  // Material would change the URL by itself, and the browser would not know its new target.
  const leaveToBrowser = (event) => event.target.closest?.(".plan-chips a") && event.stopPropagation();
  document.addEventListener("click", leaveToBrowser, { capture: true });
  addEventListener("hashchange", show);
  // Material replaces the page without loading it; every page it shows comes through here, the first one too.
  if (typeof document$ !== "undefined") document$.subscribe(show);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", show);
  else show();
})();
