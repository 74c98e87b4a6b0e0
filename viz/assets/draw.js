"use strict";
/* Draws the scene on the canvas: the same rectangles, curves and words that the printed picture has. */

function makePainter(picture, state) {
  const bends = new Map(picture.lines.map((line) => [line.id, bend(line.curve)]));
  let colours = readColours();

  function readColours() {
    const style = getComputedStyle(document.documentElement);
    return (name) => style.getPropertyValue("--" + name).trim();
  }

  function bend(numbers) {
    const path = new Path2D();
    path.moveTo(numbers[0], numbers[1]);
    for (let i = 2; i + 5 < numbers.length; i += 6) {
      path.bezierCurveTo(...numbers.slice(i, i + 6));
    }
    return path;
  }

  function words(ctx, runs, colour) {
    for (const [text, x, y, size, manner] of runs) {
      ctx.font = (manner === "b" ? "bold " : "") + size + "px " + picture.font;
      ctx.fillStyle = colour || colours(manner === "q" ? "quiet" : "ink");
      ctx.fillText(text, x, y);
    }
  }

  function outline(ctx, form, x, y, width, height) {
    const radius = form === "round" ? 5 : form === "pill" ? Math.min(height / 2, 14) : 0;
    ctx.beginPath();
    ctx.roundRect(x, y, width, height, radius);
  }

  function frames(ctx) {
    for (const { rect, runs } of picture.frames) {
      ctx.beginPath();
      ctx.roundRect(...rect, 8);
      ctx.fillStyle = colours("frame-fill");
      ctx.fill();
      ctx.lineWidth = 0.8;
      ctx.strokeStyle = colours("frame-line");
      ctx.stroke();
      words(ctx, runs);
    }
  }

  function line(ctx, line) {
    const stroke = picture.strokes[line.relation];
    const lit = state.litLines.has(line.id);
    ctx.globalAlpha = state.fadedLine(line) ? 0.13 : line.counts ? 1 : picture.pale;
    ctx.strokeStyle = colours(lit ? "lit" : "line-" + line.relation);
    ctx.lineWidth = stroke.width * (lit ? 1.7 : 1);
    ctx.setLineDash(stroke.dash);
    ctx.stroke(bends.get(line.id));
    ctx.setLineDash([]);
    if (line.head) head(ctx, line.head);
    ctx.globalAlpha = 1;
  }

  function head(ctx, { form, points }) {
    ctx.beginPath();
    if (form === "ring") {
      const [[x, y], [tipX, tipY]] = points;
      ctx.arc(x, y, Math.hypot(x - tipX, y - tipY), 0, 2 * Math.PI);
    } else {
      points.forEach(([x, y], i) => (i ? ctx.lineTo(x, y) : ctx.moveTo(x, y)));
      if (form !== "open") ctx.closePath();
    }
    ctx.fillStyle = form === "solid" ? ctx.strokeStyle : colours("paper");
    if (form !== "open") ctx.fill();
    ctx.lineWidth = Math.min(ctx.lineWidth, 1.4);
    ctx.stroke();
  }

  function label(ctx, line) {
    ctx.globalAlpha = state.fadedLine(line) ? 0.13 : 1;
    ctx.strokeStyle = colours("paper");
    ctx.lineWidth = 4;
    ctx.lineJoin = "round";
    for (const [text, x, y, size] of line.runs) {
      ctx.font = size + "px " + picture.font;
      ctx.strokeText(text, x, y);
    }
    words(ctx, line.runs);
    ctx.globalAlpha = 1;
  }

  function box(ctx, box) {
    const [x, y, width, height] = box.rect;
    const chosen = state.chosen === box.id;
    ctx.save();
    ctx.globalAlpha = state.fadedBox(box) ? 0.16 : 1;
    ctx.strokeStyle = colours(chosen || state.litBoxes.has(box.id) ? "lit" : "ink");
    ctx.lineWidth = box.stroke + (chosen ? 1.6 : state.litBoxes.has(box.id) ? 0.9 : 0);
    if (box.gone) ctx.setLineDash(picture.broken);
    if (box.stacked) plate(ctx, box.form, x + 3, y + 3, width, height, colours("paper"));
    plate(ctx, box.form, x, y, width, height, colours(box.gone ? "frame-fill" : "fill-" + box.shape));
    ctx.setLineDash([]);
    extras(ctx, box);
    words(ctx, box.runs, box.gone ? colours("quiet") : "");
    for (const spot of box.spots) member(ctx, spot);
    for (const one of box.marks) mark(ctx, one);
    ctx.restore();
  }

  function plate(ctx, form, x, y, width, height, fill) {
    outline(ctx, form, x, y, width, height);
    ctx.fillStyle = fill;
    ctx.fill();
    ctx.stroke();
  }

  function extras(ctx, { form, rect: [x, y, width, height], rules }) {
    ctx.beginPath();
    for (const rule of rules) stretch(ctx, x, rule, x + width, rule);
    if (form === "barred") {
      stretch(ctx, x + 4, y, x + 4, y + height);
      stretch(ctx, x + width - 4, y, x + width - 4, y + height);
    } else if (form === "folded") {
      ctx.moveTo(x + width - 8, y);
      ctx.lineTo(x + width - 8, y + 8);
      ctx.lineTo(x + width, y + 8);
    }
    ctx.lineWidth = 0.7;
    ctx.stroke();
  }

  function stretch(ctx, fromX, fromY, toX, toY) {
    ctx.moveTo(fromX, fromY);
    ctx.lineTo(toX, toY);
  }

  function member(ctx, spot) {
    const [x, y, width, height] = spot.rect;
    const lit = state.chosen === spot.box;
    if (lit) {
      ctx.fillStyle = colours("lit");
      ctx.fillRect(x - 4, y, 2.4, height - 1);
    }
    ctx.beginPath();
    ctx.roundRect(x + 0.5, y + 2.6, 4.6, 4.6, spot.form === "pill" ? 2.3 : spot.form === "square" ? 0 : 1);
    ctx.fillStyle = colours(spot.form === "square" ? "ink" : "paper");
    ctx.strokeStyle = colours("ink");
    ctx.lineWidth = 0.8;
    ctx.fill();
    ctx.stroke();
    words(ctx, spot.runs, lit ? colours("lit") : "");
  }

  function mark(ctx, [number, status, x, y]) {
    const { width, height } = picture.mark;
    const colour = colours("status-" + status);
    ctx.beginPath();
    ctx.roundRect(x, y, width, height, height / 2);
    ctx.fillStyle = colours("paper");
    ctx.fill();
    ctx.strokeStyle = colour;
    ctx.lineWidth = 0.9;
    ctx.stroke();
    ctx.font = "bold 7.5px " + picture.font;
    ctx.fillStyle = colour;
    ctx.textAlign = "center";
    ctx.fillText(picture.signs[status].sign + " " + number, x + width / 2, y + 8.2);
    ctx.textAlign = "start";
  }

  return {
    below(ctx) {
      frames(ctx);
      for (const one of picture.lines) line(ctx, one);
      for (const one of picture.lines) label(ctx, one);
    },
    above(ctx, { left, top, right, bottom }) {
      for (const one of picture.boxes) {
        const [x, y, width, height] = one.rect;
        if (x < right + 9 && x + width + 9 > left && y < bottom + 9 && y + height + 9 > top) box(ctx, one);
      }
    },
    recolour() {
      colours = readColours();
    },
  };
}
