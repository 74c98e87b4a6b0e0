"""What must hold of every scene, as functions that name each fault."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from viz.map.block import Run
from viz.map.curve import count_crossings, near, points_along
from viz.map.graphviz import Rect
from viz.map.labels import overlap
from viz.map.scene import Scene, SceneBox
from viz.text import width

_TOUCH = 1.0
"""Points that a line may touch a box's outline by."""


def faults(scene: Scene) -> tuple[str, ...]:
    """Every fault of the scene in words; empty for a good one."""
    return (
        *_boxes_overlap(scene),
        *_lines_through_boxes(scene),
        *_labels_over_boxes(scene),
        *_labels_overlap(scene),
        *_words_outside_boxes(scene),
        *_off_the_sheet(scene),
    )


def crossings(scene: Scene) -> int:
    """How often two lines cross that do not share an end."""
    return count_crossings([((line.line.source, line.line.target), line.curve) for line in scene.lines])


def _boxes_overlap(scene: Scene) -> Iterable[str]:
    for a, b in combinations(scene.boxes, 2):
        if overlap(a.rect, b.rect):
            yield f"the boxes {a.box.id} and {b.box.id} overlap"


def _lines_through_boxes(scene: Scene) -> Iterable[str]:
    for line in scene.lines:
        ends = {line.line.source, line.line.target}
        points = points_along(line.curve)
        for box in scene.boxes:
            if box.box.id not in ends and any(near(point, box.rect, -_TOUCH) for point in points):
                yield f"the line {line.line.id} runs through the box {box.box.id}"


def _labels_over_boxes(scene: Scene) -> Iterable[str]:
    for line in scene.lines:
        for box in scene.boxes:
            if line.label and overlap(line.label, box.rect):
                yield f"the words on {line.line.id} lie over the box {box.box.id}"


def _labels_overlap(scene: Scene) -> Iterable[str]:
    labelled = [(line.line.id, line.label) for line in scene.lines if line.label]
    for (one, a), (other, b) in combinations(labelled, 2):
        if overlap(a, b):
            yield f"the words on {one} and on {other} overlap"


def _words_outside_boxes(scene: Scene) -> Iterable[str]:
    for box in scene.boxes:
        runs = [*box.runs, *(run for spot in box.spots for run in spot.runs)]
        for run in runs:
            if not _within(_extent(run), box.rect):
                yield f"{run.text!r} runs out of the box {box.box.id}"
        yield from _lines_of_text_overlap(box, runs)


def _lines_of_text_overlap(box: SceneBox, runs: list[Run]) -> Iterable[str]:
    for a, b in combinations(runs, 2):
        if overlap(_extent(a), _extent(b), -0.5):
            yield f"{a.text!r} and {b.text!r} overlap in the box {box.box.id}"


def _off_the_sheet(scene: Scene) -> Iterable[str]:
    sheet = (0.0, 0.0, scene.width, scene.height)
    for run in scene.all_runs():
        if not _within(_extent(run), sheet):
            yield f"{run.text!r} runs off the sheet"
    for line in scene.lines:
        if not all(near(point, sheet, 0.0) for point in points_along(line.curve)):
            yield f"the line {line.line.id} runs off the sheet"


def _extent(run: Run) -> Rect:
    return run.x, run.y - run.size * 0.8, width(run.text, run.size, bold=run.bold), run.size


def _within(inner: Rect, outer: Rect) -> bool:
    return (
        inner[0] >= outer[0]
        and inner[1] >= outer[1]
        and inner[0] + inner[2] <= outer[0] + outer[2]
        and inner[1] + inner[3] <= outer[1] + outer[3]
    )
