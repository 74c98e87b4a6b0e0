"""What is asked of one agency, on a page that a chief officer can act on."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from graphmodel.evidence import Modality
from graphmodel.structure import Structure
from queries.burden.load_in_words import hours_in_words, in_figures
from queries.burden.places import HeldPlace
from queries.burden.results import BodyLoad, Burden
from queries.wording import joined
from viz.about import PLAIN, About
from viz.burden.agency_asks import answers_for, asks
from viz.burden.suppositions import assumed_in_words
from viz.burden.teller import (
    CONDITIONAL,
    STATED,
    Teller,
    capital,
    count,
    hours_cell,
    how_weak,
    is_unknown,
    meetings_cell,
    role,
    seats_cell,
)
from viz.paper import Block, Bullets, Heading, Item, Paper, Paragraph, Table
from viz.report.words import LEVEL_WORDS
from viz.statement.words import number, title_called
from viz.wording import MODALITIES, date

_NOT_EVIDENCED = "not evidenced"
_FEW = 3
"""Bodies with known hours below which the others are no measure."""


def agency_paper(
    burden: Burden, body: str, structure: Structure, *, names: bool = False, author: str = PLAIN.author
) -> Paper:
    """Compose the page of a body; persons are named only with `names`. KeyError for a body that is not told of."""
    loads = {load.who: load for load in burden.bodies}
    load = loads.get(body)
    if load is None:
        raise KeyError(body)
    teller = Teller(burden, structure, names=names)
    title = f"What is asked of {teller.called(body)}"
    about = About(subject=f"{teller.text(burden.title)}, as at {date(burden.as_of)}", author=author, day=burden.as_of)
    return Paper(title, tuple(_blocks(load, teller)), about)


def _blocks(load: BodyLoad, teller: Teller) -> Iterator[Block]:
    yield Paragraph(_opening(load, teller))
    if beside := _beside(load, teller):
        yield Paragraph(beside)
    if load.unshared:
        yield Paragraph(" ".join(teller.unshared(load.unshared)))
    if load.places or load.attends:
        yield Heading(2, "Where you sit")
        yield _seats(load, teller)
    yield from _same_bodies(load, teller)
    if load.clashes:
        yield Heading(2, "Days on which two of your groups meet")
        yield Bullets(tuple(Item(_clash(clash, teller)) for clash in load.clashes))
    if answers := tuple(answers_for(load, teller)):
        yield Heading(2, "What you answer for")
        yield Bullets(tuple(Item(text, label=label) for label, text in answers))
    if open_ := tuple(asks(load, teller)):
        yield Heading(2, "What nobody has told us yet, and whom to ask")
        yield Bullets(tuple(Item(text, label=label) for label, text in open_))
    yield Paragraph(_rests_on(load, teller), aside=True)


def _opening(load: BodyLoad, teller: Teller) -> str:
    seats = load.load
    each = " each" if load.stands_for != 1 else ""
    groups = len({place.group for place in load.places})
    attends = f" You attend or service {count(len(load.attends), 'group')} without a seat."
    if not seats.seats:
        own = " of your own" if load.unshared else ""
        told = f"As at {date(teller.burden.as_of)}, you have no seat{own} on any group that is known."
        return told + (attends if load.attends else "")
    held = f"{seats_cell(seats)} {'seat' if seats.seats == 1 else 'seats'}{each} on {count(groups, 'group')}"
    whole = title_called(teller.text(teller.structure.title))
    told = f"As at {date(teller.burden.as_of)}, you have {held} of {whole}{_of_which(load)}. {hours_in_words(seats)}"
    if seats.assumed:
        told += " That holds only if what is assumed does; see the end of this page."
    if load.interval is not None and not seats.is_exact:
        least, most = map(in_figures, load.interval)
        told += f" Within the bounds told at the end, it is {least} to {most} hours."
    if load.per_fte is not None and not is_unknown(seats):
        least_of = "" if seats.is_exact else "at least "
        told += f" For each full-time post of yours it is {least_of}{in_figures(load.per_fte)} hours."
    return told + (attends if load.attends else "")


def _of_which(load: BodyLoad) -> str:
    """Say which of the seats no source plainly states."""
    only = {MODALITIES[Modality.ASSERTED_GENERAL]: "only "}
    weak = how_weak(load.places)
    if load.load.seats == 1:
        return "".join(f", which is {only.get(how, '')}{how}" for _, how in weak)
    return "".join(f", {number(many)} of them {only.get(how, '')}{how}" for many, how in weak)


def _beside(load: BodyLoad, teller: Teller) -> str:
    """Say how that compares with what other bodies bear, where enough is known of it."""
    others = [one for one in teller.burden.bodies if one.load.seats and not is_unknown(one.load)]
    if is_unknown(load.load) or len(others) < _FEW or not load.load.hours:
        return ""
    more = sum(one.load.hours > load.load.hours for one in others)
    hours = sorted(one.load.hours for one in others)
    middle = (hours[(len(hours) - 1) // 2] + hours[len(hours) // 2]) / 2
    told = (
        f"Of {len(others)} bodies of which any hours are known, {more or 'none'} "
        f"{'has' if more <= 1 else 'have'} more; the one in the middle has {in_figures(middle)}."
    )
    if any(one.load.assumed for one in others):
        told += " Some of these hours rest on assumptions."
    if not all(one.load.is_exact for one in others):
        told += " Not all hours of all of them are known, so that may change."
    return told


def _seats(load: BodyLoad, teller: Teller) -> Table:
    places = sorted(load.places, key=lambda place: (-(_hours(place) or -1), teller.name(place.group), place.sitter))
    rows = [_row(place, load, teller) for place in places]
    held = {place.group for place in places}
    rows += [
        (teller.group(group), "", "in attendance, no seat", "", "", "") for group in load.attends if group not in held
    ]
    if len(places) > 1:
        rows.append(("In all", "", "", meetings_cell(load.load), "", hours_cell(load.load)))
    header = ("Group", "Who sits", "As", "Meetings a year", "Hours each", "Hours a year")
    table = (header, *rows)
    if not places:
        return Table(("Group", "As"), tuple((group, as_what) for group, _, as_what, *_ in rows))
    if all(place.sitter == load.who for place in places):  # who comes is asked once, below
        table = tuple((group, *rest) for group, _, *rest in table)
    return Table(table[0], table[1:])


def _row(place: HeldPlace, load: BodyLoad, teller: Teller) -> tuple[str, ...]:
    hours, most = _hours(place), "" if place.counted else "at least "
    return (
        teller.group(place.group),
        teller.name(place.sitter) if place.sitter != load.who else _NOT_EVIDENCED,
        role(place) + ("" if place.evidence == STATED else f", {MODALITIES[Modality(place.evidence)]}"),
        _NOT_EVIDENCED if place.attended is None else most + in_figures(place.attended),
        _NOT_EVIDENCED if place.hours is None else in_figures(place.hours),
        _NOT_EVIDENCED if hours is None else most + in_figures(hours) + (CONDITIONAL if place.assumed else ""),
    )


def _hours(place: HeldPlace) -> Fraction | None:
    return None if place.attended is None or place.hours is None else place.attended * place.hours


def _same_bodies(load: BodyLoad, teller: Teller) -> Iterator[Block]:
    pairs = [pair for pair in teller.burden.pairs if pair.flagged and load.who in pair.shared]
    if not pairs:
        return
    yield Heading(2, "Where you meet largely the same bodies")
    items = []
    for pair in sorted(pairs, key=lambda one: -one.hours):
        shared, smaller = pair.of_the_smaller
        yours = f"{_on(load, pair.one)} on the one and {_on(load, pair.other)} on the other"
        label = f"{teller.name(pair.one)} and {teller.name(pair.other)}"
        items.append(
            Item(
                f"{shared} of the {smaller} bodies on the smaller sit on both; your hours a year: {yours}.", label=label
            )
        )
    yield Bullets(tuple(items))
    yield Paragraph(
        "Worth asking of these, without supposing that they do the same work: could they meet back to back, could one "
        "of them send papers only, would one seat serve both, might they be one group?"
    )


def _on(load: BodyLoad, group: str) -> str:
    hours = [_hours(place) for place in load.places if place.group == group]
    known = [one for one in hours if one is not None]
    if not known:
        return _NOT_EVIDENCED
    conditional = CONDITIONAL if any(place.assumed for place in load.places if place.group == group) else ""
    return f"{'' if len(known) == len(hours) else 'at least '}{in_figures(sum(known, Fraction(0)))}{conditional}"


def _clash(clash: tuple[str, str, str], teller: Teller) -> str:
    day, one, other = clash
    return f"{date(day)}: {joined((teller.called(one), teller.called(other)))}"


def _rests_on(load: BodyLoad, teller: Teller) -> str:
    told = (
        f"Counted: {LEVEL_WORDS[teller.burden.level]}. Hours are those in meetings; what is not evidenced is left out, "
        "and nothing is filled in."
    )
    if load.load.assumed:
        told += f" Assumed, and stated by no source: {'; '.join(assumed_in_words(teller, load))}."
    if load.interval is not None and teller.burden.bounds:
        told += f" {capital(teller.burden.bounds)}"
    return told
