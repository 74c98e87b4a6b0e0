"use strict";
/* The panel beside the map: what is known of one box, where its chain ends, and what was found. Words enter as text. */

function makePanel(picture, { close, toggleChain }) {
  const byId = (id) => document.getElementById(id);

  function make(tag, text, className) {
    const element = document.createElement(tag);
    if (text !== undefined) element.textContent = text;
    if (className) element.className = className;
    return element;
  }

  /* `back` says where closing leads to, when the box was chosen from a list and not on the map. */
  function fill(id, back) {
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
    const head = make("div", undefined, "panel-head"), heading = make("h3", known.title);
    heading.tabIndex = -1;
    head.append(heading, closeButton(back));
    panel.append(head, make("p", known.subtitle, "subtitle"), ...chainPart(known), ...findingPart(known));
    known.sections.forEach((section) => panel.append(...sectionPart(section)));
    panel.scrollTop = 0;
  }

  function closeButton(back) {
    const button = make("button", back || "Close", "plain");
    button.type = "button";
    button.addEventListener("click", close);
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
    button.addEventListener("click", toggleChain);
    const list = make("ol", undefined, "chains");
    known.chains.forEach((chain) => list.append(chainItem(chain)));
    return [...parts, button, list];
  }

  /* "A reports to B on crime, then accountable to C" */
  function chainItem({ boxes: path, lines, ends, reaches }) {
    const item = make("li", undefined, reaches ? "reaches" : "stops");
    const way = make("span", undefined, "way");
    way.append(make("span", picture.about[path[0]].label));
    lines.forEach((line, i) => {
      const [before, after] = picture.said[line];
      way.append(i ? ", " : " ", make("em", (i ? "then " : "") + before), " ");
      way.append(make("span", picture.about[path[i + 1]].label));
      if (after) way.append(" ", make("em", after));
    });
    item.append(way, " ", make("span", ends, "ends"));
    return item;
  }

  function pressChain(on) {
    const button = byId("show-chain");
    if (!button) return;
    button.setAttribute("aria-pressed", String(on));
    button.textContent = on ? "Hide the chain" : "Show the chain";
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
      item.append(make("span", sign.sign + " " + number, "mark " + note.status), make("strong", note.says + " "));
      item.append(make("span", note.rule + " · " + sign.words, "quiet"));
      if (note.ask) item.append(make("p", note.ask));
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

  return { fill, pressChain, make };
}
