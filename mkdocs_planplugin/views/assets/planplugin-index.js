// Filters, sorts and groups the rows of the index, as a table or as a board, and keeps in the URL how; the timeline on the
// same page shows the same plans. The page holds each plan once: these very rows are moved and hidden, and only a plan
// that stands in two groups is copied.
(() => {
  "use strict";

  const INDEX = ".plan-index:has(.plan-filters)";
  const TOTALS = "[data-chooses]"; // each has the query of the plans that it counts
  const HEADS = "[data-sort]"; // each has the order that a first press on it brings
  const UNKNOWN = ".plan-none";

  const FACETS = ["health", "person", "tag", "folder", "risk", "only"];
  const FILTERS = ["find", ...FACETS];
  const ARRANGEMENT = ["sort", "group", "view"];

  // Rows are put into the page in pieces: first what can be in view, for no row is lower than so many pixels, and then as
  // many at a time as take a browser a frame.
  const LOWEST = 50;
  const LATER = 300;
  // So many milliseconds at a time are rows read before anybody asks: fewer than a frame.
  const AHEAD = 8;

  const { compare } = new Intl.Collator(undefined, { numeric: true });
  const indexes = new WeakMap(); // those that are alive, by their elements

  /** Text as it is compared: without accents, in small letters. */
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  /** A text of the page, with values in the places that it has for them. */
  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);

  function element(name, properties, ...children) {
    const created = Object.assign(document.createElement(name), properties);
    created.append(...children);
    return created;
  }

  /** Change what is announced, only where it is another. */
  function tell(where, text) {
    if (where.textContent !== text) where.textContent = text;
  }

  /** Act when the browser has shown what the page is now: what is only put off may come before that. */
  const afterFrame = (act) => requestAnimationFrame(() => setTimeout(act));

  /** What the reader asks for. It lives in the fields of the form, and the URL mirrors it; nothing else remembers it. */
  class State {
    constructor(form, words) {
      this.fields = form.elements;
      this.words = words;
    }

    get(name) {
      return this.fields[name]?.value ?? "";
    }

    set(name, value) {
      const field = this.fields[name];
      if (!field) return;
      field.value = value;
      if (field.selectedIndex !== -1) return;
      // A filter that is kept in a link, and that fits no plan today, is still what was asked for.
      if (FILTERS.includes(name)) field.add(new Option(this.words[name]?.[value] ?? value, value));
      field.value = FILTERS.includes(name) ? value : "";
    }

    /** The filters that are set, with their values. */
    get filters() {
      return FILTERS.map((name) => [name, this.get(name)]).filter(([, value]) => value);
    }

    /** The filters as the URL would have them if nothing else were asked for. */
    get query() {
      return this.filters.length ? `?${this.filters.map(([name, value]) => `${name}=${value}`).join("&")}` : "";
    }

    /** What the reader sees of a filter: the words of its choice, without how many plans it has, or those typed. */
    spoken(name) {
      const [option] = this.fields[name].selectedOptions ?? [];
      return option ? option.text.replace(/ \(\d+\)$/, "") : this.get(name);
    }

    clearFilters() {
      for (const name of FILTERS) this.set(name, "");
    }

    /** The column that rows are sorted by, and whether its highest values come first: "finish", "-risk". */
    get order() {
      const sort = this.get("sort");
      return { column: sort.replace(/^-/, ""), descending: sort.startsWith("-") };
    }

    /** What rows are put together by. A board has a column for each verdict. */
    get groups() {
      return this.isBoard ? "health" : this.get("group");
    }

    get isBoard() {
      return this.get("view") === "board";
    }

    restore() {
      const query = new URLSearchParams(location.search);
      for (const name of [...FILTERS, ...ARRANGEMENT]) this.set(name, query.get(name) ?? "");
    }

    save() {
      const url = new URL(location.href);
      for (const name of [...FILTERS, ...ARRANGEMENT]) {
        if (this.get(name)) url.searchParams.set(name, this.get(name));
        else url.searchParams.delete(name);
      }
      try {
        history.replaceState(history.state, "", url);
      } catch {
        // Safari allows 100 changes in half a minute; the next one after that brings the URL up to date.
      }
    }
  }

  /** What is known of a plan, read from its row; `people` are those to choose from, whom rows name by their number. */
  function planOf(row, people) {
    const head = row.cells[0];
    const texts = (selector) => [...head.querySelectorAll(selector)].map(({ textContent }) => textContent);
    const [health, risk, ...rest] = row.dataset.is.split(" ");
    const owners = rest.filter((fact) => people[fact]).map((number) => people[number]);
    const facets = { health: [health], risk: [risk], only: rest, tag: texts("em"), folder: texts("i") };
    facets.person = owners.map(({ key }) => key);
    const page = head.querySelector("a");
    const names = owners.map(({ name }) => name);
    const words = plain([head.textContent, page?.getAttribute("href") ?? "", ...names].join(" "));
    return { rows: [row], drawn: [], page, facets, words };
  }

  // What a cell is compared by, by the kind of its column.
  const VALUES = {
    number: (cell) => cell.querySelector("progress")?.position ?? Number.parseFloat(cell.textContent),
    // A plan without dates names the days of its own ("day 3"), which come before all dates.
    date: (cell) => Date.parse(cell.dataset.day) || Number(cell.textContent.match(/\d+/)),
    text: (cell) => cell.querySelector("a, b")?.textContent ?? null,
  };
  const COMPARISONS = { number: (a, b) => a - b, date: (a, b) => a - b, text: compare, health: (a, b) => a - b };

  /** The controls of an index, and the tables that they filter, sort and group. */
  class Index {
    constructor(root) {
      this.root = root;
      this.form = root.querySelector(".plan-filters");
      this.words = JSON.parse(this.form.dataset.words); // in the language of the page
      this.state = new State(this.form, this.words);
      this.archive = root.querySelector(".plan-archive");
      this.reset = root.querySelector(".plan-reset");
      [this.count, this.order] = root.querySelectorAll(".plan-found > span");
      this.unsorted = this.order.textContent;
      this.heads = [...root.querySelectorAll(HEADS)];
      this.nothing = root.querySelector(".plan-nothing");
      this.timeline = document.querySelector(".plan-portfolio");
      this.form.querySelector("[value=timeline]").parentElement.hidden = !this.timeline;
      this.links = [...root.querySelectorAll(TOTALS)].map((total) => this.linked(total));
      this.verdicts = this.links.map(({ search }) => search.replace("?health=", ""));
      this.arranged = ",,";
      this.archiveOpened = false; // by us, not by the reader
      for (const head of this.heads) this.addButton(head);
      this.reading = this.readTables();
      this.updated = false;
      this.left = []; // groups, each with the rows that it has not got yet
      this.form.addEventListener("input", () => this.changed());
      this.form.addEventListener("submit", (event) => event.preventDefault());
      this.reset.addEventListener("click", () => {
        this.state.clearFilters();
        this.changed();
        this.form.elements.find.focus(); // the button is gone
      });
      this.form.hidden = false;
      root.classList.add("plan-live");
      this.readAhead();
    }

    /** The tables with their plans. Who asks before all rows are read waits for the rest of them. */
    get tables() {
      while (!this.read) this.reading.next();
      return this.read;
    }

    /** Read the rows while the browser has nothing else to do, so that the first letter typed does not wait for it. */
    readAhead() {
      const soon = (act) =>
        globalThis.requestIdleCallback ? requestIdleCallback(act, { timeout: 200 }) : setTimeout(act);
      const piece = () => {
        const end = performance.now() + AHEAD;
        while (performance.now() < end) if (this.reading.next().done) return;
        soon(piece);
      };
      soon(piece);
    }

    /** Read the tables row by row, with a pause after each. */
    *readTables() {
      const [, ...options] = this.form.elements.person?.options ?? [];
      const people = options.map(({ value, text }) => ({ key: value, name: text.replace(/ \(\d+\)$/, "") }));
      const tables = [];
      for (const table of this.root.querySelectorAll("table")) {
        const [body] = table.tBodies;
        const rows = [...body.rows];
        const plans = [];
        for (const row of rows) {
          plans.push(planOf(row, people));
          yield;
        }
        tables.push({ table, plans, groups: [{ plans, rows, body, head: [], count: element("small") }] });
      }
      this.findDrawn(tables);
      this.read = tables;
    }

    /** Find the rows of the timeline, by the pages that they lead to. */
    findDrawn(tables) {
      const byPage = new Map();
      for (const row of this.timeline?.querySelectorAll("tbody tr") ?? []) {
        const page = row.querySelector("th a")?.href;
        byPage.set(page, [...(byPage.get(page) ?? []), row]);
      }
      for (const { plans } of tables) for (const plan of plans) plan.drawn = byPage.get(plan.page?.href) ?? [];
    }

    get plans() {
      return this.tables.flatMap(({ plans }) => plans);
    }

    /** A total, made a link to the plans it counts. */
    linked(total) {
      const { chooses } = total.dataset;
      const link = element("a", { href: `?${chooses}` }, ...total.childNodes);
      link.addEventListener("click", (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        event.stopPropagation(); // the theme would fetch the page anew
        const again = link.ariaCurrent;
        this.state.clearFilters();
        if (!again) this.state.set(...chooses.split("="));
        this.changed();
      });
      total.append(link);
      return link;
    }

    /** The button of a column's head. The first press sorts, the next one turns the order, the third takes it back. */
    addButton(head) {
      const first = head.dataset.sort;
      const turned = first.startsWith("-") ? first.slice(1) : `-${first}`;
      const following = new Map([
        ["", first],
        [first, turned],
        [turned, ""],
      ]);
      const button = element("button", { type: "button" }, ...head.childNodes);
      button.addEventListener("click", () => {
        this.state.set("sort", following.get(this.state.get("sort")) ?? first);
        this.changed();
      });
      head.append(button);
    }

    /** The heads of the column that rows are sorted by, one in each table. */
    get sortedHeads() {
      const { column } = this.state.order;
      return this.heads.filter(({ dataset }) => column && dataset.sort.replace(/^-/, "") === column);
    }

    /** Plans in the order that is asked for; what is not known comes last in both directions. */
    sorted(plans) {
      const [head] = this.sortedHeads;
      if (!head) return plans;
      const { kind } = head.dataset;
      const value = ({ facets: { health }, rows: [row] }) => {
        const cell = row.cells[head.cellIndex];
        if (kind === "health") return this.verdicts.indexOf(health[0]);
        return cell.matches(UNKNOWN) ? null : VALUES[kind](cell);
      };
      const sign = this.state.order.descending ? -1 : 1;
      const pairs = plans.map((plan) => [plan, value(plan)]);
      const known = pairs.filter(([, of]) => of !== null);
      const unknown = pairs.filter(([, of]) => of === null);
      known.sort(([, a], [, b]) => sign * COMPARISONS[kind](a, b));
      return [...known, ...unknown].map(([plan]) => plan);
    }

    /** Plans by what they are grouped by, in the order in which groups are shown; a plan of two tags is in both. */
    grouped(plans, by) {
      if (!by) return [["", plans]];
      const groups = new Map();
      for (const plan of plans) {
        for (const name of plan.facets[by].length ? plan.facets[by] : [""]) {
          if (!groups.has(name)) groups.set(name, []);
          groups.get(name).push(plan);
        }
      }
      const place = (name) => (by === "health" ? this.verdicts.indexOf(name) : Number(!name));
      return [...groups].sort(([a], [b]) => place(a) - place(b) || compare(a, b));
    }

    /** The row above a group; what is said of its first plan's health is true of all of them. */
    groupHead(by, name, [{ rows }], count) {
      const verdict = () => rows[0].querySelector(".plan-col-health > b").textContent;
      const title = by === "health" ? verdict() : name || this.words.without[by];
      const head = element("th", { scope: "rowgroup", colSpan: rows[0].cells.length }, title, " ", count);
      return element("tr", { className: "plan-group" }, head);
    }

    /** Put the rows into their order and groups. */
    arrange() {
      const by = this.state.groups;
      for (const part of this.tables) {
        for (const plan of part.plans) plan.rows.length = 1; // without the copies of the last arrangement
        const placed = new Set();
        const place = (plan) => {
          if (placed.has(plan)) plan.rows.push(plan.rows[0].cloneNode(true));
          placed.add(plan);
          return plan.rows.at(-1);
        };
        part.groups = this.grouped(this.sorted(part.plans), by).map(([name, plans]) => {
          const count = element("small");
          const head = by ? [this.groupHead(by, name, plans, count)] : [];
          return { plans, count, head, rows: plans.map(place), body: element("tbody") };
        });
        for (const body of [...part.table.tBodies]) body.remove(); // the head stays: who sorts keeps the focus
        part.table.append(...part.groups.map(({ body }) => body));
      }
    }

    /** Whether a plan matches some filters; `words` are those that the reader looks for. */
    matcher(filters) {
      const facets = filters.filter(([name]) => FACETS.includes(name));
      const words = plain(Object.fromEntries(filters).find ?? "").split(/\s+/);
      return (plan) =>
        facets.every(([name, value]) => plan.facets[name].includes(value)) &&
        words.every((word) => plan.words.includes(word));
    }

    /** Show the plans that match, and say how many they are. Rows that do not match leave the page: to hide thousands
        takes a browser longer than a reader waits. */
    filter() {
      const matches = this.matcher(this.state.filters);
      const shown = [0, 0]; // the second in the archive
      const parts = []; // what is to be put into each group
      for (const { table, plans, groups } of this.tables) {
        const part = Number(this.archive?.contains(table) ?? false);
        for (const plan of plans) {
          plan.matches = matches(plan);
          for (const row of plan.drawn) row.hidden = !plan.matches;
          shown[part] += plan.matches;
        }
        for (const { plans, count, head, rows, body } of groups) {
          const matching = rows.filter((_row, place) => plans[place].matches);
          count.textContent = matching.length;
          body.hidden = !matching.length;
          body.replaceChildren(...head);
          parts.push([body, matching]);
        }
        (part ? this.archive : table).hidden = !shown[part];
      }
      this.sayCount(...shown);
      this.sayNothing(shown[0] + shown[1]);
      this.put(parts, Math.ceil(innerHeight / LOWEST));
    }

    /** Put rows into their groups: so many of them at once, the others after the browser has shown these. */
    put(parts, number) {
      let room = number;
      for (const [body, rows] of parts) {
        const piece = rows.splice(0, room);
        body.append(...piece);
        room -= piece.length;
      }
      const left = parts.filter(([, rows]) => rows.length);
      this.left = left;
      if (left.length) afterFrame(() => this.left === left && this.put(left, LATER));
    }

    /** Paper shows all rows that match, those too that the page has not got yet. */
    putAll() {
      this.put(this.left, Number.POSITIVE_INFINITY);
    }

    /** Where no plan matches: what was asked for, what each filter would give alone, and the way back to all. */
    sayNothing(shown) {
      this.nothing.hidden = shown > 0;
      if (shown) {
        this.nothing.replaceChildren();
        return;
      }
      const { words, state } = this;
      const { filters } = state;
      const said = filters.map(([name]) => filled(words.quoted, { name: state.spoken(name) }));
      const last = said.pop();
      const all = said.length ? `${said.join(", ")} ${words.and} ${last}` : last;
      const lines = [element("p", {}, element("strong", {}, filled(words.none, { filters: all })))];
      if (filters.length > 1) lines.push(element("p", {}, ...filters.map((filter) => this.alone(filter))));
      const clear = this.button(words.clear, () => state.clearFilters());
      this.nothing.replaceChildren(...lines, element("p", {}, clear));
    }

    /** A button for one filter without the others, with how many plans it gives. */
    alone([name, value]) {
      const shown = this.plans.filter(this.matcher([[name, value]])).length;
      const share = filled(this.words.share, { shown, plans: this.words.plans });
      const filter = filled(this.words.quoted, { name: this.state.spoken(name) });
      return this.button(filled(this.words.alone, { filter, share }), () => {
        this.state.clearFilters();
        this.state.set(name, value);
      });
    }

    button(text, act) {
      const button = element("button", { type: "button" }, text);
      button.addEventListener("click", () => {
        act();
        this.changed();
        this.form.elements.find.focus(); // the button is gone
      });
      return button;
    }

    /** Say how many plans are shown, and open the archive where what was asked for is nowhere else. */
    sayCount(active, archived) {
      const { words } = this;
      const filtered = this.state.filters.length > 0;
      const share = filtered ? filled(words.share, { shown: active + archived, plans: words.plans }) : words.plans;
      tell(this.count, archived ? filled(words.archive, { plans: share, n: archived }) : share);
      const alone = filtered && archived > 0 && !active;
      if (!this.archive || alone === this.archiveOpened) return;
      this.archive.open = alone;
      this.archiveOpened = alone;
    }

    /** Say by what the rows are sorted and chosen. */
    mark() {
      const { column, descending } = this.state.order;
      const direction = descending ? "descending" : "ascending";
      const sorted = this.sortedHeads;
      for (const head of this.heads) head.ariaSort = sorted.includes(head) ? direction : null;
      tell(
        this.order,
        sorted.length ? filled(this.words[direction], { column: this.words.columns[column] }) : this.unsorted,
      );
      const { query } = this.state;
      for (const link of this.links) link.ariaCurrent = link.search === query ? "true" : null;
      this.reset.hidden = !query;
      this.root.classList.toggle("plan-board", this.state.isBoard);
      this.root.classList.toggle("plan-away", this.state.get("view") === "timeline" && Boolean(this.timeline));
    }

    update() {
      const arrangement = String(ARRANGEMENT.map((name) => this.state.get(name)));
      if (arrangement !== this.arranged) this.arrange();
      this.arranged = arrangement;
      this.filter();
      this.mark();
      this.updated = true;
    }

    /** After the reader changed something: show it, and put it into the URL. */
    changed() {
      this.update();
      this.state.save();
    }

    /** Show what the URL asks for; where it asks for nothing, and never did, the page is right as it is. */
    restore() {
      this.state.restore();
      if (this.updated || this.state.query || ARRANGEMENT.some((name) => this.state.get(name))) this.update();
    }
  }

  /** Bring every index of the page to life, once, and to the state in the URL. */
  function start() {
    for (const root of document.querySelectorAll(INDEX)) {
      if (!indexes.has(root)) indexes.set(root, new Index(root));
      indexes.get(root).restore();
    }
  }

  addEventListener("popstate", start);
  addEventListener("beforeprint", () => {
    for (const root of document.querySelectorAll(INDEX)) indexes.get(root)?.putAll();
  });
  // Material replaces the page without loading it; every page it shows comes through here, the first one too.
  if (typeof document$ !== "undefined") document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
