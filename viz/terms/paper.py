"""Draft terms of reference of a group as a Paper: what is known filled in, what is not in square brackets."""

from __future__ import annotations

import string
from collections.abc import Iterator
from typing import NamedTuple

from graphmodel.dates import Day
from graphmodel.entities import Group
from graphmodel.kinds import DocumentKind
from graphmodel.structure import Structure
from queries.clauses import clauses, source_titles
from queries.profile import Depth
from queries.terms.elements import Condition, Element, Who, wanted
from queries.wording import Place, joined
from viz.about import PLAIN, About
from viz.paper import Block, Definition, Definitions, Heading, PageBreak, Paper, Paragraph, Table
from viz.privacy import Veil
from viz.terms.facts import Facts
from viz.terms.tables import Open, accountability, membership
from viz.terms.values import in_doubt, values
from viz.terms.who import who_could_say
from viz.wording import date, plain

DEPTH_WORDS = {
    Depth.LIGHT: "light, for a small group with one task",
    Depth.STANDARD: "standard, for most groups",
    Depth.FULL: "full, for a group that decides money or carries out a duty in law",
}
_DRAFT = (
    "A draft to be amended and agreed. What it says of the group as it is, is evidenced; what it says of how the group "
    "is to work is wording to begin from. What stands in square brackets is not known, and is to be filled in or "
    "struck out. Round brackets say where a fact is less than plainly stated."
)


class Options(NamedTuple):
    """How a draft is made: the day it speaks of, how much it says, whether persons are named and reasons are given.

    Without a `depth` the group settles it, or else the profile whose depth is `otherwise`.
    """

    as_of: Day
    depth: Depth | None = None
    otherwise: Depth = Depth.STANDARD
    names: bool = False
    notes: bool = True
    author: str = PLAIN.author


def terms_paper(structure: Structure, group: Group, options: Options) -> Paper:
    """Compose draft terms of reference of a group from what the structure knows of it."""
    draft = _Draft(Facts(structure, group, options.as_of, Veil(structure, names=options.names)), options)
    name = draft.facts.name(group.id)
    return Paper(
        f"Terms of reference: {name}",
        (*draft.head(), *draft.headings(), *draft.to_agree()),
        About(f"Draft terms of reference of {name}", options.author, options.as_of),
    )


class _Draft:
    """A draft in the making; `open` fills with what has to be agreed as the headings are written."""

    def __init__(self, facts: Facts, options: Options) -> None:
        self.facts = facts
        self._options = options
        self._depth = options.depth or facts.depth(options.otherwise)
        self._values = values(facts)
        self._open: list[tuple[str, Element, str]] = []

    def head(self) -> Iterator[Block]:
        yield Definitions(tuple(Definition(term, text) for term, text in self._status()))
        yield Paragraph(_DRAFT, aside=True)

    def _status(self) -> Iterator[tuple[str, str]]:
        facts = self.facts
        yield "Status", "draft, not agreed"
        yield "As at", date(self._options.as_of)
        yield "Depth", DEPTH_WORDS[self._depth]
        for document, tie in facts.documents(DocumentKind.TERMS_OF_REFERENCE):
            state = "whether agreed is not known" if document.status == "unknown" else plain(document.status)
            yield "There are already", f"{facts.text(document.name)} ({state}){facts.mark_of(tie)}: begin from those"
        if sources := [source.name for source in facts.index.structure.sources]:
            yield "Drawn from", joined(map(facts.text, sources))

    def headings(self) -> Iterator[Block]:
        """Write every heading of the depth: its text, then why it is there."""
        for number, element in enumerate(self._elements(), start=1):
            heading = f"{number}. {element.heading}"
            yield Heading(1, heading)
            yield from _numbered(number, self._body(heading, element))
            if self._options.notes:
                yield Paragraph(f"Why this heading: {element.why} Sources: {_sources(element)}.", aside=True)

    def _elements(self) -> tuple[Element, ...]:
        """Full terms have a heading for money whatever is known of it."""
        full = {Condition.MONEY} if self._depth is Depth.FULL else set()
        return wanted(self._depth, self.facts.conditions() | full).all

    def _body(self, heading: str, element: Element) -> Iterator[Block]:
        """Write a table where there is one, then the sentences; light terms ask for the first thing only."""
        brief = self._depth is Depth.LIGHT
        for block in _TABLES[element.id](self.facts, element, brief=brief) if element.id in _TABLES else ():
            if isinstance(block, Open):
                self._open.append((heading, element, block.words))
            else:
                yield block
        asked = 0 if brief and element.id in _TABLES else 1 if brief else len(element.wording)
        written = (
            self._sentence(heading, element, sentence, may_ask=number < asked)
            for number, sentence in enumerate(element.wording)
        )
        yield from (Paragraph(sentence) for sentence in written if sentence)

    def _sentence(self, heading: str, element: Element, sentence: str, *, may_ask: bool) -> str:
        """Fill a sentence; what is open is asked for in square brackets, and noted. Empty where it has no use."""
        places = [name for _, name, _, _ in string.Formatter().parse(sentence) if name]
        if any(place not in self._values and not (may_ask and place in element.blanks) for place in places):
            return ""
        doubts = ((place, in_doubt(self.facts, place)) for place in places if place in self._values)
        self._open += [(heading, element, f"{element.asked(place)}: {doubt}") for place, doubt in doubts if doubt]
        unknown = [place for place in dict.fromkeys(places) if place not in self._values]
        self._open += [(heading, element, element.asked(place)) for place in unknown]
        filled = sentence.format_map(
            {**{place: Place(f"[{element.blanks[place]}]") for place in unknown}, **self._values}
        )
        return filled[:1].upper() + filled[1:]

    def to_agree(self) -> Iterator[Block]:
        """List what was left open, with who could say."""
        if not self._open:
            return
        yield PageBreak()
        yield Heading(1, "What still has to be agreed")
        yield Paragraph("Take this list out once nothing is left on it.", aside=True)
        whom: dict[tuple[str, Who], list[str]] = {}
        for heading, element, words in self._open:
            whom.setdefault((heading, element.who), []).append(words)
        rows = tuple(
            (heading, "; ".join(dict.fromkeys(words)), who_could_say(self.facts, who))
            for (heading, who), words in whom.items()
        )
        yield Table(("Heading", "To be agreed", "Who could say"), rows)


def _numbered(heading: int, blocks: Iterator[Block]) -> Iterator[Block]:
    """Number the paragraphs of a heading, so that a board can speak of 3.2."""
    number = 0
    for block in blocks:
        if isinstance(block, Paragraph):
            number += 1
            yield Paragraph(f"{heading}.{number} {block.text}")
        else:
            yield block


_TABLES = {"membership": membership, "accountability": accountability}


def _sources(element: Element) -> str:
    """Name the sources of a heading, each once with its places; what is practice is known by its place alone."""
    known = clauses()
    places: dict[str, list[str]] = {}
    for source in element.sources:
        clause = known[source]
        title = "" if clause.source == _PRACTICE else f"{source_titles()[clause.source]}: "
        places.setdefault(title, []).append(clause.place)
    return "; ".join(f"{title}{joined(dict.fromkeys(found))}" for title, found in places.items())


_PRACTICE = "practice"
