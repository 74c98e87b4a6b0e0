"""Evidence requests as a paper to send round: a page for each agency, courteous and short."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from graphmodel.evidence import What
from queries.asking.questions import IN_SHORT
from queries.asking.requests import Agency, Request
from queries.findings.report import Named, Report
from queries.without_groups import NO_GROUPS
from queries.wording import joined
from viz.paper import Block, Bullets, Definition, Definitions, Heading, Item, PageBreak, Paper, Paragraph, Table
from viz.privacy import Veil
from viz.report.about import about
from viz.wording import date, plain


def requests_paper(agencies: Sequence[Agency], report: Report, veil: Veil) -> Paper:
    """Compose the requests of an audit: a list of who is asked, then a page for each of them."""
    numbers = numbered(agencies)
    return Paper(
        veil.text(f"{report.structure.name}: what we would like to know"),
        (
            Paragraph(_opening(agencies, report)),
            *([_overview(agencies, veil)] if agencies else ()),
            *(block for agency in agencies if not _is_brief(agency) for block in _page(agency, report, numbers, veil)),
            *_brief_page([agency for agency in agencies if _is_brief(agency)], report, numbers, veil),
            *_grounds(agencies, report),
        ),
        about(report),
    )


def numbered(agencies: Iterable[Agency]) -> dict[Request, int]:
    """Number the questions that a rule wants answered, from 1, in the order of the pages."""
    asked = (request for agency in agencies for request in agency.asked())
    return {request: number for number, request in enumerate(asked, start=1)}


def seat_words(role: str) -> str:
    """Say what the holder of a seat does there."""
    return {"adviser_in_attendance": "adviser in attendance", "vice_chair": "vice-chair"}.get(role, plain(role))


def _opening(agencies: Sequence[Agency], report: Report) -> str:
    asked = sum(len(agency.asked()) for agency in agencies)
    if not agencies and NO_GROUPS in report.remarks:
        return NO_GROUPS
    if not agencies:
        return "There is nothing to ask and no seat to confirm."
    return (
        f"What was read leaves {_count(asked, 'question')} open about who answers to whom, as at {date(report.as_of)}. "
        "Each is asked once, of whoever seems to know. Nothing here says that anything is "
        "out of order: what is not evidenced may well be there."
    )


def _overview(agencies: Iterable[Agency], veil: Veil) -> Table:
    rows = (
        (veil.text(agency.name), _attention(agency, veil), str(len(agency.seats)), str(len(agency.asked())))
        for agency in agencies
    )
    return Table(("Who is asked", "For the attention of", "Seats to confirm", "Questions"), tuple(rows))


def _page(agency: Agency, report: Report, numbers: dict[Request, int], veil: Veil) -> Iterator[Block]:
    yield PageBreak()
    yield Heading(1, veil.text(agency.name))
    if attention := _attention(agency, veil):
        yield Paragraph(f"For the attention of: {attention}")
    yield Paragraph(veil.text(_letter(agency, report)))
    if agency.asked():
        yield Paragraph(_GOOD_ANSWERS)
    if agency.seats:
        yield Heading(2, "Your seats, as recorded")
        yield Table(_SEAT_COLUMNS, tuple(_seat_rows(agency, numbers, veil)))
    if asked := [request for request in agency.asked() if not _is_of_a_seat(request, agency)]:
        yield Heading(2, "Questions")
        yield Bullets(tuple(_questions(asked, numbers, veil)))
    if also := agency.also():
        yield Heading(2, "Also not stated")
        yield Paragraph(
            "What was read does not say this either. Nothing depends on it; tell us what you happen to know."
        )
        yield Bullets(tuple(_also(also, veil)))


_SEAT_COLUMNS = ("Group", "As", "Held by", "Right?", "Who sits there?")


def _seat_rows(agency: Agency, numbers: dict[Request, int], veil: Veil) -> Iterator[tuple[str, ...]]:
    """Put the question who sits for a body beside its seat, by its number; each once."""
    left = {request.want.about: request for request in agency.asked() if _is_of_a_seat(request, agency)}
    for seat in agency.seats:
        asks = left.pop(seat.group.id, None) if (seat.member.id == agency.id) else None
        number = f"No. {numbers[asks]}:" if asks else ""
        held = held_by(seat.member, veil)
        yield (veil.text(seat.group.name), seat_words(seat.role), held, "yes / no", number)


def held_by(member: Named, veil: Veil) -> str:
    """Name whoever holds a seat; somebody whose name is not shown can still be told to whom they belong."""
    return "somebody of yours (name not shown)" if veil.hides(member.id) else veil.text(member.name)


def _is_of_a_seat(request: Request, agency: Agency) -> bool:
    """Whether a question is who sits for a body on a group, where its seat is listed to be confirmed."""
    of_seat = request.want.what == What.REPRESENTATIVE and request.want.towards == (agency.id,)
    return of_seat and any((seat.group.id, seat.member.id) == (request.want.about, agency.id) for seat in agency.seats)


def _is_brief(agency: Agency) -> bool:
    """Whether an agency is asked about nothing but its own seats."""
    return bool(agency.seats) and not agency.also() and all(_is_of_a_seat(one, agency) for one in agency.asked())


def _brief_page(agencies: Sequence[Agency], report: Report, numbers: dict[Request, int], veil: Veil) -> Iterator[Block]:
    """Ask all who only have seats to confirm together, in one table."""
    if not agencies:
        return
    yield PageBreak()
    yield Heading(1, "Seats to confirm")
    yield Paragraph(f"To: {joined(veil.text(agency.name) for agency in agencies)}")
    asked = any(agency.asked() for agency in agencies)
    more = ", and say who sits there for you and how far they may decide" if asked else ""
    yield Paragraph(veil.text(f"{_setting_down(report)} Could each of you please confirm your seats{more}?"))
    rows = (
        (veil.text(agency.name), *row[:2], *row[3:]) for agency in agencies for row in _seat_rows(agency, numbers, veil)
    )
    yield Table(("Who", *_SEAT_COLUMNS[:2], *_SEAT_COLUMNS[3:]), tuple(rows))


_GOOD_ANSWERS = (
    "Please say with each answer where it is written, and since when it is so. “Not known” and “there is none” are "
    "good answers too."
)


def _attention(agency: Agency, veil: Veil) -> str:
    named = dict.fromkeys(request.attention.name for request in agency.asked() if request.attention.name)
    return veil.text(joined(named)) if named else ""


def _letter(agency: Agency, report: Report) -> str:
    """Say in a sentence what is asked for."""
    asked = [request for request in agency.asked() if not _is_of_a_seat(request, agency)]
    terms = [request.subject.name for request in asked if request.want.what == What.TERMS_OF_REFERENCE]
    rest = len(asked) - len(terms)
    wishes: list[str] = []
    if agency.seats:
        wishes.append("confirm your seat" if len(agency.seats) == 1 else f"confirm your seats ({len(agency.seats)})")
    if len(asked) < len(agency.asked()):
        wishes.append("say who sits there for you")
    if terms:
        wishes.append(f"send the terms of reference of {joined(terms)}")
    if rest:
        wishes.append(f"answer {_count(rest, 'other question' if terms else 'question')}")
    why = _setting_down(report)
    return f"{why} Could you please {joined(wishes)}?" if wishes else why


def _setting_down(report: Report) -> str:
    return f"We are setting down who answers to whom in {report.structure.name}, as at {date(report.as_of)}."


def _questions(asked: Iterable[Request], numbers: dict[Request, int], veil: Veil) -> Iterator[Item]:
    """Yield the questions of a page; why something is asked stands with the first one that is asked for it."""
    told: set[str] = set()
    for request in asked:
        why = (Item(f"{veil.text(request.why)} ({', '.join(request.rules)})", label="Why we ask"),)
        yield Item(veil.text(request.question), () if request.why in told else why, label=str(numbers[request]))
        told.add(request.why)


def _grounds(agencies: Sequence[Agency], report: Report) -> Iterator[Block]:
    """List what stands behind each rule that wants something known."""
    wanted = {rule for agency in agencies for request in agency.requests for rule in request.rules}
    if not wanted:
        return
    yield PageBreak()
    yield Heading(1, "On what grounds we ask")
    yield Definitions(
        tuple(
            Definition(f"{rule.id}, {rule.title}", " ".join(f"{clause.name.rstrip('.')}." for clause in rule.clauses))
            for rule in report.rules
            if rule.id in wanted and rule.clauses
        )
    )


def _also(requests: Iterable[Request], veil: Veil) -> Iterator[Item]:
    by_subject: dict[str, list[str]] = {}
    for request in requests:
        unknown = IN_SHORT.get(request.want.what, plain(request.want.what))
        by_subject.setdefault(request.subject.name, []).append(unknown)
    for subject, words in by_subject.items():
        yield Item("; ".join(dict.fromkeys(words)), label=veil.text(subject))


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
