// Shows the target of a link that lies in a closed block or behind an unselected tab. Nothing else: the views need no
// script.
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

  addEventListener("hashchange", show);
  // Material replaces the page without loading it; every page it shows comes through here, the first one too.
  if (typeof document$ !== "undefined") document$.subscribe(show);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", show);
  else show();
})();
