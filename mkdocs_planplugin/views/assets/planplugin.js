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
  }

  let marked = null; // the row of a timeline that the reader is at

  /** The rows that a row of a timeline waits for, by their numbers in the table. */
  function before(row, rows) {
    return (row.dataset.after ?? "")
      .split(" ")
      .filter(Boolean)
      .map((number) => rows[number]);
  }

  /** The bar of a row, or its sign. */
  function bar(row) {
    return row.querySelector(".plan-draw > rect, .plan-draw > .plan-draw-sign > path")?.getBoundingClientRect();
  }

  /** The line from the end of one bar to the start of the other, as seen from a drawing. */
  function line(from, to, origin) {
    const [x, end] = [from.right - origin.left, to.left - origin.left];
    const [y, down] = [from, to].map((box) => box.top + box.height / 2 - origin.top);
    return `M${x} ${y}V${down}H${Math.max(end, x)}`;
  }

  /** Highlight a row of a timeline, and what it is linked with; take back what was. */
  function mark(row) {
    if (row === marked) return;
    marked = row;
    for (const linked of document.querySelectorAll(".plan-linked")) linked.classList.remove("plan-linked");
    for (const path of document.querySelectorAll(".plan-draw-path")) path.remove();
    if (!row) return;
    const rows = [...row.closest("table").tBodies].flatMap((body) => [...body.rows]);
    const links = before(row, rows).map((each) => [each, row]);
    for (const each of rows) if (before(each, rows).includes(row)) links.push([row, each]);
    if (!links.length) return;
    const drawing = rows.at(-1).querySelector(".plan-draw"); // the last one lies above all the others
    const origin = drawing.getBoundingClientRect();
    const path = document.createElementNS(drawing.namespaceURI, "path");
    path.setAttribute("class", "plan-draw-path");
    path.setAttribute("d", links.map(([from, to]) => line(bar(from), bar(to), origin)).join(""));
    drawing.append(path);
    for (const each of links.flat()) each.classList.add("plan-linked");
  }

  for (const name of ["pointerover", "focusin"]) {
    document.addEventListener(name, (event) => mark(event.target.closest?.(".plan-schedule tbody tr") ?? null));
  }

  addEventListener("hashchange", show);
  // Material replaces the page without loading it; every page it shows comes through here, the first one too.
  if (typeof document$ !== "undefined") document$.subscribe(show);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", show);
  else show();
})();
