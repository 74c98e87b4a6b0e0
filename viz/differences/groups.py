"""What became of each group, in words, with the evidence for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from graphmodel.entities import Event
from queries.differences.difference import Fate, Followed, Row
from queries.differences.difference import Turn as RowTurn
from queries.wording import joined
from viz.differences.folded import folded, names_folded
from viz.differences.states import States
from viz.differences.words import changes_in_words
from viz.paper import Block, Bullets, Heading, Item, Paragraph
from viz.statement.words import is_several
from viz.wording import date, evidence_words

_ORDER = (Fate.MADE, Fate.NEW, Fate.MERGED, Fate.RENAMED, Fate.ENDED, Fate.LEFT_OPEN, Fate.NOT_TOLD, Fate.KEPT)
_JOINS: Mapping[str, tuple[str, str]] = {
    "merge": ("merged into", "was made by a merger of"),
    "absorb": ("was absorbed into", "absorbed"),
    "incorporate": ("was taken into", "took in"),
    "integrate": ("was integrated into", "integrates"),
    "split": ("was split into", "was split from"),
    "overlay": ("was overlaid by", "was laid over"),
    "colocate": ("was brought together in", "brings together"),
}


def group_blocks(states: States) -> Iterator[Block]:
    """List every group that became something, or differs, and count those that go on as they were."""
    followed = sorted(states.difference.groups, key=lambda one: _ORDER.index(one.fate))
    changes = _changed(states)
    told = [one for one in followed if one.fate is not Fate.KEPT or changes.get(states.later(one.group))]
    same = [one for one in followed if one not in told]
    if not followed:
        return
    yield Heading(1, "Groups")
    items = []
    events: set[str] = set()
    for one in told:
        items.append(_item(one, changes.get(states.later(one.group), ()), states, events))
        events.add(one.event)
    if items:
        yield Bullets(tuple(items))
    yield from _as_they_were(same, states)


def _as_they_were(same: Sequence[Followed], states: States) -> Iterator[Block]:
    """List the groups in which nothing differs, by how well it is evidenced that they were there on both days."""
    before, after = date(states.difference.before.as_of), date(states.difference.after.as_of)
    one, several = "whether it was there on", "whether they were there on"
    told = {
        (True, True): ("1 group goes on as before", "{} groups go on as before"),
        (False, True): (
            f"1 group is there on {after}, and {one} {before} is not evidenced",
            f"{{}} groups are there on {after}, and {several} {before} is not evidenced",
        ),
        (True, False): (
            f"1 group was there on {before}, and {one} {after} is not evidenced",
            f"{{}} groups were there on {before}, and {several} {after} is not evidenced",
        ),
        (False, False): (
            f"Of 1 group, {one} {before} or {after} is not evidenced",
            f"Of {{}} groups, {several} {before} or {after} is not evidenced",
        ),
    }
    for evidenced, (single, many) in told.items():
        found = [one for one in same if (one.was_evidenced, one.is_evidenced) == evidenced]
        if found:
            words = single if len(found) == 1 else many.format(len(found))
            yield Paragraph(f"{words}: {names_folded([states.name(one.group) for one in found])}.")


def fate_in_words(followed: Followed, states: States, *, name: str = "") -> str:
    """Say in one sentence, without a full stop, what became of a group; `name` is what it is called there."""
    one = name or (states.name_then if followed.fate is Fate.RENAMED else states.name)(followed.group)
    others = joined(states.called(states.later(other)) for other in followed.others)
    when = states.when(followed)
    event = states.event(followed)
    into, made = _JOINS.get(event.kind.value if event else "", ("became part of", "came of"))
    end = f"{when}; nothing is told that followed it" if when else "; nothing is told that followed it"
    verb = {
        Fate.KEPT: _kept(followed, states),
        Fate.RENAMED: f"is now called {others or states.name(states.later(followed.group))}",
        Fate.MERGED: f"{into} {others}",
        Fate.MADE: f"{made} {others}",
        Fate.ENDED: f"ended {end}".replace(" ;", ";"),
        Fate.LEFT_OPEN: f"took part in a change{f' {when}' if when else ''} that leaves open whether it goes on",
        Fate.NEW: f"is new{_since(states.day_of(followed))}",
        Fate.NOT_TOLD: _not_told(followed, states),
    }[followed.fate]
    dated = f"{verb} {when}" if when and followed.fate in _DATED else verb
    return f"{one} {_of_several(dated) if is_several(states.entity.get(followed.group)) else dated}"


def _kept(followed: Followed, states: States) -> str:
    before, after = date(states.difference.before.as_of), date(states.difference.after.as_of)
    if followed.was_evidenced and followed.is_evidenced:
        return "goes on"
    if followed.is_evidenced:
        return f"is there on {after}; whether it was there on {before} is not evidenced"
    if followed.was_evidenced:
        return f"was there on {before}; whether it was there on {after} is not evidenced"
    return f"is told of on both days; whether it was there on {before} or {after} is not evidenced"


def _since(day: str) -> str:
    return f" since {date(day)}" if day else ""


_DATED = (Fate.RENAMED, Fate.MERGED, Fate.MADE)
_SEVERAL = (
    ("goes on", "go on"),
    ("is ", "are "),
    ("was ", "were "),
    ("whether it goes", "whether they go"),
    ("whether it was", "whether they were"),
    ("followed it", "followed them"),
)


def _of_several(verb: str) -> str:
    """Let a verb agree with a name that stands for several."""
    for one, several in _SEVERAL:
        if verb.startswith(one):
            verb = several + verb.removeprefix(one)
        elif one.startswith(("whether", "followed")):
            verb = verb.replace(one, several)
    return verb


def is_later_only(followed: Followed, states: States) -> bool:
    """Tell whether only the later state tells of a group."""
    return any(states.later(row.key) == followed.group for row in states.difference.patch.of("groups", RowTurn.ADDED))


def _not_told(followed: Followed, states: States) -> str:
    before, after = date(states.difference.before.as_of), date(states.difference.after.as_of)
    event = states.event(followed)
    if event is not None:
        return (
            f"is older than a change that it went through ({event.name}): whether it was there on {before} is "
            "not evidenced"
        )
    if is_later_only(followed, states):
        return f"is told of only as at {after}: whether it was there on {before} is not evidenced"
    return f"is told of only as at {before}: whether it goes on is not evidenced"


def _changed(states: States) -> Mapping[str, tuple[str, ...]]:
    """Return what differs in each group that is in both, by its id now, but for evidence."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in states.difference.patch.of("groups", RowTurn.CHANGED):
        if not row.of_evidence:
            found[states.later(row.key)] += _capitals(_but_for_name(row, states), states)
    return {group: tuple(words) for group, words in found.items()}


