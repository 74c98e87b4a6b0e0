"""What hangs on one post, body, group or person, as a paper: what breaks without it, and what must be asked."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.structure import Structure
from queries.whatif.depends import Depends, Hangs, Thread
from queries.wording import joined
from viz.about import PLAIN, About
from viz.paper import Block, Bullets, Heading, Item, Paper, Paragraph
from viz.whatif.teller import Teller
from viz.wording import date


def depends_paper(structure: Structure, found: Depends, *, names: bool = False, author: str = PLAIN.author) -> Paper:
    """Compose the paper; persons are named only with `names`."""
    teller = Teller(structure, found.structure, names=names)
    who = teller.name(found.who)
    blocks = (
        *_opening(found, teller),
        *_threads(found, teller),
        *_chains(found, teller),
        *_plans(found, teller),
        *_pieces(found, teller),
        *_audit(found, teller),
        *_asked(found, teller),
        *_cut(found, teller),
        *_unaffected(found, teller),
    )
    subject = f"What would break if {who} were not there, as at {date(found.day)}"
    return Paper(
        teller.text(f"{structure.title}: what hangs on {who}"),
        tuple(blocks),
        About(subject=subject, author=author, day=found.day),
    )


def _opening(found: Depends, teller: Teller) -> Iterator[Block]:
    yield Paragraph(
        f"This paper says what would break if {teller.name(found.who)} were no longer there, as at {date(found.day)}, "
        "as far as it is evidenced. That something hangs on one is no fault of theirs: it shows where somebody should "
        "be able to stand in."
    )
    yield Heading(1, "In short")
    yield Bullets(tuple(Item(text) for text in _in_short(found, teller)))


def _in_short(found: Depends, teller: Teller) -> Iterator[str]:
    if found.is_nothing:
        yield f"Nothing is known to hang on {teller.name(found.who)}."
        return
    for how, words in _SHORT.items():
        whom = [one.what for one in found.threads if one.how is how]
        if whom:
            yield f"{words}: {teller.names(whom)}."
    if found.chains:
        yield f"No longer reaching an end of accountability: {teller.names(one.about[0] for one in found.chains)}."
    if found.plans:
        whose = dict.fromkeys(one.about[0] for one in found.plans)
        yield f"Plans that nobody owns or watches any more: {teller.names(whose)}."
    if found.voices:
        yield f"Heard on no other group that is known: {teller.names(one.about[0] for one in found.voices)}."
    if found.pieces:
        yield f"It alone ties {len(found.pieces)} sets of groups together, in the seats that are known."
    if not any(
        (found.chains, found.plans, found.voices, found.pieces, [one for one in found.threads if one.how in _SHORT])
    ):
        yield "Nothing is left without a chair, a member, staff or a way to an end; what ends with it is listed below."


_SHORT = {
    Hangs.CHAIR: "Left without a chair",
    Hangs.MEMBERS: "Left without anybody who is known to sit there",
    Hangs.STAFF: "Left without the staff that serve it",
}
_HEADS = {
    Hangs.CHAIR: "Groups left without a chair",
    Hangs.MEMBERS: "Groups left without a known member",
    Hangs.STAFF: "Groups left without staff",
    Hangs.LINE: "Groups that answer to it",
    Hangs.SEAT: "Seats left empty, others being filled",
    Hangs.MANAGED: "Posts and teams left without a line manager",
    Hangs.POST: "Posts that go too, or are left empty",
    Hangs.FUND: "Money for which it answers",
    Hangs.DOCUMENT: "Documents that it has agreed",
}


def _threads(found: Depends, teller: Teller) -> Iterator[Block]:
    for how, head in _HEADS.items():
        threads = [one for one in found.threads if one.how is how]
        if threads:
            yield Heading(1, head)
            yield Bullets(tuple(_thread(one, teller) for one in threads))


def _thread(one: Thread, teller: Teller) -> Item:
    told = [f"{said}." for said in teller.facts(one.facts) if one.how not in (Hangs.FUND, Hangs.DOCUMENT)]
    if one.how is Hangs.LINE:
        besides = (
            f"It answers to {teller.names(one.others)} too."
            if one.others
            else "To whom else it answers is not evidenced."
        )
        told.append(besides)
    elif one.others:
        told.append(f"Who could stand in: {teller.names(one.others)}.")
    return Item(f"{teller.name(one.what)}.", tuple(map(Item, told)))


def _chains(found: Depends, teller: Teller) -> Iterator[Block]:
    if found.chains:
        yield Heading(1, "Chains that would be cut")
        yield Bullets(tuple(Item(_way(found.ways[one.about[0]], teller)) for one in found.chains))


def _way(steps: tuple[str, ...], teller: Teller) -> str:
    first, *rest = map(teller.name, steps)
    return f"{first} answers to {', which answers to '.join(rest)}. Afterwards it reaches no end."


def _plans(found: Depends, teller: Teller) -> Iterator[Block]:
    if found.plans:
        yield Heading(1, "Plans left without a group")
        words = {"owns": "nobody's plan any more", "monitors": "watched by nobody any more"}
        yield Bullets(tuple(Item(f"{teller.name(one.about[0])}: {words[one.says]}.") for one in found.plans))


def _pieces(found: Depends, teller: Teller) -> Iterator[Block]:
    if found.pieces:
        yield Heading(1, "Groups that it alone ties together")
        closed, groups = found.closed
        yield Paragraph(
            "Without it these sets of groups have nobody in common, in the seats that are known. The members are "
            f"declared complete for {closed} of the {groups} groups around it"
            + ("." if closed == groups else ", so others may tie them whom nothing tells of.")
        )
        yield Bullets(tuple(Item(_piece(piece.number, teller.names(piece.groups))) for piece in found.pieces))


def _piece(number: int, groups: str) -> str:
    return f"{groups}." if number == 1 else f"{groups}: {number} groups hang together there."


def _audit(found: Depends, teller: Teller) -> Iterator[Block]:
    fresh = (*found.found.lost, *found.found.faults)
    if fresh:
        yield Heading(1, "In order today, and no longer then")
        yield Bullets(tuple(Item(teller.text(one.board)) for one in fresh))


def _asked(found: Depends, teller: Teller) -> Iterator[Block]:
    told = [_whether_others(one, teller) for one in found.threads if one.how in _LISTED and not one.closed]
    if told:
        yield Heading(1, "What would have to be asked")
        yield Bullets(tuple(map(Item, told)))


_LISTED = {Hangs.MEMBERS: "sits on", Hangs.CHAIR: "may chair"}


def _whether_others(one: Thread, teller: Teller) -> str:
    return f"Who else {_LISTED[one.how]} {teller.name(one.what)}? Nothing says that those who are known are all."


def _cut(found: Depends, teller: Teller) -> Iterator[Block]:
    told = {fact for one in found.threads for fact in one.facts}
    rest = [key for key in found.cut if key not in told]
    if rest:
        yield Heading(1, "What else ends with it")
        yield Bullets(tuple(Item(f"{said}.") for said in teller.facts(rest)))


def _unaffected(found: Depends, teller: Teller) -> Iterator[Block]:
    groups = [teller.name(group) for group in found.unaffected]
    if groups:
        yield Heading(1, "What is not affected")
        yield Paragraph(f"Nothing that is known changes for {joined(groups)}.")
