// Filters, sorts and groups the rows of the index, as a table or as a board, and keeps in the URL how. The page holds
// each plan once: what is chosen is shown by moving and hiding these very rows.
(() => {
  "use strict";

  const FACETS = ["status", "risk", "only", "tag", "person"];
  const compare = new Intl.Collator(undefined, { numeric: true }).compare;
  const restored = new WeakMap(); // each index that is alive, with what sets it to the state in the URL

  /** Text as it is compared: without accents, in small letters. */
  function plain(text) {
    return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  }

  function element(name, properties, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  }

  /** What is known of a plan, read from its row. */
  function planOf(row) {
    const texts = (selector) => [...row.querySelectorAll(selector)].map((each) => each.textContent);
    const [status, risk, ...only] = row.dataset.is.split(" ");
    const [title] = row.cells;
    const person = texts(".plan-who > span");
    const words = [title.textContent, title.querySelector("a")?.getAttribute("href"), ...person];
    return {
      rows: [row],
      facets: { status: [status], risk: [risk], only, tag: texts("th em"), person, folder: texts("th i") },
      words: plain(words.join(" ")),
    };
  }

  /** What a cell is sorted by; null where there is nothing, which always comes last. */
  function valueOf(cell) {
    if (cell.matches(".plan-none")) return null;
    const bar = cell.querySelector("progress");
    if (bar) return bar.position;
    const time = cell.querySelector("time");
    return time ? Date.parse(time.dateTime) : (cell.querySelector("a, b") ?? cell).textContent;
  }

  /** The other direction of an order: "finish" and "-finish". */
  function turned(order) {
    return order.startsWith("-") ? order.slice(1) : `-${order}`;
  }

  /** Give an index its controls; returns what sets it to the state in the URL. */
  function enliven(root) {
    const form = root.querySelector(".plan-filters");
    const [found, order] = root.querySelectorAll(".plan-found > span");
    const unsorted = order.textContent;
    const reset = form.querySelector(".plan-reset");
    const archive = root.querySelector(".plan-archive");
    const fields = [...form.elements].filter((field) => field.name && (field.type !== "radio" || field.checked));
    const heads = [...root.querySelectorAll("th[data-sort]")];
    const links = [...root.querySelectorAll("[data-chooses]")].map(linked);
    const statuses = links.map((link) => link.search.match(/^\?status=(.*)/)?.[1]).filter(Boolean);
    let tables = null; // read when they are asked for: who only looks pays nothing
    let arranged = JSON.stringify(["", "", ""]);
    let opened = false;

    const get = (name) => form.elements[name]?.value ?? "";

    function set(name, value) {
      const field = form.elements[name];
      if (!field) return;
      field.value = value;
      if (field.selectedIndex !== -1) return;
      // A filter that is kept in a link, and that fits no plan today, is still what was asked for.
      if (name !== "group") field.add(new Option(value));
      field.value = name === "group" ? "" : value;
    }

    /** A total, made a link to the plans it counts. */
    function linked(item) {
      const link = element("a", { href: `?${item.dataset.chooses}` }, ...item.childNodes);
      link.addEventListener("click", (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        event.stopPropagation(); // the theme would fetch the page anew
        const [name, value] = item.dataset.chooses.split("=");
        const again = link.ariaCurrent === "true";
        clear();
        if (!again) set(name, value);
        changed();
      });
      item.append(link);
      return link;
    }

    function clear() {
      for (const name of ["find", ...FACETS]) set(name, "");
    }

    function read() {
      tables ??= [...root.querySelectorAll(".plan-plans")].map((table) => ({
        table,
        plans: [...table.tBodies[0].rows].map(planOf),
        groups: [],
      }));
      return tables;
    }

    function sorted(plans) {
      const name = get("sort").replace("-", "");
      const column = heads.findIndex((head) => head.dataset.sort.replace("-", "") === name);
      if (column < 0) return plans;
      const sign = get("sort").startsWith("-") ? -1 : 1;
      const keyed = plans.map((plan) => {
        const value = name === "status" ? statuses.indexOf(plan.facets.status[0]) : valueOf(plan.rows[0].cells[column]);
        return { plan, value };
      });
      const compared = (a, b) => (typeof a === "number" ? a - b : compare(a, b));
      keyed.sort((a, b) => {
        if (a.value === null || b.value === null) return (a.value === null) - (b.value === null);
        return sign * compared(a.value, b.value);
      });
      return keyed.map(({ plan }) => plan);
    }

    /** Plans by what they are grouped by, in the order in which groups are shown; a plan of two tags is in both. */
    function grouped(plans) {
      const by = get("view") ? "status" : get("group");
      if (!by) return [["", plans]];
      const groups = new Map();
      for (const plan of plans) {
        for (const name of plan.facets[by].length ? plan.facets[by] : [""]) {
          if (!groups.has(name)) groups.set(name, []);
          groups.get(name).push(plan);
        }
      }
      const place = (name) => (by === "status" ? statuses.indexOf(name) : name ? 0 : 1);
      const named = [...groups].sort(([a], [b]) => place(a) - place(b) || compare(a, b));
      return named.map(([name, members]) => [titleOf(by, name, members), members]);
    }

    function titleOf(by, name, [first]) {
      if (by === "status") return first.rows[0].querySelector("td > b").textContent;
      return name || `No ${by}`;
    }

    /** Put the rows into their order and groups. */
    function arrange() {
      for (const each of read()) {
        for (const plan of each.plans) plan.rows.length = 1; // without the copies of the last arrangement
        const used = new Set();
        const bodies = [...each.table.tBodies];
        each.groups = grouped(sorted(each.plans)).map(([title, plans]) => {
          const rows = plans.map((plan) => {
            if (used.has(plan)) plan.rows.push(plan.rows[0].cloneNode(true));
            used.add(plan);
            return plan.rows.at(-1);
          });
          const count = element("small");
          const head = element("th", { scope: "rowgroup", colSpan: each.table.rows[0].cells.length }, title, " ", count);
          const heading = title ? [element("tr", { className: "plan-group" }, head)] : [];
          return { plans, count, body: element("tbody", {}, ...heading, ...rows) };
        });
        for (const body of bodies) body.remove();
        each.table.append(...each.groups.map(({ body }) => body)); // the head stays, and who sorts keeps the focus
      }
    }

    /** Show the plans that match, and say how many they are. */
    function filter() {
      const asked = FACETS.map((name) => [name, get(name)]).filter(([, value]) => value);
      const words = plain(get("find")).split(/\s+/);
      const matches = ({ facets, words: text }) =>
        asked.every(([name, value]) => facets[name].includes(value)) && words.every((word) => text.includes(word));
      let all = 0;
      const shown = [0, 0]; // in the archive last
      for (const { table, plans, groups } of read()) {
        const place = Number(Boolean(archive?.contains(table)));
        for (const plan of plans) {
          plan.shown = matches(plan);
          for (const row of plan.rows) row.hidden = !plan.shown;
          all += 1;
          shown[place] += plan.shown;
        }
        for (const { body, count, plans: members } of groups) {
          const left = members.filter((plan) => plan.shown).length;
          body.hidden = !left;
          count.textContent = left;
        }
        if (!place) table.hidden = !shown[0];
      }
      say(all, shown, reset.hidden);
    }

    function say(all, [active, archived], everything) {
      const total = `${all} plan${all === 1 ? "" : "s"}`;
      const where = archived ? `, ${archived} in the archive` : "";
      tell(found, `${everything ? total : `${active + archived} of ${total}`}${where}`);
      if (!archive) return;
      archive.hidden = !archived;
      const only = !active && archived > 0 && !everything; // what was asked for is there, and nowhere else
      if (only !== opened) archive.open = opened = only;
    }

    /** Change what is announced only where it is another. */
    function tell(where, text) {
      if (where.textContent !== text) where.textContent = text;
    }

    function mark() {
      const sort = get("sort");
      let words = unsorted;
      for (const head of heads) {
        head.removeAttribute("aria-sort");
        if (sort && [sort, turned(sort)].includes(head.dataset.sort)) {
          head.ariaSort = sort.startsWith("-") ? "descending" : "ascending";
          words = `Sorted by ${head.textContent.toLowerCase()}, ${head.ariaSort}.`;
        }
      }
      tell(order, words);
      const asked = ["find", ...FACETS].filter(get);
      const [name] = asked;
      for (const link of links) {
        const current = asked.length === 1 && link.search === `?${name}=${get(name)}`;
        link.ariaCurrent = current ? "true" : null;
      }
      reset.hidden = !asked.length;
      root.classList.toggle("plan-board", get("view") === "board");
    }

    function update() {
      mark();
      const arrangement = JSON.stringify(["sort", "group", "view"].map(get));
      if (arrangement !== arranged) arrange();
      arranged = arrangement;
      filter();
    }

    /** After the reader changed something: show it, and put it into the URL. */
    function changed() {
      update();
      const url = new URL(location.href);
      for (const { name } of fields) {
        if (get(name)) url.searchParams.set(name, get(name));
        else url.searchParams.delete(name);
      }
      try {
        history.replaceState(history.state, "", url);
      } catch {
        // Safari allows 100 changes in half a minute; the next one brings the URL up to date
      }
    }

    function restore() {
      const asked = new URLSearchParams(location.search);
      for (const { name } of fields) set(name, asked.get(name) ?? "");
      if (tables || fields.some(({ name }) => get(name))) update();
    }

    for (const head of heads) {
      const button = element("button", { type: "button" }, ...head.childNodes);
      button.addEventListener("click", () => {
        const first = head.dataset.sort;
        const next = { [first]: turned(first), [turned(first)]: "" };
        set("sort", next[get("sort")] ?? first);
        changed();
      });
      head.append(button);
    }
    form.addEventListener("focusin", read, { once: true }); // so that the first letter need not wait for it
    form.addEventListener("input", changed);
    form.addEventListener("submit", (event) => event.preventDefault());
    reset.addEventListener("click", () => {
      clear();
      changed();
      form.elements.find.focus(); // the button is gone
    });
    form.hidden = false;
    root.classList.add("plan-live");
    return restore;
  }

  /** Bring every index of the page to life, once, and to the state in the URL. */
  function start() {
    for (const root of document.querySelectorAll("[data-planplugin='index']:has(.plan-filters)")) {
      if (!restored.has(root)) restored.set(root, enliven(root));
      restored.get(root)();
    }
  }

  addEventListener("popstate", start);
  // Material replaces the page without loading it; every page it shows comes through here, the first one too.
  if (typeof document$ !== "undefined") document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
