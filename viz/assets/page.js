"use strict";
/* The page's behaviour: move about, find, filter, choose, show the chain. All words enter the page as text only. */

(function () {
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const picture = read("picture-values");
  const given = read("network-values");
  const byId = (id) => document.getElementById(id);
  const holder = byId("map");
  const state = {
    chosen: null,
    chain: false,
    litLines: new Set(),
    litBoxes: new Set(),
    hidden: new Set(),
    fadedBox: (box) => state.hidden.has(box.id) || (state.chain && !state.litBoxes.has(box.id)),
    fadedLine: (line) =>
      state.chain ? !state.litLines.has(line.id) : state.hidden.has(line.source) || state.hidden.has(line.target),
  };
  const painter = makePainter(picture, state);
  const boxes = new Map(picture.boxes.map((box) => [box.id, box]));
  const still = matchMedia("(prefers-reduced-motion: reduce)");

  /* --- the map --- */

  const network = new vis.Network(
    holder,
    { nodes: new vis.DataSet(given.nodes), edges: new vis.DataSet(given.edges) },
    given.options,
  );
  network.on("beforeDrawing", (ctx) => painter.below(ctx));
  network.on("afterDrawing", (ctx) => painter.above(ctx, inSight()));
  network.on("click", ({ pointer, nodes: hit }) => {
    const [box] = hit;
    if (!box) return choose(null);
    const { x, y } = pointer.canvas;
    const spot = boxes.get(box).spots.find(({ rect: [left, top, width, height] }) =>
      x >= left - 4 && x <= left + width && y >= top && y <= top + height);
    if (spot || picture.about[box]) choose(spot ? spot.box : box);
  });

  function inSight() {
    const { x: left, y: top } = network.DOMtoCanvas({ x: 0, y: 0 });
    const { x: right, y: bottom } = network.DOMtoCanvas({ x: holder.clientWidth, y: holder.clientHeight });
    return { left, top, right, bottom };
  }

  function fit() {
    const [x, y, width, height] = picture.rect;
    const room = holder.getBoundingClientRect();
    const scale = Math.min((room.width - 32) / (width || 1), (room.height - 32) / (height || 1), 2);
    network.moveTo({ position: { x: x + width / 2, y: y + height / 2 }, scale: Math.max(scale, 0.02) });
  }

  function zoom(factor) {
    const scale = Math.min(Math.max(network.getScale() * factor, 0.02), 8);
    network.moveTo({ scale, animation: motion() });
  }

  function pan(right, down) {
    const { x, y } = network.getViewPosition();
    const step = 80 / network.getScale();
    network.moveTo({ position: { x: x + right * step, y: y + down * step } });
  }

  function show(ids) {
    const rects = ids.filter((id) => boxes.has(id)).map((id) => boxes.get(id).rect);
    if (!rects.length) return;
    const left = Math.min(...rects.map((r) => r[0])), right = Math.max(...rects.map((r) => r[0] + r[2]));
    const top = Math.min(...rects.map((r) => r[1])), bottom = Math.max(...rects.map((r) => r[1] + r[3]));
    const room = holder.getBoundingClientRect(), scale = network.getScale();
    const { x, y } = network.getViewPosition();
    const halfWide = room.width / scale / 2, halfHigh = room.height / scale / 2;
    const seen = left > x - halfWide && right < x + halfWide && top > y - halfHigh && bottom < y + halfHigh;
    if (!seen) network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, animation: motion() });
  }

  function motion() {
    return still.matches ? false : { duration: 220, easingFunction: "easeInOutQuad" };
  }

  /* --- choosing a box --- */

  function choose(id) {
    state.chosen = id;
    lightChain(false);
    document.querySelectorAll("[data-box]").forEach((button) => {
      if (id !== null && button.dataset.box === id) button.setAttribute("aria-current", "true");
      else button.removeAttribute("aria-current");
    });
    fillPanel(id);
    if (id !== null) show(boxes.has(id) ? [id] : picture.seats[id] || []);
    network.redraw();
  }

  function make(tag, text, className) {
    const element = document.createElement(tag);
    if (text !== undefined) element.textContent = text;
    if (className) element.className = className;
    return element;
  }

  function fillPanel(id) {
    const panel = byId("panel");
    panel.replaceChildren();
    byId("aside").classList.toggle("chosen", id !== null);
    byId("announce").textContent = id === null ? "Nothing selected" : "Selected: " + picture.about[id].label;
    if (id === null) {
      panel.append(make("p", "Select a box, or a name in the list below, to see what is known of it.", "hint"));
      return;
    }
    const about = picture.about[id];
    const known = picture.panels[id] || { title: about.label, subtitle: about.kind, sections: [], findings: [], chains: [] };
    const heading = make("div", undefined, "panel-head");
    heading.append(make("h3", known.title), closeButton());
    panel.append(heading, make("p", known.subtitle, "subtitle"), ...chainPart(known), ...findingPart(known));
    known.sections.forEach((section) => panel.append(...sectionPart(section)));
    panel.scrollTop = 0;
  }

  function closeButton() {
    const button = make("button", "Close", "plain");
    button.type = "button";
    button.addEventListener("click", () => choose(null));
    return button;
  }

  function chainPart(known) {
    if (!known.summary) return [];
    const parts = [make("h4", "To whom it answers"), make("p", known.summary)];
    if (!known.chains.length) return parts;
    const button = make("button", "Show the chain", "strong");
    button.type = "button";
    button.id = "show-chain";
    button.setAttribute("aria-pressed", "false");
    button.addEventListener("click", () => lightChain(!state.chain));
    const list = make("ol", undefined, "chains");
    known.chains.forEach((chain) => list.append(chainItem(chain)));
    return [...parts, button, list];
  }

  function chainItem({ boxes: path, lines, ends, reaches }) {
    const item = make("li", undefined, reaches ? "reaches" : "stops");
    const words = [picture.about[path[0]].label];
    lines.forEach((line, i) => words.push(picture.said[line], picture.about[path[i + 1]].label));
    const way = make("span", undefined, "way");
    words.forEach((word, i) => way.append(make(i % 2 ? "em" : "span", word), " "));
    item.append(way, make("span", ends, "ends"));
    return item;
  }

  function lightChain(on) {
    const chains = on ? (picture.panels[state.chosen] || { chains: [] }).chains : [];
    state.chain = chains.length > 0;
    state.litLines = new Set(chains.flatMap((chain) => chain.lines));
    state.litBoxes = new Set(chains.flatMap((chain) => chain.boxes));
    const button = byId("show-chain");
    if (button) {
      button.setAttribute("aria-pressed", String(state.chain));
      button.textContent = state.chain ? "Hide the chain" : "Show the chain";
    }
    if (state.chain) {
      byId("announce").textContent = chains.map((chain) => chain.ends).join(" ");
      show([...state.litBoxes]);
    }
    network.redraw();
  }

  function findingPart({ findings }) {
    if (!findings.length) return [];
    const settled = (number) => ["met", "na"].includes(picture.notes[number].status);
    const open = findings.filter((number) => !settled(number)), done = findings.filter(settled);
    const parts = [make("h4", "Findings")];
    if (open.length) parts.push(findingList(open));
    if (done.length) {
      const more = make("details");
      more.append(make("summary", "Met, or does not apply (" + done.length + ")"), findingList(done));
      parts.push(more);
    }
    return parts;
  }

  function findingList(numbers) {
    const list = make("ul", undefined, "findings");
    numbers.forEach((number) => {
      const note = picture.notes[number], sign = picture.signs[note.status];
      const item = make("li");
      item.append(make("span", sign.sign + " " + number, "mark " + note.status), make("strong", note.title + " "));
      item.append(make("span", note.rule + " · " + sign.words, "quiet"), make("p", note.text));
      list.append(item);
    });
    return list;
  }

  function sectionPart({ title, facts }) {
    const list = make("dl");
    facts.forEach(([label, value, evidence]) => {
      const told = make("dd", value);
      if (evidence) told.append(make("span", evidence, "evidence"));
      list.append(make("dt", label), told);
    });
    return [make("h4", title), list];
  }

  /* --- finding and filtering --- */

  function search() {
    const wanted = byId("search").value.trim().toLocaleLowerCase("en-GB");
    const list = byId("results");
    list.replaceChildren();
    byId("found").textContent = "";
    if (!wanted) return;
    const found = Object.entries(picture.about).filter(([, about]) =>
      (about.label + " " + about.kind).toLocaleLowerCase("en-GB").includes(wanted));
    byId("found").textContent = found.length === 1 ? "1 found" : found.length + " found";
    found.slice(0, 12).forEach(([id, about]) => {
      const item = make("li"), button = make("button", about.label, "result");
      button.type = "button";
      button.append(make("span", about.kind, "quiet"));
      button.addEventListener("click", () => take(id));
      item.append(button);
      list.append(item);
    });
  }

  function take(id) {
    byId("search").value = "";
    search();
    choose(id);
  }

  function filter() {
    const kind = byId("kind").value, tier = byId("tier").value, status = byId("status").value;
    const fits = ({ kind: k, tier: t, statuses }) =>
      (!kind || k === kind) && (!tier || t === tier) && (!status || statuses.includes(status));
    const shown = Object.entries(picture.about).filter(([, about]) => fits(about)).map(([id]) => id);
    const keep = new Set(shown);
    shown.forEach((id) => (picture.seats[id] || []).forEach((group) => kind && keep.add(group)));
    state.hidden = new Set([...boxes.keys()].filter((id) => !keep.has(id)));
    const on = kind || tier || status;
    byId("clear").hidden = !on;
    byId("filtered").textContent = on ? shown.length + " of " + Object.keys(picture.about).length + " shown" : "";
    document.querySelectorAll("li[data-about]").forEach((item) => {
      item.classList.toggle("faded", Boolean(on) && !shown.includes(item.dataset.about));
    });
    network.redraw();
  }

  /* --- wiring --- */

  function dress() {
    painter.recolour();
    network.redraw();
  }

  function toggleDress() {
    const root = document.documentElement;
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    dress();
  }

  const keys = {
    "+": () => zoom(1.25), "=": () => zoom(1.25), "-": () => zoom(0.8), 0: fit,
    ArrowLeft: () => pan(-1, 0), ArrowRight: () => pan(1, 0), ArrowUp: () => pan(0, -1), ArrowDown: () => pan(0, 1),
  };
  holder.addEventListener("keydown", (event) => {
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") choose(null);
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-box]");
    if (button) choose(button.dataset.box);
  });
  byId("zoom-in").addEventListener("click", () => zoom(1.25));
  byId("zoom-out").addEventListener("click", () => zoom(0.8));
  byId("fit").addEventListener("click", fit);
  byId("dress").addEventListener("click", toggleDress);
  byId("search").addEventListener("input", search);
  byId("search").addEventListener("keydown", (event) => {
    const first = byId("results").querySelector("button");
    if (event.key === "Enter" && first) first.click();
  });
  ["kind", "tier", "status"].forEach((id) => byId(id).addEventListener("change", filter));
  byId("clear").addEventListener("click", () => {
    ["kind", "tier", "status"].forEach((id) => (byId(id).value = ""));
    filter();
    byId("kind").focus();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", dress);
  new ResizeObserver(fit).observe(holder);
  fillPanel(null);
  fit();
  document.documentElement.classList.add("ready");
  // For those who test or extend the page: what is chosen, lit and faded, and where the view stands.
  window.answerable = { picture, state, network, choose, fit };
})();
