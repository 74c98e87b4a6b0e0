"""The sections of a paper on what hangs on somebody: each with its line in short, so that none goes unsaid there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from queries.whatif.depends import Depends, Hangs, Thread
from queries.whatif.results import Break
from viz.paper import Block, Bullets, Item, Paragraph
from viz.whatif.depends_cited import Cited
from viz.whatif.teller import Teller

SHORT: Mapping[Hangs, tuple[str, str]] = {
    Hangs.CHAIR: ("Groups left without a chair", "Left without a chair"),
    Hangs.MEMBERS: ("Groups left without a known member", "Left without anybody who is known to sit there"),
    Hangs.STAFF: ("Groups left without staff", "Left without the staff that serve it"),
    Hangs.ORPHAN: (
        "Groups and posts that answer to nobody else that is known",
        "Left answering to nobody else that is known",
    ),
    Hangs.AREA: ("Areas left without a group", "Covered by no other group that is known"),
    Hangs.MONEY: ("Money left without a purpose or a plan", "Money for nothing else, or planned by nobody else"),
    Hangs.FUND: ("Money for which it answers", "Money left without the body or group that answers for it"),
    Hangs.EMPTY: ("Posts left empty", "Posts left empty, which nobody else is known to hold"),
    Hangs.KEPT: ("Posts that go on being held", "Posts with another holder, or one of several alike, not left empty"),
    Hangs.POST: ("Posts that go too", "Posts that go too"),
    Hangs.SEAT: ("Seats left empty, others being filled", "Left with an empty seat"),
    Hangs.OFFICE: ("Groups that lose an officer, an adviser or a deputy", "Left without an officer, adviser or deputy"),
    Hangs.WORK: ("Work that it looks after", "Work that it looks after"),
    Hangs.LINE: ("Groups and posts that answer to it, and to others", "Answering to it, and to others too"),
    Hangs.TO_EMPTY: ("Groups and posts that answer to an empty post", "Answering to a post that is left empty"),
    Hangs.PART: ("Parts of it", "Parts of it, which are left"),
    Hangs.MANAGED: ("Posts and teams left without a line manager", "Left without a line manager"),
    Hangs.DOCUMENT: ("Documents that it has agreed", "Documents that it has agreed"),
}
"""The head of the section of each way of hanging, and its line in short, in the order in which they are told."""


class Section(NamedTuple):
    """A section: its line in short, its head and what stands there. `breaks` says whether something is left without."""

    short: str
    head: str
    blocks: tuple[Block, ...]
    breaks: bool = True


def sections(found: Depends, teller: Teller, cited: Cited) -> Iterator[Section]:
    """Yield the sections that say what breaks or ends, what weighs most first."""
    for how, (head, short) in SHORT.items():
        some = [one for one in found.threads if one.how is how]
        if some:
            names = teller.names(dict.fromkeys(one.what for one in some))
            bullets = Bullets(tuple(_thread(one, teller, cited) for one in some))
            yield Section(f"{short}: {names}.", head, (bullets,), how not in _NO_LOSS)
    yield from _chains(found, teller, cited)
    yield from _plans(found, teller)
    yield from _voices(found, teller)
    yield from _pieces(found, teller)
    yield from _audit(found, teller)
    yield from _cut(found, cited)


_NO_LOSS = frozenset({Hangs.KEPT, Hangs.POST, Hangs.LINE, Hangs.PART, Hangs.DOCUMENT})
"""What goes too, goes on or stays as it was agreed: nothing is left without by it."""


def it(who: str, teller: Teller) -> str:
    """Return the pronoun for somebody: one is not "it" who is a person."""
    return "they" if teller.several(who) or teller.type(who) == "person" else "it"


def _thread(one: Thread, teller: Teller, cited: Cited) -> Item:
    told = [_of_its_own(one, teller, cited)] if one.how in _OF_THEIR_OWN else list(cited.facts(one.facts))
    if one.through:
        is_, posts = ("are", "posts") if len(one.through) > 1 else ("is", "post")
        told.append(f"The {posts} of {teller.names(one.through)} {is_} left empty: the place itself stays.")
    told += _others(one, teller)
    return Item(f"{_large(teller.name(one.what))}.", tuple(map(Item, told)))


def _of_its_own(one: Thread, teller: Teller, cited: Cited) -> str:
    """Say what money or a document itself says of who leaves: it is no fact of its own."""
    field, verb, several = _OF_THEIR_OWN[one.how]
    who = str(getattr(teller.entity(one.what), field))
    return cited.resting(f"{teller.name(who)} {several if teller.several(who) else verb} it", one.what)


_OF_THEIR_OWN = {
    Hangs.FUND: ("accountable_body", "answers for", "answer for"),
    Hangs.DOCUMENT: ("approved_by", "has agreed", "have agreed"),
}


def _others(one: Thread, teller: Teller) -> Iterator[str]:
    several = teller.several(one.what)
    others = teller.names(one.others)
    if one.how in (Hangs.LINE, Hangs.ORPHAN, Hangs.TO_EMPTY):
        they, answers, do = ("They", "answer", "they answer") if several else ("It", "answers", "it answers")
        if one.others:
            yield f"{they} {answers} to {others} too."
        elif one.how is Hangs.ORPHAN:
            whole = f"The list of those to whom {do} is declared complete."
            yield whole if one.closed else f"To whom else {do} is not evidenced."
    elif one.how is Hangs.PART and one.others:
        yield f"{'They are' if several else 'It is'} part of {others} too."
    elif one.how is Hangs.KEPT:
        if one.others:
            yield f"{_number(len(one.others), 'other is', 'others are')} known to hold it too."
        else:
            yield "It stands for several alike: who holds the others is not evidenced."
    elif one.how is Hangs.EMPTY and one.closed:
        yield "The list of its holders is declared complete."
    elif one.others:
        yield f"Who could stand in: {others}."


def _chains(found: Depends, teller: Teller, cited: Cited) -> Iterator[Section]:
    if found.chains:
        short = f"No longer reaching an end of accountability: {_about(found.chains, teller)}."
        ways = Bullets(tuple(_cut_off(one.about[0], found, teller, cited) for one in found.chains))
        yield Section(short, "Chains that would be cut", (ways,))


def _cut_off(group: str, found: Depends, teller: Teller, cited: Cited) -> Item:
    return Item(_way(found.ways[group], teller), tuple(map(Item, cited.facts(found.lines[group]))))


def _way(steps: tuple[str, ...], teller: Teller) -> str:
    told = teller.name(steps[0])
    for number, (below, above) in enumerate(pairwise(steps)):
        answers = "answer" if teller.several(below) else "answers"
        told += f"{', which' if number else ''} {answers} to {teller.name(above)}"
    reach = "they reach" if teller.several(steps[0]) else "it reaches"
    return f"{_large(told)}. Afterwards {reach} no end that is known."


def _plans(found: Depends, teller: Teller) -> Iterator[Section]:
    if found.plans:
        short = f"Plans that no other group is known to own or watch: {_about(found.plans, teller)}."
        words = {"owns": "no other group is known to own it", "monitors": "no other group is known to watch it"}
        bullets = Bullets(tuple(Item(f"{teller.name(one.about[0])}: {words[one.says]}.") for one in found.plans))
        yield Section(short, "Plans left without a group", (bullets,))


def _voices(found: Depends, teller: Teller) -> Iterator[Section]:
    if found.voices:
        short = f"Heard on no other group that is known: {_about(found.voices, teller)}."
        bullets = Bullets(tuple(_voice(one, teller) for one in found.voices))
        yield Section(short, "Who is heard on no other group that is known", (bullets,))
    if found.unheard:
        posts = f"as long as {teller.names(found.empty)} {'are' if len(found.empty) > 1 else 'is'} empty"
        short = f"Heard on no group that is known, {posts}: {_about(found.unheard, teller)}."
        bullets = Bullets(tuple(_voice(one, teller) for one in found.unheard))
        yield Section(short, f"Who is heard on no group {posts}", (bullets,))


def _voice(one: Break, teller: Teller) -> Item:
    who, *groups = one.about
    sits = "sit" if teller.several(who) else "sits"
    return Item(f"{_large(teller.name(who))} {sits} on {teller.names(groups)}.")


def _pieces(found: Depends, teller: Teller) -> Iterator[Section]:
    if not found.pieces:
        return
    closed, groups = found.closed
    they = it(found.who, teller)
    tie = f"{_large(they)} alone {'tie' if they == 'they' else 'ties'}"
    without = Paragraph(
        f"Without {'them' if they == 'they' else 'it'} these sets of groups have nobody in common, in the seats that "
        f"are known. The members are declared complete for {closed} of the {groups} groups around "
        f"{'them' if they == 'they' else 'it'}"
        + ("." if closed == groups else ", so others may tie the sets whom nothing tells of.")
    )
    pieces = Bullets(tuple(Item(_piece(piece.number, teller.names(piece.groups))) for piece in found.pieces))
    short = f"{tie} {len(found.pieces)} sets of groups together, in the seats that are known."
    yield Section(short, f"Groups that {they} alone {'tie' if they == 'they' else 'ties'} together", (without, pieces))


def _piece(number: int, groups: str) -> str:
    return f"{groups}." if number == 1 else f"{groups}: {number} groups hang together there."


def _audit(found: Depends, teller: Teller) -> Iterator[Section]:
    fresh = (*found.found.lost, *found.found.faults)
    if fresh:
        matters = _number(len(fresh), "matter is", "matters are")
        short = f"In order today, and no longer then: {matters} listed below."
        bullets = Bullets(tuple(Item(teller.text(one.board)) for one in fresh))
        yield Section(short, "In order today, and no longer then", (bullets,))


def _cut(found: Depends, cited: Cited) -> Iterator[Section]:
    told = {fact for one in found.threads for fact in one.facts}
    rest = tuple(cited.facts(key for key in found.cut if key not in told))
    if rest:
        ends = _number(len(rest), "more fact ends", "more facts end")
        yield Section(f"{ends} with it, listed below.", "What else ends with it", (Bullets(tuple(map(Item, rest))),),
                      breaks=False)  # fmt: skip


def _number(many: int, one: str, several: str) -> str:
    return f"{many} {one if many == 1 else several}"


def _about(some: tuple[Break, ...], teller: Teller) -> str:
    return teller.names(dict.fromkeys(one.about[0] for one in some))


def _large(text: str) -> str:
    return text[:1].upper() + text[1:]
