"""A presentation opened safely: its slides, and what it says of itself."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, NamedTuple

from graphmodel.place import Location
from loaders.file_text import refusal
from loaders.slides.drawn import Slide
from loaders.slides.geometry import Rect
from loaders.slides.shapes import drawn_shapes
from loaders.slides.xml import P, lines_of
from loaders.workbook.limits import UnsafeError, limits_of
from loaders.workbook.unpacked import NO_WORKBOOK, checked_package

if TYPE_CHECKING:
    from collections.abc import Callable

MAX_SLIDES = 200
"""Slides that are read: a chart is on one of the first, or the file is something else."""
MAX_DRAWN = 10_000
"""Shapes of all slides after which no further slide is read."""

_OLD = b"\xd0\xcf\x11\xe0"
_NONE = "This file is no presentation, or it is damaged."
_SAVE = "Open it in PowerPoint and save it as a PowerPoint presentation (.pptx)."
_FALLBACK = Rect(0, 0, 12_192_000, 6_858_000)
"""What a slide measures that does not say."""


class Presentation(NamedTuple):
    """The slides of a presentation, its own day, and, a sentence each, what in it was not read."""

    slides: tuple[Slide, ...]
    day: str | None
    unread: tuple[str, ...]


def opened(file: str, content: bytes, max_bytes: int) -> Presentation:
    """Open a presentation that unpacks to at most so many bytes; LoadError where it is none, or is more."""
    where = Location(file)
    if content.startswith(_OLD):
        what = "This is a presentation in the old form (.ppt), or one locked with a password."
        raise refusal(where, what, _SAVE)
    try:
        safe = checked_package(content, limits_of(max_bytes, "a presentation that is read here"))
    except UnsafeError as error:
        what = _NONE if str(error) == NO_WORKBOOK else f"{error}."
        raise refusal(where, what, _SAVE) from None
    try:
        return _read(safe)
    except Exception:  # noqa: BLE001  the library raises whatever comes of a broken file, and it comes from outside
        raise refusal(where, _NONE, _SAVE) from None


def _read(content: bytes) -> Presentation:
    from pptx.package import Package  # noqa: PLC0415  only who brings slides pays for it

    package = Package.open(io.BytesIO(content))
    presentation = package.main_document_part.presentation
    rect = Rect(0, 0, presentation.slide_width or 0, presentation.slide_height or 0)
    slides: list[Slide] = []
    unread: list[str] = []
    drawn = 0
    for number, source in enumerate(presentation.slides, start=1):
        if number > MAX_SLIDES or drawn > MAX_DRAWN:
            unread.append(f"Only the first {number - 1} slides were read.")
            break
        if source.element.get("show") in ("0", "false"):
            unread.append(f"Slide {number} is hidden, so it was not read.")
            continue
        slide = Slide(number, rect if rect.area > 0 else _FALLBACK)
        drawn_shapes(source.shapes.element, slide, _fetcher(source.part))
        if _has_notes(source):
            slide.unread.append("the speaker notes")
        drawn += len(slide.shapes) + len(slide.strokes)
        slides.append(slide)
    return Presentation(tuple(slides), _day(package), tuple(unread))


def _fetcher(part: Any) -> Callable[[str], bytes | None]:
    def fetched(relation: str) -> bytes | None:
        if relation not in part.rels or part.rels[relation].is_external:
            return None
        blob: bytes = part.rels[relation].target_part.blob
        return blob

    return fetched


def _has_notes(source: Any) -> bool:
    """Tell whether anybody wrote notes; the number of the slide and the like stand there too."""
    if not source.has_notes_slide:
        return False
    for shape in source.notes_slide.element.iter(f"{P}sp"):
        place = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
        if place is not None and place.get("type") == "body" and lines_of(shape.find(f"{P}txBody")):
            return True
    return False


def _day(package: Any) -> str | None:
    """Return the day on which it was last changed, or made, if it says so itself."""
    from pptx.opc.constants import RELATIONSHIP_TYPE  # noqa: PLC0415  the same

    try:
        said = package.part_related_by(RELATIONSHIP_TYPE.CORE_PROPERTIES)
        day = said.modified or said.created
    except (KeyError, ValueError, AttributeError):
        return None
    return None if day is None else day.date().isoformat()
