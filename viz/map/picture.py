"""A scene and what is told of it as plain values: what the page's script draws and says."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from viz.map import theme
from viz.map.block import MARK_HEIGHT, MARK_WIDTH, Run, Spot
from viz.map.outline import after, before
from viz.map.roster import arrange
from viz.map.scene import Scene, SceneBox, SceneLine
from viz.map.view import Box, Line, Panel, View
from viz.text import clean


def picture(view: View, scene: Scene) -> dict[str, Any]:
    """Everything the page needs, as values that JSON can hold; all words cleaned, none of it markup."""
    statuses: dict[str, set[str]] = defaultdict(set)
    for note in view.notes:
        for box in note.boxes:
            statuses[box].add(note.status)
    return {
        "font": theme.FONT,
        "rect": scene.picture,
        "frames": [{"rect": frame.rect, "runs": _runs(frame.runs)} for frame in scene.frames],
        "lines": [_line(line) for line in scene.lines],
        "boxes": [_box(box) for box in scene.boxes],
        "strokes": {
            relation.value: {"width": theme.STROKES[relation].width, "dash": theme.STROKES[relation].dash}
            for relation in theme.ON_PAGES
        },
        "pale": theme.PALE,
        "broken": theme.BROKEN,
        "mark": {"width": MARK_WIDTH, "height": MARK_HEIGHT},
        "signs": {status: {"sign": mark.sign, "words": mark.words} for status, mark in theme.STATUS_MARKS.items()},
        "about": {box.id: _about(box, sorted(statuses[box.id])) for box in view.boxes},
        "seats": _seats(view),
        "said": {line.id: _said(line) for line in view.lines},
        "panels": {panel.box: _panel(panel) for panel in view.panels},
        "notes": {
            str(note.number): {
                "status": note.status,
                "rule": clean(note.rule),
                "says": clean(note.says),
                "ask": clean(note.ask),
            }
            for note in view.notes
        },
    }


def _runs(runs: tuple[Run, ...]) -> list[list[Any]]:
    """Text, left, baseline, size, and "b" for bold or "q" for quiet."""
    return [
        [run.text, round(run.x, 2), round(run.y, 2), run.size, "b" if run.bold else "q" if run.quiet else ""]
        for run in runs
    ]


def _line(line: SceneLine) -> dict[str, Any]:
    return {
        "id": line.line.id,
        "source": line.line.source,
        "target": line.line.target,
        "relation": line.line.relation.value,
        "counts": line.line.counts,
        "curve": [coordinate for point in line.curve for coordinate in point],
        "head": {"form": line.head.form, "points": line.head.points} if line.head else None,
        "runs": _runs(line.runs),
    }


def _box(box: SceneBox) -> dict[str, Any]:
    return {
        "id": box.box.id,
        "shape": box.box.shape.value,
        "rect": box.rect,
        "form": box.form,
        "stroke": box.stroke,
        "stacked": box.stacked,
        "gone": bool(box.box.gone),
        "runs": _runs(box.runs),
        "rules": box.rules,
        "spots": [_spot(spot) for spot in box.spots],
        "marks": [[mark.number, mark.status, round(mark.x, 2), round(mark.y, 2)] for mark in box.marks],
    }


def _spot(spot: Spot) -> dict[str, Any]:
    return {
        "box": spot.row.box.id,
        "form": theme.OUTLINES[spot.row.box.shape].form,
        "rect": [round(part, 2) for part in (spot.x, spot.y, spot.width, spot.height)],
        "runs": _runs(spot.runs),
    }


def _about(box: Box, statuses: list[str]) -> dict[str, Any]:
    return {
        "label": clean(box.label),
        "kind": clean(box.kind),
        "tier": clean(box.tier or "tier not known"),
        "statuses": statuses,
    }


def _seats(view: View) -> dict[str, list[str]]:
    """For each member that is listed and not drawn, the groups in whose boxes it stands."""
    groups: dict[str, list[str]] = {}
    for group, rows in arrange(view).rows.items():
        for row in rows:
            groups.setdefault(row.box.id, []).append(group)
    return groups


def _said(line: Line) -> list[str]:
    """The words of a line before and behind its other end."""
    return [clean(before(line)), clean(after(line))]


def _panel(panel: Panel) -> dict[str, Any]:
    return {
        "title": clean(panel.title),
        "subtitle": clean(panel.subtitle),
        "sections": [
            {
                "title": clean(section.title),
                "facts": [[clean(fact.label), clean(fact.value), clean(fact.evidence)] for fact in section.facts],
            }
            for section in panel.sections
        ],
        "findings": panel.findings,
        "chains": [
            {"boxes": chain.boxes, "lines": chain.lines, "ends": clean(chain.ends), "reaches": chain.reaches}
            for chain in panel.chains
        ],
        "summary": clean(panel.chain_summary),
    }
