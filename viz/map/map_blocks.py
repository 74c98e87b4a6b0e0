"""The map inside a paper: as a picture, and the same in words for those who cannot see it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from viz.drawing.png import png
from viz.map.compose import compose
from viz.map.findings import without_marks
from viz.map.outline import outline
from viz.map.scene import Scene
from viz.map.svg import svg
from viz.map.view import Entry, View
from viz.paper import Block, Bullets, Heading, Item, Paragraph, Picture

IN_WORDS = "The map in words"


def map_drawing(view: View) -> Picture:
    """Draw the map as a picture that stays sharp, for a paper that can show one."""
    scene = compose(without_marks(view), inside=True)
    return Picture("map.svg", _words(scene), svg(scene).encode("utf-8"), "image/svg+xml")


def map_picture(view: View) -> Picture:
    """Draw the map as a picture of points, for a paper that can show no drawing."""
    return in_points(compose(without_marks(view), inside=True))


def in_points(scene: Scene, told: str = "") -> Picture:
    """Draw a scene as a picture of points. `told` says where it is told in words, unless in the same paper."""
    return Picture("map.png", _words(scene, told), png(svg(scene)))


def map_in_words(view: View) -> Iterator[Block]:
    """Compose the text that tells all that the map shows; findings stand elsewhere in a paper."""
    yield Heading(1, IN_WORDS)
    yield Paragraph("Each group with what it answers to, who sits on it, and what is recorded of it.")
    yield Bullets(tuple(map(_item, outline(replace(view, notes=())))))


def _item(entry: Entry) -> Item:
    return Item(entry.text, tuple(map(_item, entry.children)))


def _words(scene: Scene, told: str = "") -> str:
    return f"Map of who answers to whom. {scene.description} The whole of it stands {told or f'under “{IN_WORDS}”'}."
