"""What an agency answers for, and what about its seats is not known yet, by whom to ask."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from queries.burden.places import HeldPlace
from queries.burden.results import BodyLoad
from queries.wording import joined
from viz.burden.teller import Teller, capital, is_assumed
from viz.burden.ties import a_year_cell, reports_cell

CO_ORDINATOR = "The co-ordinator"


def answers_for(load: BodyLoad, teller: Teller) -> Iterator[tuple[str, str]]:
    """Yield what a body answers for, each with its label: chairs that it holds, and reports of its groups and posts."""
    chaired = {place.group: place.sitter for place in load.places if place.chairs}
    for sitter in dict.fromkeys(chaired.values()):
        by = "" if sitter == load.who or teller.stands_for_itself(sitter) else f", through {teller.called(sitter)}"
        yield "You chair", f"{teller.all_called(group for group, who in chaired.items() if who == sitter)}{by}"
    mine = {*chaired, *(place.sitter for place in load.places)}
    for report in teller.burden.reports:
        if report.who in mine and report.reports:
            to = joined(teller.called(line) for line in dict.fromkeys(report.lines))
            label = "A group that you chair reports" if report.who in chaired else "A post of yours reports"
            reports = reports_cell(report)
            often = f"reports to write: {reports}; how many a year: {a_year_cell(report)}"
            yield label, f"{teller.called(report.who)} to {to} ({often})"


def asks(load: BodyLoad, teller: Teller) -> Iterator[tuple[str, str]]:
    """Yield whom to ask, and for what: how often and how long groups meet, and who comes."""
    wanted: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for place in load.places:
        what = _what(place)
        groups = wanted[_whom(place.group, load, teller)][what]
        if what and place.group not in groups:
            groups.append(place.group)
    for whom, questions in sorted(wanted.items()):
        told = [f"{what} {teller.all_called(groups)} {_meet(groups)}" for what, groups in questions.items() if what]
        if told:
            yield whom, f"{'; '.join(told)}"
    if load.unshared:
        others = dict.fromkeys(place.sitter for place in load.unshared)
        on = teller.all_called(dict.fromkeys(place.group for place in load.unshared))
        yield "You would know best", f"how many of {teller.all_called(others)} sit for you on {on}"
    sure = [place for place in load.places if not is_assumed(place)]
    unnamed = list(dict.fromkeys(place.group for place in sure if place.sitter == load.who))
    doubtful = list(dict.fromkeys(place.group for place in load.places if is_assumed(place)))
    if doubtful:
        yield "You would know best", f"whether you sit on {teller.all_called(doubtful)}: it is assumed here"
    if unnamed:
        yield "You would know best", f"who sits for you on {teller.all_called(unnamed)}"


def _what(place: HeldPlace) -> str:
    """Say what of a group's meetings is not evidenced; what is only assumed is not."""
    if place.assumed and not is_assumed(place):
        return "how often and how long, for it is assumed here,"
    told = [word for word, known in (("how often", place.per_year), ("how long", place.hours)) if known is None]
    return " and ".join(told)


def _whom(group: str, load: BodyLoad, teller: Teller) -> str:
    chair = teller.chair_of.get(group)
    if chair is None:
        return CO_ORDINATOR
    if chair == load.who or any(place.chairs and place.group == group for place in load.places):
        return "You chair it, and would know"
    return capital(teller.called(chair))


def _meet(groups: list[str]) -> str:
    return "meets" if len(groups) == 1 else "meet"
