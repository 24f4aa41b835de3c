// Filters, sorts and groups the rows of the index, as a table or as a board, and keeps in the URL how. The page holds
// each plan once: these very rows are moved and hidden, and only a plan that stands in two groups is copied.
(() => {
  "use strict";

  const FACETS = ["status", "risk", "only", "tag", "person"];
  const FILTERS = ["find", ...FACETS];
  const ARRANGEMENT = ["sort", "group", "view"];
  const STATE = [...FILTERS, ...ARRANGEMENT];
  const { compare } = new Intl.Collator(undefined, { numeric: true });
  const restored = new WeakMap(); // each index that is alive, with what brings it to the state in the URL

  /** Text as it is compared: without accents, in small letters. */
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  /** An order the other way round: "finish" and "-finish". */
  const turned = (order) => (order.startsWith("-") ? order.slice(1) : `-${order}`);

  /** A text of the page, with values in the places that it has for them. */
  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);

  function element(name, properties, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  }

  /** Change what is announced, only where it is another. */
  function tell(where, text) {
    if (where.textContent !== text) where.textContent = text;
  }

  /** What is known of a plan, read from its row. */
  function planOf(row) {
    const texts = (selector) => [...row.querySelectorAll(selector)].map((each) => each.textContent);
    const [status, risk, ...only] = row.dataset.is.split(" ");
    const person = texts(".plan-who > span");
    const path = row.querySelector("th a")?.getAttribute("href") ?? "";
    return {
      rows: [row],
      facets: { status: [status], risk: [risk], only, tag: texts("em"), person, folder: texts("i") },
      words: plain([row.cells[0].textContent, path, ...person].join(" ")),
    };
  }

  /** What a cell is sorted by; null where nothing is known. */
  function sortValue(cell) {
    if (cell.matches(".plan-none")) return null;
    const bar = cell.querySelector("progress");
    const time = cell.querySelector("time");
    if (bar) return bar.position;
    return time ? Date.parse(time.dateTime) : (cell.querySelector("a, b") ?? cell).textContent;
  }

  /** Plans with their values, in the order of these; what is not known comes last in both directions. */
  function inOrder(pairs, sign) {
    const known = pairs.filter(([, value]) => value !== null);
    known.sort(([, a], [, b]) => sign * (typeof a === "number" ? a - b : compare(a, b)));
    return [...known, ...pairs.filter(([, value]) => value === null)].map(([plan]) => plan);
  }

  /** Give an index its controls; returns what brings it to the state in the URL. */
  function enliven(root) {
    const form = root.querySelector(".plan-filters");
    const said = JSON.parse(form.dataset.words); // in the language of the page
    const archive = root.querySelector(".plan-archive");
    const reset = root.querySelector(".plan-reset");
    const [found, order] = root.querySelectorAll(".plan-found > span");
    const unsorted = order.textContent;
    const heads = [...root.querySelectorAll("[data-sort]")];
    const links = [...root.querySelectorAll("[data-chooses]")].map(linked);
    const statuses = links.map(({ search }) => search.replace("?status=", ""));
    let tables = null; // read when they are needed: who only looks does not wait for it
    let arranged = ",,";
    let opened = false; // the archive, by us

    const get = (name) => form.elements[name]?.value ?? "";

    function set(name, value) {
      const field = form.elements[name];
      if (!field) return;
      field.value = value;
      if (field.selectedIndex !== -1) return;
      // A filter that is kept in a link, and that fits no plan today, is still what was asked for.
      if (FILTERS.includes(name)) field.add(new Option(value));
      field.value = FILTERS.includes(name) ? value : "";
    }

    function clear() {
      for (const name of FILTERS) set(name, "");
    }

    /** A total, made a link to the plans it counts. */
    function linked(item) {
      const link = element("a", { href: `?${item.dataset.chooses}` }, ...item.childNodes);
      link.addEventListener("click", (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        event.stopPropagation(); // the theme would fetch the page anew
        const again = link.ariaCurrent;
        clear();
        if (!again) set(...item.dataset.chooses.split("="));
        changed();
      });
      item.append(link);
      return link;
    }

    function read() {
      tables ??= [...root.querySelectorAll("table")].map((table) => ({
        table,
        plans: [...table.tBodies[0].rows].map(planOf),
        groups: [],
      }));
      return tables;
    }

    function sorted(plans) {
      const sort = get("sort");
      const column = heads.findIndex(({ dataset }) => [sort, turned(sort)].includes(dataset.sort));
      if (column < 0) return plans;
      const byStatus = heads[column].dataset.sort === "status";
      const value = ({ facets: { status }, rows: [row] }) =>
        byStatus ? statuses.indexOf(status[0]) : sortValue(row.cells[column]);
      return inOrder(
        plans.map((plan) => [plan, value(plan)]),
        sort.startsWith("-") ? -1 : 1,
      );
    }

    /** Plans by what they are grouped by, in the order in which groups are shown; a plan of two tags is in both. */
    function grouped(plans, by) {
      if (!by) return [["", plans]];
      const groups = new Map();
      for (const plan of plans) {
        for (const name of plan.facets[by].length ? plan.facets[by] : [""]) {
          if (!groups.has(name)) groups.set(name, []);
          groups.get(name).push(plan);
        }
      }
      const place = (name) => (by === "status" ? statuses.indexOf(name) : Number(!name));
      return [...groups].sort(([a], [b]) => place(a) - place(b) || compare(a, b));
    }

    /** The row above a group; what is said of its first plan's status is true of all of them. */
    function headOf(by, name, [{ rows }], count) {
      const title = by === "status" ? rows[0].querySelector("td > b").textContent : name || said.without[by];
      const head = element("th", { scope: "rowgroup", colSpan: rows[0].cells.length }, title, " ", count);
      return element("tr", { className: "plan-group" }, head);
    }

    /** Put the rows into their order and groups. */
    function arrange() {
      const by = get("view") ? "status" : get("group");
      for (const each of read()) {
        for (const plan of each.plans) plan.rows.length = 1; // without the copies of the last arrangement
        const placed = new Set();
        const place = (plan) => {
          if (placed.has(plan)) plan.rows.push(plan.rows[0].cloneNode(true));
          placed.add(plan);
          return plan.rows.at(-1);
        };
        each.groups = grouped(sorted(each.plans), by).map(([name, plans]) => {
          const count = element("small");
          const body = element("tbody", {}, ...(by ? [headOf(by, name, plans, count)] : []), ...plans.map(place));
          return { plans, count, body };
        });
        for (const body of [...each.table.tBodies]) body.remove(); // the head stays: who sorts keeps the focus
        each.table.append(...each.groups.map(({ body }) => body));
      }
    }

    /** Show the plans that match, and say how many they are. */
    function filter() {
      const asked = FACETS.map((name) => [name, get(name)]).filter(([, value]) => value);
      const words = plain(get("find")).split(/\s+/);
      const shown = [0, 0]; // the second in the archive
      for (const { table, plans, groups } of read()) {
        const part = Number(archive?.contains(table) ?? false);
        for (const plan of plans) {
          plan.matches =
            asked.every(([name, value]) => plan.facets[name].includes(value)) &&
            words.every((word) => plan.words.includes(word));
          for (const row of plan.rows) row.hidden = !plan.matches;
          shown[part] += plan.matches;
        }
        for (const group of groups) {
          const matching = group.plans.filter((plan) => plan.matches).length;
          group.count.textContent = matching;
          group.body.hidden = !matching;
        }
        (part ? archive : table).hidden = !shown[part];
      }
      const [active, archived] = shown;
      const share = FILTERS.some(get)
        ? filled(said.share, { shown: active + archived, plans: said.plans })
        : said.plans;
      tell(found, archived ? filled(said.archive, { plans: share, n: archived }) : share);
      const alone = archived > 0 && !active && FILTERS.some(get); // what was asked for is nowhere else
      if (archive && alone !== opened) archive.open = opened = alone;
    }

    /** Say by what the rows are sorted and chosen. */
    function mark() {
      const sort = get("sort");
      const way = sort.startsWith("-") ? "descending" : "ascending";
      const by = heads.filter(({ dataset }) => [sort, turned(sort)].includes(dataset.sort));
      for (const head of heads) head.ariaSort = by.includes(head) ? way : null;
      const column = by.length ? said.columns[by[0].dataset.sort.replace("-", "")] : "";
      tell(order, column ? filled(said[way], { column }) : unsorted);
      const asked = FILTERS.filter(get).map((name) => `?${name}=${get(name)}`);
      for (const link of links) link.ariaCurrent = asked.join("&") === link.search ? "true" : null;
      reset.hidden = !asked.length;
      root.classList.toggle("plan-board", get("view") === "board");
    }

    function update() {
      const arrangement = String(ARRANGEMENT.map(get));
      if (arrangement !== arranged) arrange();
      arranged = arrangement;
      filter();
      mark();
    }

    /** After the reader changed something: show it, and put it into the URL. */
    function changed() {
      update();
      const url = new URL(location.href);
      for (const name of STATE) {
        if (get(name)) url.searchParams.set(name, get(name));
        else url.searchParams.delete(name);
      }
      try {
        history.replaceState(history.state, "", url);
      } catch {
        // Safari allows 100 changes in half a minute; the next one after that brings the URL up to date.
      }
    }

    for (const head of heads) {
      const button = element("button", { type: "button" }, ...head.childNodes);
      const first = head.dataset.sort;
      button.addEventListener("click", () => {
        set("sort", { [first]: turned(first), [turned(first)]: "" }[get("sort")] ?? first);
        changed();
      });
      head.append(button);
    }
    form.addEventListener("focusin", read, { once: true }); // so that the first letter does not wait for it
    form.addEventListener("input", changed);
    form.addEventListener("submit", (event) => event.preventDefault());
    reset.addEventListener("click", () => {
      clear();
      changed();
      form.elements.find.focus(); // the button is gone
    });
    form.hidden = false;
    root.classList.add("plan-live");

    return () => {
      const state = new URLSearchParams(location.search);
      for (const name of STATE) set(name, state.get(name) ?? "");
      if (tables || STATE.some(get)) update();
    };
  }

  /** Bring every index of the page to life, once, and to the state in the URL. */
  function start() {
    for (const root of document.querySelectorAll(".plan-index:has(.plan-filters)")) {
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
