"""What a statement says of one group: what it is, who sits on it, to whom it answers, and by what it works."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

from graphmodel.entities import Event, Group
from graphmodel.evidence import Modality
from graphmodel.kinds import Role
from graphmodel.relations import Seat
from queries.wording import joined
from viz.statement_lines import answering
from viz.statement_means import means
from viz.statement_teller import Teller, by_modality, is_number, it, relations, subjects
from viz.statement_unknown import unknown
from viz.statement_words import Verb, called, does, is_several, listed, number, on_day, sentence
from viz.wording import date, plain


def paragraphs(teller: Teller, group: Group) -> Iterator[str]:
    """Yield the paragraphs on a group; one with nothing to say is left out, and the first names the group."""
    parts = [tuple(part(teller, group)) for part in (_identity, _people, answering, means)]
    told = [" ".join(sentences) for sentences in parts if sentences]
    if not told:
        plural = "are" if is_several(group) else "is"
        told = [
            sentence(
                called(group),
                plural,
                "named, and no more is said of",
                "them" if is_several(group) else "it",
                teller.cite(group),
            )
        ]
    told[0] = _named(told[0], group)
    told.append(" ".join(unknown(teller, group)))
    yield from _drawn_together(text for text in told if text)


_SHORT_PARAGRAPH = 320
"""Letters up to which what belongs to one group stays in one paragraph."""


def _drawn_together(texts: Iterator[str]) -> Iterator[str]:
    """Join paragraphs of a sentence each to the one before."""
    held = ""
    for text in texts:
        if held and len(held) + len(text) > _SHORT_PARAGRAPH:
            yield held
            held = text
        else:
            held = f"{held} {text}".strip()
    if held:
        yield held


def _named(text: str, group: Group) -> str:
    """Put the name in the place of the first word that stands for it."""
    name = called(group)
    if text.startswith(("Its purpose", "Their purpose")):
        return f"The purpose of {name} {text.split(' ', 2)[2]}"
    if re.match(r"(?i)(the )?" + re.escape(group.name), text):
        return text
    named = re.sub(r"\b(?:[Ii]t|[Tt]hey|them)\b", lambda _: name, text, count=1)
    return named[:1].upper() + named[1:]


def _identity(teller: Teller, group: Group) -> Iterator[str]:
    plural = is_several(group)
    kind = f"{group.tier} {plain(group.kind)}" if group.tier and group.tier != "unknown" else plain(group.kind)
    be = does(Verb("be", "is", "are"), group.evidence.modality, plural=plural)
    areas = [teller.index.entity[tie.finish] for tie in teller.leaving("covers", group)]
    where = f"for {joined(area.name for area in areas)}" if areas else ""
    since = f", in being since {date(group.valid_from)}" if group.valid_from not in (None, "unknown") else ""
    several = f"{number(group.count)} {kind}s" if isinstance(group.count, int) else f"{kind}s"
    what = several if plural else f"{'an' if kind[0] in 'aeio' else 'a'} {kind}"
    if where or since or kind.split()[-1] not in group.name.casefold():
        cited = teller.cite(group, *teller.leaving("covers", group))
        yield sentence(called(group), be, what, where, since, cited)
    yield from _claims(teller, group)
    if group.purpose:
        yield sentence(f"{'Their' if plural else 'Its'} purpose is {group.purpose.rstrip('.')}")
    if group.themes:
        yield sentence(it(group), "work" if plural else "works", f"on {joined(group.themes)}")
    yield from relations(teller, group, "part_of", Verb("be part of", "is part of", "are part of"))
    yield from _origin(teller, group)


def _claims(teller: Teller, group: Group) -> Iterator[str]:
    """Tell the tier and the number where a claim gives them and the entry does not."""
    for name, words in (("tier", "work at the {} level"), ("count", "be {} in number")):
        claim = teller.claimed(group, name)
        if claim is not None:
            value = number(claim.value) if isinstance(claim.value, int) else str(claim.value)
            plain_words = words.format(value)
            first, _, rest = plain_words.partition(" ")
            verb = Verb(
                plain_words,
                f"{'works' if first == 'work' else 'is'} {rest}",
                f"{'work' if first == 'work' else 'are'} {rest}",
            )
            yield sentence(
                it(group),
                does(verb, claim.evidence.modality, plural=is_several(group)),
                teller.notes.cite([claim.evidence]),
            )


def _origin(teller: Teller, group: Group) -> Iterator[str]:
    for event in teller.index.structure.events:
        before = [teller.index.entity[one.id] for one in event.originals if one.id != group.id]
        verb = _CHANGES.get(event.kind)
        if group.id in event.results and before and verb and teller.level.admits(event.evidence.modality):
            done = verb.one if event.evidence.modality is Modality.STATED else _understood(verb, event, group)
            yield sentence(it(group), done, listed(before), on_day(event.date), teller.cite(event))


def _understood(verb: Verb, event: Event, group: Group) -> str:
    return does(Verb(f"have {verb.base}", "", ""), event.evidence.modality, plural=is_several(group))


_CHANGES = {
    "merge": Verb("taken over from", "took over from"), "absorb": Verb("taken in", "took in"),
    "incorporate": Verb("taken in", "took in"), "integrate": Verb("been made out of", "was made out of"),
    "split": Verb("come out of", "came out of"), "overlay": Verb("been laid over", "was laid over"),
}  # fmt: skip


def _people(teller: Teller, group: Group) -> Iterator[str]:
    seats = cast("list[Seat]", teller.arriving("seat", group))
    them = "them" if is_several(group) else "it"
    for role, verb in _ROLES.items():
        for modality, alike in by_modality(seat for seat in seats if seat.role is role):
            yield _seated(teller, alike, _onto(verb, them), modality)
    for modality, alike in by_modality(seat for seat in seats if seat.role in (Role.MEMBER, Role.DEPUTY)):
        if modality is Modality.STATED and len(alike) > _FEW:
            names = joined(dict.fromkeys(_seat_name(teller, seat) for seat in alike))
            yield sentence("Those who sit on", them, "are", names, teller.cite(*alike))
        else:
            yield _seated(teller, alike, _onto(Verb("sit on it", "sits on it"), them), modality)
    for modality, ties in by_modality(teller.arriving("supports", group)):
        yield subjects(teller, ties, _onto(Verb("service it", "services it"), them), modality)
    for modality, ties in by_modality(teller.arriving("carries_portfolio", group)):
        yield subjects(teller, ties, _onto(Verb("look after it", "looks after it"), them), modality)
    if is_number(group.per_year) or group.rhythm:
        yield sentence(it(group), "meet" if is_several(group) else "meets", _rhythm(group), teller.cite(group))


_FEW = 2
"""Members who can still stand before their verb; a longer list comes after it."""


def _onto(verb: Verb, them: str) -> Verb:
    """Return a verb with the word for its group at the end, in the right number."""
    return Verb(*(re.sub(r"\bit$", them, form) for form in verb))


_ROLES = {
    Role.CHAIR: Verb("chair it", "chairs it"),
    Role.VICE_CHAIR: Verb("be its vice-chair", "is its vice-chair", "are its vice-chairs"),
    Role.SENIOR_RESPONSIBLE_OWNER: Verb("be its senior responsible owner", "is its senior responsible owner"),
    Role.LEAD_OFFICER: Verb("be its lead officer", "is its lead officer"),
    Role.SECRETARIAT: Verb("service it", "services it"),
    Role.ADVISER_IN_ATTENDANCE: Verb("attend as adviser", "attends as adviser", "attend as advisers"),
}  # fmt: skip


def _seated(teller: Teller, seats: list[Seat], verb: Verb, modality: Modality) -> str:
    names = [_seat_name(teller, seat) for seat in seats]
    if verb.base.startswith("chair ") and all("chair" in name.casefold() for name in names):
        return _has_chair(teller, seats, names, modality)
    plural = len(seats) > 1 or is_several(teller.index.entity[seats[0].member])
    return sentence(joined(dict.fromkeys(names)), does(verb, modality, plural=plural), teller.cite(*seats))


def _has_chair(teller: Teller, seats: list[Seat], names: list[str], modality: Modality) -> str:
    """Tell of a chair whose post is called that; its name is left out where it says only whose chair it is."""
    group = teller.index.entity[seats[0].group]
    own = any(word.casefold() in name.casefold() for name in names for word in (group.name, *group.aliases))
    whom = "each of them" if is_several(group) else "it"
    have = does(Verb("have", "has"), modality, plural=False)
    several = len(names) > 1
    who = "" if own else f", {joined(names)}"
    return sentence(whom, have, "chairs" if several else "a chair", who, teller.cite(*seats))


def _seat_name(teller: Teller, seat: Seat) -> str:
    name = called(teller.index.entity[seat.member])
    return f"{name} (for {called(teller.index.entity[seat.on_behalf_of])})" if seat.on_behalf_of else name


def _rhythm(group: Group) -> str:
    times = f"{number(group.per_year)} times" if isinstance(group.per_year, int | float) else ""
    words = group.rhythm or {"one times": "once", "two times": "twice"}.get(times, times) + " a year"
    if not isinstance(group.hours, int | float) or "hour" in words:
        return words
    return f"{words}, for {number(group.hours)} hour{'' if group.hours == 1 else 's'} at a time"
