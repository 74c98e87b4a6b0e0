"""A Paper as one HTML file that needs no other file, no network and no script, and reads well aloud and in print."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from viz.about import LANGUAGE
from viz.paper import Block, Bullets, Definitions, Heading, PageBreak, Paper, Picture, Table
from viz.writers.columns import numeric
from viz.writers.markdown import address


class _Part(NamedTuple):
    """A block and what the page needs to know of it: its id, the heading it stands under, which columns are numbers."""

    kind: str
    block: Block
    id: str = ""
    under: str = ""
    numeric: tuple[bool, ...] = ()
    new_page: bool = False


def html(paper: Paper) -> str:
    """Write a paper as HTML, to be saved as UTF-8."""
    parts = tuple(_parts(paper))
    contents = [part for part in parts if isinstance(part.block, Heading) and part.block.level == 1]
    return _template().render(
        paper=paper,
        parts=parts,
        contents=contents,
        language=LANGUAGE,
        style=files("viz").joinpath("assets", "paper.css").read_text("utf-8"),
    )


@cache
def _template() -> Template:
    environment = Environment(loader=PackageLoader("viz", "assets"), autoescape=True, undefined=StrictUndefined)
    environment.globals |= {"address": address, "source": _source}
    return environment.get_template("paper.html.j2")


def _parts(paper: Paper) -> Iterator[_Part]:
    under, breaks = paper.title, False
    for number, block in enumerate(paper.blocks):
        if isinstance(block, PageBreak):
            breaks = True
            continue
        if isinstance(block, Bullets | Definitions) and not (
            block.items if isinstance(block, Bullets) else block.entries
        ):
            continue  # a list of nothing is no list
        if isinstance(block, Heading):
            under = block.text
        columns = numeric(block) if isinstance(block, Table) else ()
        yield _Part(type(block).__name__, block, f"part-{number}", under, columns, breaks)
        breaks = False


def _source(picture: Picture) -> str:
    if not picture.content:
        return address(picture.file)
    return f"data:{picture.media};base64,{b64encode(picture.content).decode('ascii')}"
