"""A calculation of burden as a JSON document, for other programs: ``schema: 1``, ids and names, exact numbers.

It begins with the `version` of the tool, the `profile` by its id, the hash of the `content` that it was worked out
from, and in `not_whole` what of the file was not read, null where all of it was.

Every number that need not be whole is a pair: ``{"part": 3, "whole": 2}`` is one and a half. What is not known is null,
and counted beside the figure that it leaves "at least": a `load` has `seats`, `meetings`, `hours` (in meetings),
`beside` (preparation and travel) and `cost` (pounds), with `without_rhythm`, `without_hours`, `without_beside` and
`without_rate` for how many of the seats each is not known, `on_sets_of_unknown_number`, `exact` (whether the hours are
all there is to it) and `assumed` (the reasons of whatever somebody assumed).

`bodies` and `people` (posts and persons) are loads with where each sits; of a set of bodies alike the figures are of
each, and `stands_for` is how many they are. `unshared` of a body are places that several have for it and for other
bodies: how many for each is not known, so the figures of a body do not count them. `groups` are the loads of all who
sit on each; `nobody` are the places that count for no known body; `pairs` are groups that share bodies, `gatekeepers`
those without whom groups lose touch, and `reports` what is written in a year. Persons have stand-in ids and no names
unless they are asked for. The same structure and options give the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from graphmodel.structure import Structure
    from queries.burden.chairs import Chairs
    from queries.burden.load import Load
    from queries.burden.places import HeldPlace
    from queries.burden.rests_on import Assumption
    from queries.burden.results import BodyLoad, Burden, Duplicated, Gatekeeper, ReportLoad, Spread

Row = dict[str, Any]
SCHEMA = 1


class Head(NamedTuple):
    """What a document was made by and with: the version, the id of a profile, and what was not read of the file."""

    version: str
    profile: str
    notice: str = ""


def burden_json(burden: Burden, structure: Structure, head: Head, *, names: bool = False) -> str:
    """Write a calculation as a JSON document; persons are named only with `names`."""
    from graphmodel.content import content_hash

    made = {
        "schema": SCHEMA,
        "version": head.version,
        "profile": head.profile,
        "content": content_hash(structure),
        "not_whole": head.notice or None,
    }
    whole = {**made, **_Document(burden, structure, names=names).whole()}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


class _Document:
    def __init__(self, burden: Burden, structure: Structure, *, names: bool) -> None:
        from viz.privacy import Veil

        self._burden = burden
        self._veil = Veil(structure, names=names)

    def whole(self) -> Row:
        told = self._burden
        return {
            "title": self._veil.text(told.title),
            "as_of": told.as_of,
            "evidence": str(told.level),
            "chair_factor": _pair(told.chair_factor),
            "bounds": self._veil.text(told.bounds) or None,
            "assumed": self._texts(told.assumed),
            "supposing": self._veil.text(told.supposing) or None,
            "assumptions": [self._assumption(one) for one in told.rests_on],
            "bodies": [self._body(one) for one in told.bodies],
            "people": [self._body(one) for one in told.sitters],
            "groups": [{**self._named(group), **self._load(load)} for group, load in told.groups.items()],
            "nobody": [self._place(place) for place in told.nobody],
            "total": self._load(told.total),
            "spread": _spread(told.spread),
            "pairs": [self._shared(pair) for pair in told.pairs],
            "chairs": self._chairs(told.chairs),
            "gatekeepers": [self._gatekeeper(one) for one in told.gatekeepers],
            "reports": [self._report(one) for one in told.reports],
        }

    def _assumption(self, one: Assumption) -> Row:
        return {
            "groups": self._ids(one.groups),
            "members": self._ids(one.members),
            "rhythm": self._veil.text(one.words) or None,
            "per_year": one.per_year,
            "hours": one.hours,
            "reason": self._veil.text(one.reason),
            "unused": one.unused and str(one.unused),
        }

    def _named(self, id_: str) -> Row:
        from viz.privacy import HIDDEN

        name = HIDDEN if self._veil.hides(id_) else self._veil.text(self._burden.names.get(id_, id_))
        return {"id": self._veil.id(id_), "name": name}

    def _ids(self, ids: Iterable[str]) -> list[str]:
        return [self._veil.id(id_) for id_ in ids]

    def _texts(self, texts: Iterable[str]) -> list[str]:
        return [self._veil.text(text) for text in texts]

    def _body(self, one: BodyLoad) -> Row:
        interval = one.interval
        return {
            **self._named(one.who),
            "stands_for": one.stands_for,
            "stands_for_evidence": one.number_is,
            **self._load(one.load),
            "supporting": one.supporting,
            "attends": self._ids(one.attends),
            "share": _pair(one.share),
            "per_fte": _pair(one.per_fte),
            "duplicated": None if one.load.is_unknown else _pair(one.duplicated),
            "interval": interval and {"least": _pair(interval.least), "most": _pair(interval.most)},
            "clashes": [{"day": day, "groups": self._ids(groups)} for day, *groups in one.clashes],
            "places": [self._place(place) for place in one.places],
            "unshared": [self._place(place) for place in one.unshared],
        }

    def _load(self, load: Load) -> Row:
        return {
            "seats": load.seats,
            "meetings": _known(load.meetings, load.without_rhythm, load.seats),
            "hours": _known(load.hours, load.without_hours, load.seats),
            "beside": _known(load.beside, load.without_beside, load.seats),
            "cost": _known(load.cost, load.without_rate, load.seats),
            "without_rhythm": load.without_rhythm,
            "without_hours": load.without_hours,
            "without_beside": load.without_beside,
            "without_rate": load.without_rate,
            "on_sets_of_unknown_number": load.uncounted,
            "exact": load.is_exact,
            "assumed": self._texts(load.assumed),
        }

    def _place(self, place: HeldPlace) -> Row:
        return {
            "sitter": self._named(place.sitter),
            "group": self._veil.id(place.group),
            "bodies": self._ids(place.organisations),
            "chairs": place.chairs,
            "evidence": "assumed" if _is_assumed(place) else place.evidence,
            "number": place.number if place.counted else None,
            "per_year": _pair(place.per_year),
            "hours": _pair(place.hours),
            "attendance": _pair(place.attendance),
            "preparation": _pair(place.preparation),
            "travel": _pair(place.travel),
            "rate": _pair(place.rate),
            "assumed": self._texts(place.assumed),
            "not_there": self._not_there(place.not_there),
        }

    def _not_there(self, ids: Iterable[str]) -> list[Row]:
        return [{**self._named(id_), "why": self._burden.not_there[id_]} for id_ in ids]

    def _shared(self, pair: Duplicated) -> Row:
        return {
            "groups": self._ids((pair.one, pair.other)),
            "shared": self._ids(pair.shared),
            "bodies_on_each": [pair.on_one, pair.on_other],
            "of_the_smaller": _ratio(pair.of_the_smaller),
            "of_all": _ratio(pair.of_all),
            "people": self._ids(pair.persons),
            "hours": _known(pair.hours, pair.unknown, len(pair.shared)),
            "unknown": pair.unknown,
            "flagged": pair.flagged,
        }

    def _chairs(self, held: Chairs) -> Row:
        return {
            "number": held.number,
            "of_body": {self._veil.id(body): count for body, count in held.of_body.items()},
            "at_least": self._ids(sorted(held.at_least)),
            "without_body": held.without_body,
            "exact": not held.uncounted,
            "concentration": held.known_concentration and _ratio(held.known_concentration),
        }

    def _gatekeeper(self, one: Gatekeeper) -> Row:
        return {
            **self._named(one.who),
            "cut": self._ids(one.cut),
            "pairs_lost": one.pairs_lost,
            "pairs": one.pairs,
            "lists_complete": _ratio((one.closed, one.groups)),
            "well_known": one.well_known,
            "betweenness": _pair(one.betweenness),
            "constraint": one.constraint,
            "effective_size": one.effective_size,
        }

    def _report(self, one: ReportLoad) -> Row:
        return {
            **self._named(one.who),
            "lines": self._ids(one.lines),
            "reports": one.reports,
            "perhaps_one": one.perhaps_one,
            "a_year": _known(one.a_year, one.without_rhythm, one.reports),
            "without_rhythm": one.without_rhythm,
            "not_there": self._not_there(one.not_there),
        }


def _spread(spread: Spread) -> Row:
    return {
        "gini": _pair(spread.gini),
        "bodies": spread.bodies,
        "partly_known": spread.partly_known,
        "not_known": spread.not_known,
        "lorenz": [[_pair(part), _pair(share)] for part, share in spread.lorenz],
    }


def _pair(number: Fraction | None) -> Row | None:
    return None if number is None else {"part": number.numerator, "whole": number.denominator}


def _known(number: Fraction, unknown: int, of: int) -> Row | None:
    """Write a number that is "at least" where some is unknown; where all is, there is none to write."""
    return None if not number and 0 < of == unknown else _pair(number)


def _is_assumed(place: HeldPlace) -> bool:
    return bool(place.assumed) and not any(fact.startswith("seat ") for fact in place.facts)


def _ratio(numbers: tuple[int, int]) -> Row:
    return dict(zip(("part", "whole"), numbers, strict=True))