def _but_for_name(row: Row, states: States) -> Row:
    """Leave out the new name where the sentence on the group tells it."""
    followed = states.fates.get(states.later(row.key))
    if followed is None or followed.fate is not Fate.RENAMED:
        return row
    return row._replace(fields=tuple(field for field in row.fields if field.name != "name"))


def _capitals(row: Row, states: States) -> Iterator[str]:
    yield from (words[:1].upper() + words[1:] for words in changes_in_words(row, states))


def _item(followed: Followed, changes: Sequence[str], states: States, events: Collection[str]) -> Item:
    """Tell of a group; the evidence for a change that was told of before is not told again."""
    ask = () if followed.fate not in _ASKS else (_ask(followed, states),)
    told = (*changes, *_evidence(followed, states, events), *ask)
    return Item(f"{fate_in_words(followed, states)}.", folded(told))


_ASKS = (Fate.NOT_TOLD, Fate.LEFT_OPEN)


def _ask(followed: Followed, states: States) -> str:
    if followed.fate is Fate.NOT_TOLD and is_later_only(followed, states):
        return "To ask: was it there before, and since when?"
    return "To ask: does it go on, with a narrower remit, or has it ended?"


def _evidence(followed: Followed, states: States, events: Collection[str]) -> Iterator[str]:
    event = states.event(followed)
    if event is None:
        return
    if event.id not in events:
        yield f"Evidence for the change ({event.name}): {_rests_on(event, states)}"
    for original in event.originals:
        if states.later(original.id) == states.later(followed.group):
            goes_on = {"yes": "that it goes on", "no": "that it ended", "unknown": "that it took part"}
            structure = states.holder(event)
            yield f"Evidence {goes_on[original.continues]}: {evidence_words(original.evidence, structure)}"


def _rests_on(event: Event, states: States) -> str:
    return evidence_words(event.evidence, states.holder(event))
