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
  const panel = makePanel(picture, { close: () => choose(null), toggleChain: () => lightChain(!state.chain) });
  const { make } = panel;
  let cameFrom = null;
  const boxes = new Map(picture.boxes.map((box) => [box.id, box]));
  const still = matchMedia("(prefers-reduced-motion: reduce)");

  /* --- the map --- */

  const network = new vis.Network(
    holder,
    { nodes: new vis.DataSet(given.nodes), edges: new vis.DataSet(given.edges) },
    given.options,
  );
  // The library makes its own frame a tab stop without a name; the map itself is the one stop.
  holder.querySelector(".vis-network").removeAttribute("tabindex");
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

  /* The buttons lie over the top right corner: the picture keeps clear below them or beside them, as shows more. */
  function fit() {
    const [x, y, width, height] = picture.rect;
    const room = holder.getBoundingClientRect(), buttons = byId("buttons").getBoundingClientRect();
    const rooms = [[0, buttons.bottom - room.top], [room.right - buttons.left, 0]].map(([right, top]) => {
      const wide = room.width - right - 32, high = room.height - top - 32;
      return { right, top, scale: Math.min(wide / (width || 1), high / (height || 1), 2) };
    });
    const { right, top, scale: best } = rooms[0].scale >= rooms[1].scale ? rooms[0] : rooms[1];
    const scale = Math.max(best, 0.02);
    const position = { x: x + width / 2 + right / 2 / scale, y: y + height / 2 - top / 2 / scale };
    network.moveTo({ position, scale });
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

  /* `from` is the entry of a list by which the box was chosen: the panel takes the focus, and closing gives it back. */
  function choose(id, from) {
    const back = id === null ? cameFrom : null;
    cameFrom = from || null;
    state.chosen = id;
    lightChain(false);
    document.querySelectorAll("[data-box]").forEach((button) => {
      if (id !== null && button.dataset.box === id) button.setAttribute("aria-current", "true");
      else button.removeAttribute("aria-current");
    });
    panel.fill(id, from ? (from.dataset.box ? "Back to the list" : "Back to the search") : "");
    if (id !== null) show(boxes.has(id) ? [id] : picture.seats[id] || []);
    network.redraw();
    if (id !== null) bring(byId("panel").querySelector(from ? "h3" : ".panel-head"), from ? "start" : "nearest", from);
    else if (back) bring(back, "nearest", true);
  }

  function bring(element, block, focus) {
    if (focus) element.focus({ preventScroll: true });
    const { top, bottom } = element.getBoundingClientRect();
    if (block === "start" && top >= 0 && bottom <= window.innerHeight) return;
    element.scrollIntoView({ block, behavior: still.matches ? "auto" : "smooth" });
  }

  function lightChain(on) {
    const chains = on ? (picture.panels[state.chosen] || { chains: [] }).chains : [];
    state.chain = chains.length > 0;
    state.litLines = new Set(chains.flatMap((chain) => chain.lines));
    state.litBoxes = new Set(chains.flatMap((chain) => chain.boxes));
    panel.pressChain(state.chain);
    if (state.chain) {
      byId("announce").textContent = chains.map((chain) => chain.ends).join(" ");
      show([...state.litBoxes]);
    }
    network.redraw();
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
    choose(id, byId("search"));
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
    if (button) choose(button.dataset.box, button);
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
  panel.fill(null);
  fit();
  document.documentElement.classList.add("ready");
  // For those who test or extend the page: what is chosen, lit and faded, and where the view stands.
  window.answerable = { picture, state, network, choose, fit };
})();
