"""Last year's slide, read as a structure: everything on it is inferred, and to be confirmed.

Boxes become groups, bodies or posts, connectors become lines or links, a box within a box is part of it, and what could
not be read is told slide by slide.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from graphmodel.place import Location, Problem
from loaders.file_text import MAX_BYTES, read_bytes
from loaders.gathered import Gathered, Sheet, Where
from loaders.problems import LoadError
from loaders.slides.charts import Chart
from loaders.slides.layout import laid_out
from loaders.slides.package import opened
from loaders.slides.tables import rows_of_tables
from loaders.slides.things import Things
from loaders.tables.assemble import assembled
from loaders.tables.columns import ABOUT
from loaders.tables.meant.known import id_from
from loaders.tables.rows import Row
from loaders.wording import quoted

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator, Sequence

    from loaders.slides.layout import Laid
    from loaders.slides.package import Presentation

_NOTHING = "There is no box with a name on these slides, so nothing could be read."
_REMEDY = "Check that it is the right file, or fill in a workbook: a picture of a chart cannot be read."


def read_slides(path: str | os.PathLike[str], *, max_bytes: int = MAX_BYTES) -> Gathered:
    """Read the slides of a presentation as one partnership; LoadError where it is none, or nothing is drawn on it."""
    file = str(path)
    presentation = opened(file, read_bytes(path, max_bytes=max_bytes), max_bytes)
    into = Gathered(file)
    for sentence in presentation.unread:
        into.tell(Location(file), sentence, "Show it, and save the file again, if it is to be read.", warning=True)
    name = Path(file).name
    things = Things(id_from(name))
    laid = [laid_out(slide) for slide in presentation.slides]
    for one in laid:
        for box in one.boxes:
            for alias in box.said.aliases:
                things.expect(box.said.name, alias)
    for one in laid:
        Chart(one, things, into).read()
    rows = [*_head(laid, things.source, into), _source(name, things.source, presentation, into), *things.rows()]
    seated = list(rows_of_tables(presentation.slides, rows, into))
    if not (len(things) or seated):
        raise LoadError([*into.told, Problem(Location(file), _NOTHING, _REMEDY)])
    return assembled([*rows, *seated], into)


def _head(laid: Sequence[Laid], source: str, into: Gathered) -> Iterator[Row]:
    """Yield what the document says of itself: the title of the first chart, and the day that stands on it."""
    said: dict[str, str] = {"source": source}
    charts = [one for one in laid if one.boxes or one.slide.diagrams]
    title = next((one.title for one in charts if one.title), "")
    days = list(dict.fromkeys(day for one in (*charts, *laid) for day in one.days))
    if title:
        said["title"] = title
    if days:
        said["as_of"] = days[0]
        into.understood.append(f"The slides give the day {days[0]}, so it is taken as the day they describe.")
    for day in days[1:]:
        what = f"The slides also give the day {quoted(day)}; {days[0]} was taken."
        into.tell(Location(into.file), what, "Correct it if the other is meant.", warning=True)
    where = Where(Sheet(into.file, None, {}), None)
    for field, value in said.items():
        yield Row(ABOUT, {field: value}, where)


def _source(name: str, id_: str, presentation: Presentation, into: Gathered) -> Row:
    date = {"date": presentation.day} if presentation.day else {}
    return Row("sources", {"id": id_, "name": name, **date}, Where(Sheet(into.file, None, {}), None))
