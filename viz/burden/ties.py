"""Chairs, those who alone tie groups together, and reports written: what a calculation says beside hours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from queries.burden.chairs import Chairs
from queries.burden.load_in_words import in_figures
from queries.burden.results import Gatekeeper, ReportLoad
from queries.wording import joined
from viz.burden.tables import MOST
from viz.burden.teller import CANNOT, Teller, capital, count, ratio
from viz.paper import Block, Heading, Paragraph, Table


def chair_blocks(teller: Teller) -> Iterator[Block]:
    """Tell who holds the chairs."""
    chairs = teller.burden.chairs
    yield Heading(1, "Chairs")
    if not chairs.number:
        yield Paragraph("Who chairs any of the groups is not evidenced.")
        return
    without = len(teller.seated - teller.chair_of.keys())
    least = "at least " if chairs.uncounted else ""
    verb = "is" if chairs.number == 1 and not least else "are"
    told = f"{capital(least + count(chairs.number, 'chair'))} {verb} known"
    if without:
        told += f"; who chairs {count(without, 'more group')} with known seats is not evidenced"
    yield Paragraph(f"{told}.")
    of_body = sorted(chairs.of_body.items(), key=lambda one: -one[1])
    if len(of_body) > 1:
        yield Table(
            ("Body", "Chairs"), tuple((teller.name(body), _chairs_cell(chairs, body)) for body, _ in of_body[:MOST])
        )
        yield Paragraph(_concentration(chairs, teller))
    elif of_body:
        body, number = of_body[0]
        yield Paragraph(f"Counted by body, {teller.called(body)} holds {least}{count(number, 'chair')}.")
    if chairs.without_body:
        which = "it counts" if chairs.without_body == 1 else "they count"
        yield Paragraph(f"Of {count(chairs.without_body, 'chair')} it is not known for which body {which}.")


def _chairs_cell(chairs: Chairs, body: str) -> str:
    return f"{'at least ' if body in chairs.at_least else ''}{chairs.of_body[body]}"


def _concentration(chairs: Chairs, teller: Teller) -> str:
    what = "How far few bodies hold them (sum of the squared shares, Herfindahl and Hirschman)"
    if chairs.known_concentration is None:
        who, verb = teller.all_called(sorted(chairs.at_least)), "chairs" if len(chairs.at_least) == 1 else "chair"
        groups = "groups that one name stands for, and how many these are is not evidenced"
        return f"{what} cannot be told: {who} {verb} {groups}."
    bodies = len(chairs.of_body)
    return (
        f"{what}: {ratio(chairs.known_concentration)}; 1 is all with one body, {in_figures(Fraction(1, bodies))} is "
        f"alike for the {bodies} bodies that chair."
    )


def gatekeeper_blocks(teller: Teller) -> Iterator[Block]:
    """Tell without whom groups would hang together with none of the others, and how little that may mean."""
    keepers = teller.burden.gatekeepers
    if not keepers:
        return
    yield Heading(1, "Who alone ties groups together, on the seats that are known")
    yield Paragraph(
        "Without any one of these, some groups would have nobody in common with the others: no person, no post, and no "
        "body that somebody else sits for on both sides. What is only claimed in general terms or assumed makes nobody "
        "such a tie. This looks only at seats that are known: where the list of members of few groups is declared "
        "complete, it says more about what was written down than about who matters. It is no criticism of anybody; it "
        "shows where a second tie or a deputy would help."
    )
    rows = tuple(_keeper(keeper, teller) for keeper in keepers[:MOST])
    header = ("Who", "Groups that would stand apart", "Pairs of groups no longer connected", "Lists declared complete")
    yield Table(header, rows)
    if len(keepers) > MOST:
        yield Paragraph(f"{len(keepers) - MOST} more are in the workbook.")


def report_blocks(teller: Teller) -> Iterator[Block]:
    """Tell how many reports each group or post writes in a year."""
    reports = [one for one in teller.burden.reports if one.reports]
    left_out = [one for one in teller.burden.reports if one.not_there]
    if not reports and not left_out:
        return
    yield Heading(1, "Reports written")
    if reports:
        yield from _written(reports, teller)
    if left_out:
        told = (f"of {teller.called(one.who)} to {teller.not_there(one.not_there)}" for one in left_out[:MOST])
        more = f"; and of {len(left_out) - MOST} more" if len(left_out) > MOST else ""
        yield Paragraph(f"Lines to what is not there on the day are left out: {'; '.join(told)}{more}.")


def _written(reports: Sequence[ReportLoad], teller: Teller) -> Iterator[Block]:
    total = sum(one.reports for one in reports)
    known = [one for one in reports if one.a_year]
    if not known:
        yield Paragraph(
            f"{count(len(reports), 'group or post writes', 'groups or posts write')} {count(total, 'report')} to "
            "others between them. How often is not evidenced for any."
        )
    several = [one for one in reports if one.a_year or len(one.lines) > 1]
    if several:
        header = ("Who writes", "Lines", "Reports", "Reports a year")
        yield Table(header, tuple(report_row(one, teller) for one in several[:MOST]))
    rest = len(reports) - min(len(several), MOST)
    if rest and several:
        more = count(rest, "more has", "more have")
        yield Paragraph(f"{more} one line each, of which it is not evidenced how often; the workbook lists them.")
    perhaps = [one.who for one in reports if one.perhaps_one]
    if perhaps:
        yield Paragraph(
            f"Nothing tells whether one report serves several lines of {teller.all_called(perhaps[:MOST])}: if it "
            "does, fewer are written."
        )


def report_row(one: ReportLoad, teller: Teller) -> tuple[str, str, str, str]:
    """Write the reports of a group or post as cells."""
    return teller.group(one.who), str(len(one.lines)), reports_cell(one), a_year_cell(one)


def reports_cell(one: ReportLoad) -> str:
    """Write how many reports serve the lines."""
    return f"1 to {one.reports}" if one.perhaps_one and one.reports > 1 else str(one.reports)


def a_year_cell(one: ReportLoad) -> str:
    """Write how many reports a year, as far as that is known."""
    if one.without_rhythm >= one.reports:
        return CANNOT
    upper = f"{in_figures(one.a_year)} or fewer" if one.perhaps_one else in_figures(one.a_year)
    return f"at least {in_figures(one.a_year)}" if one.without_rhythm and not one.perhaps_one else upper


def _keeper(keeper: Gatekeeper, teller: Teller) -> tuple[str, ...]:
    return (
        teller.name(keeper.who),
        joined(map(teller.group, keeper.cut)),
        f"{keeper.pairs_lost} of {keeper.pairs}",
        f"{keeper.closed} of {keeper.groups}",
    )
