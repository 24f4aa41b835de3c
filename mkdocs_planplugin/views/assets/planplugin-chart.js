// Draws the timeline with Plotly where a reader asks for it. The table says the same and stays: without this script, or
// without what it loads, nothing is missing.
(() => {
  "use strict";

  const LIBRARY = new URL("plotly.min.js", document.currentScript.src).href; // beside this script, wherever that is
  const BUTTONS = [
    ["zoom2d", "pan2d"],
    ["zoomIn2d", "zoomOut2d", "resetScale2d"],
  ];
  const OPTIONS = { responsive: true, displaylogo: false, displayModeBar: true, modeBarButtons: BUTTONS };
  const NARROW = 640; // pixels; long names take two lines
  const NAME = { xref: "paper", x: 0, xanchor: "left", align: "left", yanchor: "bottom", showarrow: false };
  const SCHEME = ["data-md-color-scheme", "data-md-color-primary", "data-md-color-accent", "data-bs-theme"];

  const DAY = 24 * 60 * 60 * 1000;
  const A_MONDAY = "2000-01-03"; // Plotly itself would begin weeks on Sundays
  const DAYS_APART = [1, 2, 7, 14, 28];

  const charts = new Set();
  let loading = null;
  let fetchedAhead = false;

  /** Plotly, loaded at most once. */
  function library() {
    if (window.Plotly) return Promise.resolve(window.Plotly);
    loading ??= load().catch((error) => {
      loading = null; // the next click tries again
      throw error;
    });
    return loading;
  }

  function load() {
    return new Promise((resolve, reject) => {
      // Seeing this, Plotly adds no style element: a strict policy refuses it, and instant navigation takes it away.
      // Our style sheet has the rules.
      const guard = document.createElement("meta");
      guard.id = "plotly.js-style-global";
      guard.className = "no-inline-styles";
      const script = document.createElement("script");
      const settle = () => {
        guard.remove();
        script.remove();
        if (window.Plotly) resolve(window.Plotly);
        else reject(new Error("Plotly did not load"));
      };
      script.addEventListener("load", settle);
      script.addEventListener("error", settle);
      script.src = LIBRARY;
      document.head.append(guard, script);
    });
  }

  /** Have the browser fetch the library while it has nothing else to do. */
  function fetchAhead() {
    if (fetchedAhead || window.Plotly || location.protocol === "file:") return;
    fetchedAhead = true;
    const link = document.createElement("link");
    link.rel = "prefetch";
    link.href = LIBRARY;
    document.head.append(link);
  }

  /** Whether the reader pays for what is loaded. */
  function savesData() {
    return Boolean(navigator.connection?.saveData) || matchMedia("(prefers-reduced-data: reduce)").matches;
  }

  /** Says what a color of the style sheet is at an element, in words that Plotly knows. */
  function painter(element) {
    const found = new Map();
    const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    const probe = element.appendChild(document.createElement("span"));
    const read = (color) => {
      probe.style.color = color;
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = getComputedStyle(probe).color;
      canvas.fillRect(0, 0, 1, 1);
      const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data;
      return `rgba(${red},${green},${blue},${alpha / 255})`;
    };
    const paint = (color) => {
      if (!found.has(color)) found.set(color, read(color));
      return found.get(color);
    };
    return [paint, () => probe.remove()];
  }

  /** A copy of a figure, or a part of it, with the colors of the page. */
  function painted(part, paint, name = "") {
    if (Array.isArray(part)) return part.map((each) => painted(each, paint, name));
    if (part && typeof part === "object") {
      return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, painted(value, paint, key)]));
    }
    return name.endsWith("color") && String(part).startsWith("var(") ? paint(part) : part;
  }

  function make(name, className, attributes = {}) {
    const element = document.createElement(name);
    element.className = className;
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  }

  /** Where the labels of an axis stand that shows this range of dates: on Mondays, or on days; Plotly knows months. */
  function ticks([start, end], most) {
    const days = (new Date(end) - new Date(start)) / DAY;
    const step = DAYS_APART.find((apart) => days / apart <= most);
    return step ? { tickmode: "linear", tick0: A_MONDAY, dtick: step * DAY } : { tickmode: "auto", nticks: most };
  }

  /** The button at one timeline, and what it opens. */
  class Chart {
    constructor(place) {
      const source = place.content.querySelector("script");
      this.place = place;
      this.figure = JSON.parse(source.textContent);
      this.words = this.figure.layout.meta.words; // in the language of the page
      this.view = place.closest(".plan-timeline");
      this.button = make("button", "plan-explore", { type: "button", "aria-expanded": "false" });
      this.button.textContent = `${this.words.explore}: ${this.words.hint}`;
      this.panel = make("div", "plan-drawing", { "data-planplugin": "drawing", role: "group" });
      this.panel.setAttribute("aria-label", this.words.label);
      this.panel.hidden = true;
      this.button.addEventListener("click", () => (this.panel.hidden ? this.open(true) : this.close()));
      this.view.append(this.button, this.panel);
      this.watch(source.dataset.draw === "auto");
    }

    /** Get ready, or draw, when the timeline comes into view. */
    watch(draws) {
      this.watching = new IntersectionObserver((entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        this.watching.disconnect();
        if (savesData()) return;
        if (draws) this.open();
        else fetchAhead();
      });
      this.watching.observe(this.view);
    }

    get wanted() {
      return this.place.isConnected && !this.panel.hidden;
    }

    /** Draw; where the reader `asked` for it, all of it comes into view. */
    async open(asked = false) {
      this.button.setAttribute("aria-expanded", "true");
      this.panel.hidden = false;
      this.say(this.words.loading);
      try {
        const plotly = await library();
        if (!this.wanted || this.plot) return;
        this.draw(plotly);
        if (asked) this.button.scrollIntoView();
      } catch (error) {
        console.warn(error);
        this.say(this.words.failed);
      }
    }

    /** Put a sentence in the place of the chart. */
    say(words) {
      this.clear();
      const line = make("p", "plan-under", { role: "status" });
      line.textContent = words;
      this.panel.replaceChildren(line);
    }

    draw(plotly) {
      this.plot = make("div", "plan-plot");
      this.panel.replaceChildren(this.plot);
      plotly.newPlot(this.plot, ...this.parts(), this.options);
      this.plot.on("plotly_click", (event) => this.go(event.points[0]?.customdata));
      this.plot.on("plotly_relayout", () => this.relabel());
    }

    /** As many labels as the reader's part of the axis has room for. */
    relabel() {
      const { type, range, dtick, tickmode } = this.plot._fullLayout.xaxis;
      const wanted = ticks(range, this.most);
      if (type !== "date" || (wanted.tickmode === tickmode && (wanted.dtick ?? dtick) === dtick)) return;
      window.Plotly.relayout(this.plot, Object.fromEntries(Object.entries(wanted).map(([k, v]) => [`xaxis.${k}`, v])));
    }

    /** How Plotly behaves, and what it says. */
    get options() {
      const { buttons, months } = this.words;
      return {
        ...OPTIONS,
        locale: "page",
        locales: { page: { dictionary: buttons, format: { shortMonths: months } } },
      };
    }

    get narrow() {
      return this.panel.clientWidth < NARROW;
    }

    /** How many labels the axis has room for. */
    get most() {
      return this.narrow ? 3 : 8;
    }

    /** Draw again as the page looks now; what the reader has zoomed to stays. */
    redraw() {
      if (this.plot) window.Plotly.react(this.plot, ...this.parts(), this.options);
    }

    /** The data and the layout of the figure, in the colors and the type of the page. */
    parts() {
      const [paint, done] = painter(this.panel);
      const { data, layout } = painted(this.figure, paint);
      done();
      const { fontFamily, fontSize } = getComputedStyle(this.panel);
      layout.font = { ...layout.font, family: fontFamily, size: parseFloat(fontSize) };
      const { names, height } = this.narrow ? layout.meta.narrow : { ...layout, ...layout.meta };
      layout.height = height;
      layout.annotations.push(...names.map((text, y) => ({ ...NAME, text, y }))); // above their bars
      const range = this.plot._fullLayout?.xaxis.range ?? layout.xaxis.range;
      if (layout.xaxis.type === "date") Object.assign(layout.xaxis, ticks(range, this.most));
      else layout.xaxis.nticks = this.most;
      return [data, { ...layout, uirevision: "kept" }];
    }

    /** Go to a task of this page. */
    go(link) {
      if (!link?.startsWith("#")) return;
      if (location.hash === link) document.getElementById(link.slice(1))?.scrollIntoView();
      else location.hash = link;
    }

    clear() {
      if (this.plot) window.Plotly.purge(this.plot);
      this.plot = null;
    }

    close() {
      this.button.setAttribute("aria-expanded", "false");
      this.panel.hidden = true;
      this.clear();
      this.panel.replaceChildren();
    }

    /** Close what is open, and give the focus back to the button. */
    escape() {
      if (this.panel.hidden) return;
      const inside = this.view.contains(document.activeElement) || document.activeElement === document.body;
      if (!inside) return;
      this.close();
      this.button.focus();
    }

    /** Let go of everything: the page has been replaced. */
    leave() {
      this.watching.disconnect();
      this.clear();
      charts.delete(this);
    }
  }

  /** Find the timelines of the page that is shown now. */
  function show() {
    for (const chart of charts) if (!chart.place.isConnected) chart.leave();
    const known = new Set([...charts].map((chart) => chart.place));
    for (const place of document.querySelectorAll("template.plan-figure")) {
      if (!known.has(place)) charts.add(new Chart(place));
    }
  }

  function start() {
    const schemes = new MutationObserver(() => {
      for (const chart of charts) chart.redraw();
    });
    for (const element of [document.documentElement, document.body]) {
      schemes.observe(element, { attributes: true, attributeFilter: SCHEME });
    }
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape") for (const chart of charts) chart.escape();
    });
    // Material replaces the page without loading it; every page it shows comes through here, the first one too.
    if (typeof document$ === "undefined") show();
    else document$.subscribe(show);
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
