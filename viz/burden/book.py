"""A calculation as a workbook to filter: every figure is a number, and what is not known is an empty cell and said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from graphmodel.evidence import Modality
from graphmodel.structure import Structure
from queries.burden.load import YEAR, Load
from queries.burden.places import HeldPlace
from queries.burden.results import BodyLoad, Burden
from queries.wording import joined
from viz.about import PLAIN, About
from viz.book import Book, Cell, Column, Sheet
from viz.burden.book_of_groups import Sources, chairs_sheet, gatekeepers_sheet, pairs_sheet, reports_sheet
from viz.burden.method import method
from viz.burden.sheets import aside, exactly, filled, wide
from viz.burden.teller import Teller, by_hours, how_weak, is_assumed, is_unknown, role
from viz.wording import MODALITIES, date


def burden_book(burden: Burden, structure: Structure, *, names: bool = False, author: str = PLAIN.author) -> Book:
    """Compose the workbook of a calculation; persons are named only with `names`."""
    teller = Teller(burden, structure, names=names)
    sources = Sources(teller)
    sheets = (
        _loads("Bodies", "Body", by_hours(burden.bodies), teller),
        _loads("Posts and people", "Post or person", by_hours(burden.sitters), teller),
        _seats(teller, sources),
        pairs_sheet(teller),
        chairs_sheet(teller, sources),
        gatekeepers_sheet(teller),
        reports_sheet(teller),
        _method(teller),
    )
    about = About(f"What seats on groups ask of bodies, as at {date(burden.as_of)}", author, burden.as_of)
    title = teller.text(f"{burden.title}: what seats ask of bodies")
    return Book(title, tuple(sheet for sheet in sheets if sheet.rows), about)


def _loads(name: str, who: str, loads: Iterable[BodyLoad], teller: Teller) -> Sheet:
    columns = (
        Column(who, 34),
        *wide(11, "Seats", "Meetings a year", "Hours a year in meetings"),
        Column("The hours are", 15),
        *wide(
            13,
            "Seats without rhythm",
            "Seats without rhythm or length",
            "Part of all hours",
            "Part on groups that share most bodies",
        ),
        *wide(13, "In attendance, no seat"),
        *aside(11, "Stands for", "Hours at the least", "Hours at the most", "Hours per full-time post"),
        *aside(13, "Hours of preparation and travel", "Seats without these", "Pounds a year", "Seats without a rate"),
        *aside(11, f"Part of {YEAR:,} hours", "Clashing days"),
        *aside(22, "Seats not plainly stated", "The number is"),
    )
    return Sheet(name, *filled(columns, tuple(_load(load, teller) for load in loads)))


def _load(load: BodyLoad, teller: Teller) -> tuple[Cell, ...]:
    seats, is_open = load.load, is_unknown(load.load)
    least, most = load.interval or (None, None)
    no_meetings = seats.seats > 0 and seats.without_rhythm == seats.seats
    return (
        teller.name(load.who),
        seats.seats,
        None if no_meetings else exactly(seats.meetings),
        None if is_open else exactly(seats.hours),
        how_exact(seats),
        *(seats.without_rhythm, seats.without_hours),
        None if is_open else exactly(load.share),
        None if is_open else exactly(load.duplicated),
        load.supporting,
        load.stands_for if load.stands_for is not None else "not known",
        *(exactly(least), exactly(most)),
        None if is_open else exactly(load.per_fte),
        *_beside(seats),
        None if is_open else exactly(seats.hours / YEAR),
        len(load.clashes),
        "; ".join(f"{number} {how}" for number, how in how_weak(load.places)),
        "" if load.stands_for in (1, None) else MODALITIES[Modality(load.number_is)],
    )


def how_exact(load: Load) -> str:
    """Say what the hours of a load are: all of them, at least so many, or not to be told; and on what they rest."""
    if not load.seats:
        return "no seat"
    told = "cannot be told" if is_unknown(load) else "all" if load.is_exact else "at least"
    return f"{told}, conditional" if load.assumed else told


def _beside(load: Load) -> tuple[Cell, ...]:
    beside = None if load.without_beside == load.seats and not load.beside else exactly(load.beside)
    cost = None if load.without_rate == load.seats and not load.cost else exactly(load.cost)
    return beside, load.without_beside, cost, load.without_rate


def _seats(teller: Teller, sources: Sources) -> Sheet:
    columns = (
        *wide(30, "Body", "Who sits", "Group"),
        *wide(11, "As", "Evidence", "Places", "Meetings a year of each", "Hours each", "Hours a year"),
        *aside(11, "Part attended", "Preparation, hours", "Travel, hours", "Pounds an hour"),
        *aside(44, "Assumed", "Where it is written"),
    )
    held = [(load.who, place) for load in teller.burden.bodies for place in load.places]
    rows = [
        _seat(body, place, teller, sources) for body, place in (*held, *(("", one) for one in teller.burden.nobody))
    ]
    rows += [_unshared(load.who, place, teller, sources) for load in teller.burden.bodies for place in load.unshared]
    rows += list(_attending(teller))
    intro = ("Who sits where", "A seat that counts for several bodies stands once for each of them.")
    return Sheet("Seats", *filled(columns, tuple(rows)), intro)


def _seat(body: str, place: HeldPlace, teller: Teller, sources: Sources) -> tuple[Cell, ...]:
    hours = None if place.attended is None or place.hours is None else place.attended * place.hours
    return (
        teller.name(body) if body else f"no body that is known{teller.for_whom(place)}",
        teller.name(place.sitter) if place.sitter != body else "",
        teller.group(place.group),
        role(place),
        "assumed" if is_assumed(place) else MODALITIES[Modality(place.evidence)],
        place.number if place.counted else "not known",
        *map(exactly, (place.per_year, place.hours, hours)),
        *map(exactly, (place.attendance, place.preparation, place.travel, place.rate)),
        joined(map(teller.text, place.assumed)),
        sources.of(place.facts),
    )


def _unshared(body: str, place: HeldPlace, teller: Teller, sources: Sources) -> tuple[Cell, ...]:
    """Tell of several who sit for several bodies: how many for this one is not evidenced."""
    row = _seat(body, place, teller, sources)
    return *row[:5], "not evidenced for this body", *row[6:8], None, *row[9:]


def _attending(teller: Teller) -> Iterator[tuple[Cell, ...]]:
    for load in teller.burden.bodies:
        for group in load.attends:
            yield (teller.name(load.who), "", teller.group(group), "in attendance", *(None,) * 11)


def _method(teller: Teller) -> Sheet:
    total: Fraction = teller.burden.total.hours
    rows = [(term, text) for term, text in method(teller)]
    rows.append(("Hours of all seats, each once", f"{float(total):g} ({how_exact(teller.burden.total)})"))
    return Sheet("How it was worked out", (Column("What", 30), Column("In words", 100)), tuple(rows))
