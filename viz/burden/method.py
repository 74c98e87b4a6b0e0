"""How a calculation was worked out and what it rests on, and who sits where in words."""

from __future__ import annotations

from collections.abc import Iterator

from queries.burden.load import YEAR
from queries.burden.load_in_words import in_figures
from queries.burden.places import HeldPlace
from queries.burden.results import BodyLoad
from viz.burden.suppositions import assumed_in_words, unused_in_words
from viz.burden.tables import MOST
from viz.burden.teller import Teller, by_hours, capital, count, how_weak
from viz.paper import Block, Bullets, Definition, Definitions, Heading, Item, Paragraph
from viz.report.words import LEVEL_WORDS
from viz.wording import date

WHO_SITS_WHERE = "Who sits where"


def places_in_words(teller: Teller) -> Iterator[Block]:
    """List the groups that each body sits on: the figure of bodies and groups in words."""
    loads = by_hours([load for load in teller.burden.bodies if load.places or load.attends or load.unshared])
    if not loads:
        return
    yield Heading(1, WHO_SITS_WHERE)
    yield Bullets(tuple(Item(_groups(load, teller), label=teller.entry(load)) for load in loads[:MOST]))
    if len(loads) > MOST:
        yield Paragraph(f"{len(loads) - MOST} more bodies are in the workbook.")


def method_blocks(teller: Teller) -> Iterator[Block]:
    """Tell how the figures were worked out, and on what they rest."""
    burden = teller.burden
    yield Heading(1, "How it was worked out")
    if burden.assumed:
        yield Paragraph("Some figures hold only if this does, which is assumed and which no source states:")
        yield Bullets(tuple(map(Item, assumed_in_words(teller))))
    if unused := tuple(unused_in_words(teller)):
        yield Bullets(tuple(Item(told, label=why) for why, told in unused))
    apart = {_ASSUMED, *(why for why, _ in unused_in_words(teller))}
    told = (one for one in method(teller) if one[0] not in apart)
    yield Definitions(tuple(Definition(term, text) for term, text in told))
    if burden.nobody:
        seats = sum(place.number for place in burden.nobody)
        named = map(teller.nobodys, burden.nobody[:MOST])
        more = f"; and {len(burden.nobody) - MOST} more" if len(burden.nobody) > MOST else ""
        verb = "counts" if seats == 1 else "count"
        yield Paragraph(f"{count(seats, 'seat')} {verb} for no body that is known: {'; '.join(named)}{more}.")


def method(teller: Teller) -> Iterator[tuple[str, str]]:
    """Yield what the figures mean and rest on: a term, and what it is."""
    burden = teller.burden
    yield "As at", date(burden.as_of)
    yield "What counts", f"{capital(LEVEL_WORDS[burden.level])} (level {burden.level.value})."
    yield "A seat", _SEAT
    yield "Hours", _HOURS
    if burden.chair_factor != 1:
        yield "Chairs", f"An hour of a meeting counts {in_figures(burden.chair_factor)} times for its chair, as asked."
    yield "Not known", _NOT_KNOWN
    if burden.bounds:
        yield "Bounds", capital(teller.text(burden.bounds))
    yield "Shared groups", _TWICE
    yield "A full-time year", f"{YEAR:,} working hours, as they are usually counted."
    for told in assumed_in_words(teller):
        yield _ASSUMED, told
    yield from unused_in_words(teller)


_ASSUMED = "Assumed, stated by no source"
_SEAT = (
    "A place as member, chair or vice-chair, once however many roles somebody has on a group. It counts for the body "
    "it is held for, else for the body of the post, else for the body that sits. Advisers in attendance and "
    "secretaries have no seat and are told beside; deputies are not counted."
)
_HOURS = (
    "Meetings a year, times the length of a meeting, times the part of the meetings attended (all, unless a source "
    "says less). Preparation and travel are told beside, where they are known."
)
_NOT_KNOWN = (
    "What no source says is left out and never filled in: the figure is then “at least”, and the seats of which rhythm "
    "or length is not known are counted beside it. Silence is no fault."
)
_TWICE = (
    "For two groups that share most of their bodies, the lesser of a body's hours on the one and on the other; for a "
    "body the sum of these over its own hours, at most all of them."
)


def _groups(load: BodyLoad, teller: Teller) -> str:
    told = [f"{teller.group(group)}{_as_what(places)}" for group, places in _by_group(load).items()]
    told += [f"{teller.group(group)} (in attendance)" for group in load.attends if group not in _by_group(load)]
    others = dict.fromkeys((place.group, place.sitter) for place in load.unshared)
    told += [f"{teller.group(group)} ({teller.name(sitter)}, for it and others)" for group, sitter in others]
    return "; ".join(told)


def _by_group(load: BodyLoad) -> dict[str, list[HeldPlace]]:
    found: dict[str, list[HeldPlace]] = {}
    for place in load.places:
        found.setdefault(place.group, []).append(place)
    return found


def _as_what(places: list[HeldPlace]) -> str:
    told = ["chair"] if any(place.chairs for place in places) else []
    told += [count(len(places), "seat")] if len(places) > 1 else []
    told += [f"{number} {how}" if len(places) > 1 else how for number, how in how_weak(places)]
    told += ["conditional"] if any(place.assumed for place in places) else []
    return f" ({', '.join(told)})" if told else ""
