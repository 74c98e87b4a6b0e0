"""The accountability statement: in prose who accounts to whom, for what, how often and on what evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import cast

from graphmodel.dates import Day
from graphmodel.entities import Entity, Group
from graphmodel.evidence import EvidenceLevel
from graphmodel.index import Index
from graphmodel.kinds import GroupKind
from graphmodel.structure import Structure
from queries.engines.memory import MemoryEngine
from queries.facts.known import Known
from queries.wording import joined
from viz.about import PLAIN, About
from viz.paper import Block, Bullets, Heading, Item, Paper, Paragraph
from viz.privacy import HIDDEN, Veil
from viz.statement.group import paragraphs
from viz.statement.teller import Teller
from viz.statement.words import (
    HOW_TO_READ,
    Notes,
    Verb,
    called,
    does,
    is_several,
    listed,
    number,
    sentence,
    title_called,
)
from viz.wording import date


def statement_paper(
    structure: Structure, as_of: Day, level: EvidenceLevel, *, names: bool = False, author: str = PLAIN.author
) -> Paper:
    """Compose the statement of a structure as of a day; persons are named only with `names`."""
    index = Index(structure, as_of)
    teller = Teller(index, level, Notes(structure))
    known = Known(MemoryEngine(structure), as_of, level)
    groups = _from_the_top(known, teller)
    told = [(group, tuple(paragraphs(teller, group))) for group in groups]
    veil = Veil(structure, names=names)
    body: list[Block] = [
        *_above(known, groups, teller),
        *(block for group, texts in told for block in _section(group, texts)),
        *_staff(teller, names=names),
        *_not_told(known, index, [one for one in _all_series(known, index) if one not in groups]),
    ]
    blocks = (*_opening(structure, as_of, teller.notes), *body, *_notes(teller.notes))
    return Paper(
        veil.text(f"{structure.title}: accountability statement"),
        tuple(_veiled(block, veil) for block in blocks),
        About(subject=f"Who accounts to whom, as at {date(as_of)}", author=author, day=as_of),
    )


def _opening(structure: Structure, as_of: Day, notes: Notes) -> Iterator[Block]:
    sources = notes.sources()
    dates = {source.name: source.date for source in structure.sources}
    titles = [f"{title} ({date(day)})" if (day := dates.get(title)) else title for title in sources]
    rests = f" It rests on {number(len(titles))} source{'' if len(titles) == 1 else 's'}: {'; '.join(titles)}."
    yield Paragraph(
        f"This statement sets out who accounts to whom in {title_called(structure.title)}, for what, how often and on "
        f"what evidence, as at {date(as_of)}.{rests if titles else ''}"
    )
    yield Paragraph(HOW_TO_READ)
    yield Paragraph(
        "What the sources leave open is said once for each group, as “not evidenced”. It may well be in place; nobody "
        "has shown it yet."
    )


def _from_the_top(known: Known, teller: Teller) -> list[Group]:
    """Return the groups of the day, each below the one it answers to or is part of; the largest top comes first."""
    entities = teller.index.entity
    groups = {id_: cast("Group", entities[id_]) for id_ in (*known.groups, *_series(known, teller))}
    below: dict[str, list[str]] = {group: [] for group in groups}
    tops: list[str] = []
    for id_, group in groups.items():
        above = [tie.finish for type_ in ("line", "part_of") for tie in teller.leaving(type_, group)]
        parent = next((one for one in above if one in groups and one != id_), None)
        (tops if parent is None else below[parent]).append(id_)
    trees = [_tree(top, below) for top in tops]
    trees.sort(key=lambda tree: (-len(tree), _RANKS.get(groups[tree[0]].kind, len(_RANKS))))
    in_trees = {one for tree in trees for one in tree}
    circling = [group for group in groups if group not in in_trees]
    order = dict.fromkeys((*(one for tree in trees for one in tree), *circling))
    return [groups[id_] for id_ in order]


def _series(known: Known, teller: Teller) -> Iterator[str]:
    """Yield the meeting series with a place in the structure; of any other there is nothing to say."""
    for group in _all_series(known, teller.index):
        ties = (*(teller.leaving(type_, group) for type_ in _PLACED_BY), teller.arriving("seat", group))
        if group.decision_rights or any(ties):
            yield group.id


def _all_series(known: Known, index: Index) -> tuple[Group, ...]:
    found = (index.entity[id_] for id_ in index.entity if id_ in known.present and not index.left_open(id_))
    return tuple(one for one in found if isinstance(one, Group) and one.kind is GroupKind.MEETING_SERIES)


_PLACED_BY = ("line", "part_of", "governed_by", "owns", "monitors", "plans_use_of")
_RANKS = {"partnership": 0, "board": 1}


def _tree(top: str, below: dict[str, list[str]]) -> list[str]:
    """Return a group and all below it, each followed by its own."""
    found: dict[str, None] = {}
    todo = [top]
    while todo:
        here = todo.pop()
        if here not in found:
            found[here] = None
            todo.extend(reversed(below[here]))
    return list(found)


def _above(known: Known, groups: list[Group], teller: Teller) -> Iterator[Block]:
    """Tell where accountability ends, where it stops short, and where it runs in a circle."""
    yield Heading(1, "Where accountability ends")
    reached = {group.id: known.chains.way(group.id) for group in groups if group.id in known.groups}
    ends = [teller.index.entity[end] for end in dict.fromkeys(way.end for way in reached.values() if way)]
    circles = known.chains.circles
    circling = {group for circle in circles for group in circle.groups}
    tops = [
        group for group in groups if group.id in reached and not reached[group.id] and known.chains.is_top(group.id)
    ]
    coming = [group for group in tops if teller.leaving("line", group)]
    if ends:
        yield Paragraph(sentence("The lines that follow lead to", listed(ends), ", where accountability may end"))
    elif groups:
        yield Paragraph(
            "No line is evidenced to a body where accountability may end, such as a council, an authority or the "
            "government."
        )
    if open_ := [group for group in tops if group not in coming]:
        stand, it = ("stand", "they account") if len(open_) > 1 or is_several(open_[0]) else ("stands", "it accounts")
        yield Paragraph(sentence(listed(open_), stand, f"at the top of what is known; to whom {it} is not evidenced"))
    if coming:
        stand, it = ("stand", "they are") if len(coming) > 1 or is_several(coming[0]) else ("stands", "it is")
        yield Paragraph(
            sentence(listed(coming), stand, f"at the top of what is in place; to whom {it} to answer is told below")
        )
    for circle in circles:
        yield Paragraph(_circle([teller.index.entity[step] for step in circle.path]))
    told = {group.id for group in tops} | circling
    for end, below in known.chains.ends.items():
        if end not in told:
            yield Paragraph(_break(teller.index, end, below))


def _break(index: Index, end: str, below: tuple[str, ...]) -> str:
    starts = listed([index.entity[one] for one in below if one != end])
    there = index.entity[end]
    gone = "had ended by then" if index.current(end) == "no" else f"is no {there.TYPE} where accountability may end"
    return sentence(f"The chain from {starts} ends at {called(there)}, which {gone}; what is above is not evidenced")


def _circle(path: list[Entity]) -> str:
    """Tell a circle step by step; a group that answers to itself is one."""
    steps = [
        f"{called(one)} {'answer' if is_several(one) else 'answers'} to {called(other)}"
        for one, other in pairwise(path)
    ]
    return sentence(f"Accountability runs in a circle here: {joined(steps)}")


def _section(group: Group, texts: tuple[str, ...]) -> Iterator[Block]:
    yield Heading(2, group.name)
    yield from map(Paragraph, texts)


def _staff(teller: Teller, *, names: bool) -> Iterator[Block]:
    """Tell who manages whom, and who holds which post where names are asked for: neither is a line between groups."""
    told: list[str] = []
    for tie in teller.told(teller.index.of_type("line_managed_by")):
        managed, manager = teller.index.entity[tie.start], teller.index.entity[tie.finish]
        verb = Verb("be managed by", "is managed by", "are managed by")
        plural = is_several(managed) or managed.name.casefold().endswith("staff")
        told.append(
            sentence(
                called(managed), does(verb, tie.evidence.modality, plural=plural), called(manager), teller.cite(tie)
            )
        )
    for tie in teller.told(teller.index.of_type("holds")) if names else ():
        person, post = teller.index.entity[tie.start], teller.index.entity[tie.finish]
        verb = Verb("hold the post of", "holds the post of")
        told.append(sentence(person.name, does(verb, tie.evidence.modality, plural=False), post.name, teller.cite(tie)))
    if told:
        yield Heading(1, "Posts and staff")
        yield Paragraph(" ".join(("Line management is told here, apart from accountability between groups.", *told)))


def _not_told(known: Known, index: Index, series: list[Group]) -> Iterator[Block]:
    """Name the groups that are left out, and why."""
    left_open = [index.entity[group] for group in sorted(known.left_open)]
    to_come = [index.entity[group] for group in sorted(known.to_come)]
    if left_open or to_come or series:
        yield Heading(1, "Not described here")
    if left_open:
        yield Paragraph(sentence(f"Whether {listed(left_open)} went on after the changes told here is not evidenced"))
    if to_come:
        yield Paragraph(sentence(listed(to_come), "is" if len(to_come) == 1 else "are", "still to come"))
    if series:
        several = len(series) > 1 or is_several(series[0])
        named = "are named, and no more is said of them" if several else "is named, and no more is said of it"
        yield Paragraph(sentence(listed(series), named))


def _notes(notes: Notes) -> Iterator[Block]:
    told = notes.told()
    if told:
        yield Heading(1, "Notes")
        sources = notes.sources()
        if len(sources) == 1:
            yield Paragraph(f"The places are those in {sources[0]}.")
        yield Bullets(tuple(Item(place, label=str(number)) for number, place in told))


_NOT_SHOWN = HIDDEN.removeprefix("a person ")
_BEGINS = re.compile(rf"(?:^|(?<=[.!?] ))(?=a person (?:for [^.]*?)?{re.escape(_NOT_SHOWN)}).")
"""Where a name that is not shown began a sentence."""
_FOR = re.compile(rf"{re.escape(HIDDEN)} \(for ((?:[^()]|\([^()]*\))*)\)")
"""Who is not named sits for somebody: told once in brackets, not twice."""


def _veiled(block: Block, veil: Veil) -> Block:
    if isinstance(block, Paragraph):
        text = _FOR.sub(rf"a person for \1 {_NOT_SHOWN}", veil.text(block.text))
        return Paragraph(_BEGINS.sub(lambda found: found[0].upper(), text))
    if isinstance(block, Heading):
        return Heading(block.level, veil.text(block.text))
    if isinstance(block, Bullets):
        return Bullets(tuple(Item(veil.text(item.text), label=item.label) for item in block.items))
    return block
