"""What hangs on one post, body, group or person, as a paper: what breaks without it, and what must be asked."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.structure import Structure
from queries.whatif.depends import Depends, Hangs, Thread
from queries.wording import joined
from viz.about import PLAIN, About
from viz.paper import Block, Bullets, Heading, Item, Paper, Paragraph
from viz.whatif.depends_cited import Cited
from viz.whatif.depends_sections import Section, it, sections
from viz.whatif.teller import Teller
from viz.wording import date


def depends_paper(structure: Structure, found: Depends, *, names: bool = False, author: str = PLAIN.author) -> Paper:
    """Compose the paper; persons are named only with `names`."""
    teller = Teller(structure, found.structure, names=names)
    cited = Cited(structure, teller)
    who = teller.name(found.who)
    told = tuple(sections(found, teller, cited))
    blocks = (
        *_opening(found, teller, told),
        *(block for one in told for block in (Heading(1, one.head), *one.blocks)),
        *_asked(found, teller),
        *_unaffected(found, teller),
        *_sources(cited),
    )
    subject = f"What would break if {who} were not there, as at {date(found.day)}"
    return Paper(
        teller.text(f"{structure.title}: what hangs on {who}"),
        blocks,
        About(subject=subject, author=author, day=found.day),
    )


def _opening(found: Depends, teller: Teller, told: tuple[Section, ...]) -> Iterator[Block]:
    yield Paragraph(
        f"This paper says what would break if {teller.name(found.who)} were no longer there, as at {date(found.day)}, "
        "as far as it is evidenced. That something hangs on one is no fault of theirs: it shows where somebody should "
        "be able to stand in."
    )
    yield Heading(1, "In short")
    yield Bullets(tuple(Item(text) for text in _in_short(found, teller, told)))


def _in_short(found: Depends, teller: Teller, told: tuple[Section, ...]) -> Iterator[str]:
    if found.is_nothing:
        closed, groups = found.listed
        yield f"Nothing that is known hangs on {teller.name(found.who)}."
        if closed < groups:
            yield (
                f"That is not to say that nothing does: the list of members is declared complete for {closed} of "
                f"{groups} groups, and {it(found.who, teller)} may sit, or serve, where nothing tells of it."
            )
        return
    if not any(one.breaks for one in told):
        yield "Nothing that is known is left without a chair, a member, staff or somebody to answer to."
    yield from (one.short for one in told)


def _asked(found: Depends, teller: Teller) -> Iterator[Block]:
    told = [_whether_others(one, teller) for one in found.threads if one.how in _LISTED and not one.closed]
    if found.without_post:
        told.append(f"Which post does {teller.name(found.who)} hold? None is evidenced, so none is looked at here.")
    if told:
        yield Heading(1, "What would have to be asked")
        yield Bullets(tuple(map(Item, told)))


_LISTED = {
    Hangs.MEMBERS: "Who else sits on {}?",
    Hangs.CHAIR: "Who else may chair {}?",
    Hangs.ORPHAN: "To whom else {do} {name} answer?",
    Hangs.EMPTY: "Who else holds the post of {}?",
}


def _whether_others(one: Thread, teller: Teller) -> str:
    do = "do" if teller.several(one.what) else "does"
    name = teller.name(one.what)
    return f"{_LISTED[one.how].format(name, name=name, do=do)} Nothing says that those who are known are all."


def _unaffected(found: Depends, teller: Teller) -> Iterator[Block]:
    groups = [teller.name(group) for group in found.unaffected]
    if groups and not found.is_nothing:
        yield Heading(1, "What is not affected")
        yield Paragraph(f"Nothing that is known changes for {joined(groups)}.")


def _sources(cited: Cited) -> Iterator[Block]:
    if told := cited.sources():
        yield Heading(1, "Sources")
        yield Bullets(tuple(map(Item, told)))
