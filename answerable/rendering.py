"""The formats a report is written in: their names, the endings of their files, and how each is made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from answerable.papers import book_as_xlsx, choice_of, paper_as
from answerable.told import headed, notice
from answerable.writing import wrong_place

if TYPE_CHECKING:
    from graphmodel.place import Location
    from graphmodel.structure import Structure
    from loaders.structures import Loaded
    from queries.asking.requests import Request
    from queries.findings.report import Report
    from viz.paper import Paper


@dataclass(frozen=True, slots=True)
class Rendering:
    """What is written: a report, the structure it is about, whom it speaks to, and whether persons are named.

    Where they are not, the report holds no names already; the structure does, and so does the `whole` report, from
    which it is worked out whom to ask. `places` says where each fact of the structure stands in its file, and `notice`
    what of the file could not be read.
    """

    report: Report
    structure: Structure
    voice: str = "board"
    names: bool = False
    whole: Report | None = None
    places: Mapping[str, Location] = field(default_factory=dict)
    notice: str = ""

    def requests(self) -> tuple[Request, ...]:
        """Return what to ask and whom; nothing where persons have names and the whole report is not given."""
        from queries.asking.requests import requests

        if self.structure.people and self.whole is None and not self.names:
            return ()
        return requests(self.whole or self.report, self.structure)

    def paper(self) -> Paper:
        """Compose the report as a paper in its voice."""
        from viz.report.paper import Voice, report_paper

        return headed(report_paper(self.report, voice=Voice(self.voice)), self.notice)

    def paper_for_a_terminal(self) -> Paper:
        """Compose what a terminal shows: a board reads the report in brief there, and the whole of it in a file."""
        from viz.report.brief_paper import brief_paper

        return headed(brief_paper(self.report), self.notice) if self.voice == "board" else self.paper()

    def paper_with_map(self, *, drawn: bool) -> Paper:
        """The same with the map, as a drawing or as a picture, and the map in words at the end."""
        from dataclasses import replace

        from viz.map.board import build_view
        from viz.map.map_blocks import map_drawing, map_in_words, map_picture
        from viz.report.about import about
        from viz.report.paper import Voice, report_paper

        view = build_view(self.structure, self.report, names=self.names)
        picture = map_drawing(view) if drawn else map_picture(view)
        paper = headed(report_paper(self.report, voice=Voice(self.voice), picture=picture), self.notice)
        return replace(paper, blocks=(*paper.blocks, *map_in_words(view)), about=about(self.report))


def rendering(report: Report, loaded: Loaded, *, voice: str, names: bool) -> Rendering:
    """Say what is written of a report; where persons are not named, with the numbers that stand for them."""
    from viz.withheld import without_names

    structure = loaded.structure
    shown = report if names else without_names(report, structure)
    return Rendering(shown, structure, voice, names, report, loaded.places, notice(loaded, "report"))


@dataclass(frozen=True, slots=True)
class Format:
    """A format: what makes it, and the endings that ask for it.

    A `binary` one gives bytes; one that is not `voiced` is the same whomever the report speaks to.
    """

    name: str
    suffixes: tuple[str, ...]
    render: Callable[[Rendering], str | bytes]
    binary: bool = False
    voiced: bool = True


def _text(what: Rendering) -> str | bytes:
    return paper_as(".txt", what.paper())


def _markdown(what: Rendering) -> str | bytes:
    return paper_as(".md", what.paper())


def _json(what: Rendering) -> str:
    return what.report.to_json()


def _html(what: Rendering) -> str | bytes:
    return paper_as(".html", what.paper_with_map(drawn=True))


def _docx(what: Rendering) -> str | bytes:
    from viz.report.board_paper import board_paper

    if what.voice != "board":
        return paper_as(".docx", what.paper_with_map(drawn=False))
    paper = board_paper(what.report, what.structure, names=what.names, requests=what.requests())
    return paper_as(".docx", headed(paper, what.notice))


def _xlsx(what: Rendering) -> bytes:
    from viz.report.register_book import register_book

    return book_as_xlsx(register_book(what.report, what.structure, names=what.names, requests=what.requests()))


def _sarif(what: Rendering) -> str:
    from viz.withheld import by_number
    from viz.writers.sarif import sarif

    shown = str if what.names else by_number(what.structure)
    return sarif(what.report, {shown(fact): place for fact, place in what.places.items()})


FORMATS: tuple[Format, ...] = (
    Format("text", (".txt",), _text),
    Format("markdown", (".md", ".markdown"), _markdown),
    Format("html", (".html", ".htm"), _html),
    Format("docx", (".docx",), _docx, binary=True),
    Format("xlsx", (".xlsx",), _xlsx, binary=True, voiced=False),
    Format("json", (".json",), _json, voiced=False),
    Format("sarif", (".sarif",), _sarif, voiced=False),
)
FORMAT_NAMES = tuple(form.name for form in FORMATS)
SUFFIXES = tuple(suffix for form in FORMATS for suffix in form.suffixes)
_BY_SUFFIX = {suffix: form.name for form in FORMATS for suffix in form.suffixes}
_OF_OTHERS = frozenset(
    {
        *(".yaml", ".yml", ".html", ".htm", ".svg", ".pdf", ".png", ".csv"),
        *(".docx", ".doc", ".odt", ".rtf", ".pptx", ".xlsx", ".xls", ".ods"),
    }
) - set(_BY_SUFFIX)
"""Endings that promise what a report is never written as, whatever `--format` says."""


def format_of(output: Path | None) -> str:
    """Name the format that a file's ending asks for; text where it asks for none."""
    return _BY_SUFFIX.get(_ending(output), "text")


def render(form: str, what: Rendering) -> str | bytes:
    """Write a report in the format of that name; KeyError where there is none."""
    return _named(form).render(what)


def wrong_voice(form: str, voice: str) -> tuple[str, ...]:
    """Say that a format knows no voices, where one is asked for: who asks would look for it in vain."""
    if voice == "board" or form not in FORMAT_NAMES or _named(form).voiced:
        return ()
    others = choice_of(one.name for one in FORMATS if one.voiced)
    return (f"--voice {voice}: {form} holds all findings as data, in no voice. Leave it out, or write {others}.",)


def wrong_output(output: Path | None, reads: Path, form: str | None) -> tuple[str, ...]:
    """Say what is wrong with where a report is to go, if anything. `form` is the format asked for, if any was."""
    if output is None:
        return _wrong_on_screen(form)
    if wrong := wrong_place(output, reads, "report"):
        return wrong
    ending = _ending(output)
    if ending in _OF_OTHERS or (ending and ending not in _BY_SUFFIX and form is None):
        return (f"`{output}`: a report is written as {choice_of(SUFFIXES)}. Let the name end in one of them.",)
    meant = _BY_SUFFIX.get(ending)
    if form in FORMAT_NAMES and meant not in (form, None):
        return (f"`{output}`: the name says {meant} and --format says {form}. Change one of the two.",)
    return ()


def _wrong_on_screen(form: str | None) -> tuple[str, ...]:
    if form not in FORMAT_NAMES or not _named(form).binary:
        return ()
    ending = _named(form).suffixes[0]
    return (f"--format {form} makes a file that no terminal can show. Name one: --output report{ending}.",)


def _named(form: str) -> Format:
    return {one.name: one for one in FORMATS}[form]


def _ending(output: Path | None) -> str:
    return "" if output is None else output.suffix.casefold()
