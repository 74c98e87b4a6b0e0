"""Names and figures of a calculation as they are shown: no names of persons unless asked for, no more than is known."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from fractions import Fraction
from functools import cached_property

from graphmodel.entities import Entity
from graphmodel.evidence import Modality
from graphmodel.relations import Holds
from graphmodel.structure import Structure
from queries.burden.load import Load
from queries.burden.load_in_words import in_figures
from queries.burden.places import HeldPlace
from queries.burden.results import BodyLoad, Burden, Duplicated
from queries.wording import joined
from viz.privacy import HIDDEN, Veil
from viz.statement.words import called as called_in_a_sentence
from viz.wording import MODALITIES, several

CANNOT = "cannot be told"
CONDITIONAL = " (conditional)"
"""What follows a figure that rests on an assumption."""
STATED = Modality.STATED.value


class Teller:
    """Tells the names of one calculation."""

    def __init__(self, burden: Burden, structure: Structure, *, names: bool, whole: bool = True) -> None:
        self.burden = burden
        self.whole = whole
        self.structure = structure
        self._veil = Veil(structure, names=names)
        self._entities: dict[str, Entity] = {entity.id: entity for entity in structure.entities()}
        self._sitters = {load.who: load for load in burden.sitters}
        self.seated = {group for group, load in burden.groups.items() if load.seats}
        """The groups with a known seat."""
        held = (place for load in burden.bodies for place in (*load.places, *load.unshared))
        self.places: tuple[HeldPlace, ...] = (*held, *burden.nobody)
        """Every place; one that counts for several bodies, or may, as often as these."""
        self.chair_of = {place.group: place.sitter for place in self.places if place.chairs}

    def name(self, id_: str) -> str:
        """Return a name as it stands in a table or on a figure."""
        if self._veil.hides(id_):
            return self.name(self._posts[id_]) if id_ in self._posts else self._hidden.get(id_, HIDDEN)
        entity = self._entities.get(id_)
        return self.text(self.burden.names.get(id_, id_ if entity is None else entity.name))

    def called(self, id_: str) -> str:
        """Return a name as it stands within a sentence."""
        id_ = self._posts.get(id_, id_) if self._veil.hides(id_) else id_
        entity = self._entities.get(id_)
        if entity is None or self._veil.hides(id_) or self.burden.names.get(id_, entity.name) != entity.name:
            return self.name(id_)
        return self.text(called_in_a_sentence(entity))

    def stands_for_itself(self, id_: str) -> bool:
        """Tell whether there is nothing to call somebody by but where they sit: a person of no known post, unnamed."""
        return self._veil.hides(id_) and id_ not in self._posts

    @cached_property
    def _posts(self) -> Mapping[str, str]:
        """The post of each person who holds exactly one that is known: a post is public, where a name is not shown."""
        held: dict[str, set[str]] = {}
        for item in self.structure.links:
            if isinstance(item, Holds):
                held.setdefault(item.start, set()).add(item.finish)
        return {person: next(iter(posts)) for person, posts in held.items() if len(posts) == 1}

    @cached_property
    def _hidden(self) -> Mapping[str, str]:
        """What to call the persons who sit and have no known post: by the group they chair, or numbered for a body."""
        told: dict[str, list[str]] = {}
        for id_, load in self._sitters.items():
            if self.stands_for_itself(id_):
                told.setdefault(self._as_seated(load), []).append(id_)
        return {
            id_: f"{words}, {number} of {len(ids)}" if len(ids) > 1 else words
            for words, ids in told.items()
            for number, id_ in enumerate(ids, start=1)
        }

    def _as_seated(self, load: BodyLoad) -> str:
        homes = joined(map(self.name, _homes(load)))
        chaired = [group for group, chair in self.chair_of.items() if chair == load.who]
        if len(chaired) == 1:
            return f"the chair of {self.called(chaired[0])}{f' (for {homes})' if homes else ''}"
        return f"somebody for {homes}" if homes else HIDDEN

    def all_called(self, ids: Iterable[str]) -> str:
        """Return names as a sentence lists them."""
        return joined(map(self.called, ids))

    def entry(self, load: BodyLoad) -> str:
        """Return the name of who bears a load; of a set it says so: the figures are what each of them bears."""
        name = self.name(load.who)
        if load.stands_for == 1:
            return name
        number = "several, number not known"
        if load.stands_for:
            number = f"{load.stands_for} of them" + ("" if load.number_is == STATED else f", {as_is(load.number_is)}")
        return f"{name} (each; {number})"

    def group(self, id_: str) -> str:
        """Return the name of a group, with how many it stands for."""
        entity = self._entities.get(id_)
        return f"{self.name(id_)} ({many})" if entity is not None and (many := several(entity)) else self.name(id_)

    def unshared(self, places: Iterable[HeldPlace]) -> Sequence[str]:
        """Say of places that several people have for several bodies, a sentence for each of them, what is open."""
        groups: dict[str, list[str]] = {}
        for place in places:
            groups.setdefault(place.sitter, [])
            groups[place.sitter] += [place.group] if place.group not in groups[place.sitter] else []
        return [
            f"Several sit on {self.all_called(on)} as {self.name(sitter)}, for more than one body: how many for each "
            "is not evidenced, and the figures of these bodies do not count them."
            for sitter, on in groups.items()
        ]

    def not_there(self, ids: Iterable[str]) -> str:
        """Say of those that are not there on the day why they are not: ``the Forum, which is no longer there``."""
        return joined(f"{self.called(id_)}, which is {self.burden.not_there[id_]}" for id_ in ids)

    def nobodys(self, place: HeldPlace) -> str:
        """Say of a place that counts for no body who sits where, and for whom it would count that is not there."""
        return f"{self.name(place.sitter)} on {self.group(place.group)}{self.for_whom(place)}"

    def for_whom(self, place: HeldPlace) -> str:
        """Say in brackets for whom, or through what post, a place would count if it were there; else nothing."""
        told = (f"{'through' if self._is_post(id_) else 'for'} {self.not_there((id_,))}" for id_ in place.not_there)
        return f" ({joined(told)})" if place.not_there else ""

    def _is_post(self, id_: str) -> bool:
        entity = self._entities.get(id_)
        return entity is not None and entity.TYPE == "post"

    def text(self, text: str) -> str:
        """Return somebody's own words without names of persons that are not to be shown."""
        return self._veil.text(text)

    def is_conditional(self, pair: Duplicated) -> bool:
        """Tell whether the hours on both of two groups rest on an assumption."""
        return any(
            place.assumed and place.group in (pair.one, pair.other)
            for load in self.burden.bodies
            if load.who in pair.shared
            for place in load.places
        )

    def is_person(self, id_: str) -> bool:
        """Tell whether somebody is a person."""
        entity = self._entities.get(id_)
        return entity is not None and entity.TYPE == "person"


def _homes(load: BodyLoad) -> tuple[str, ...]:
    found = dict.fromkeys(home for place in load.places for home in place.organisations)
    return tuple(home for home in found if home != load.who)


def is_assumed(place: HeldPlace) -> bool:
    """Tell whether no source says that somebody sits there; a rhythm alone may be assumed too."""
    return bool(place.assumed) and not any(fact.startswith("seat ") for fact in place.facts)


def role(place: HeldPlace) -> str:
    """Say as what somebody sits."""
    return "chair" if place.chairs else "member"


def as_is(evidence: str) -> str:
    """Say of something that is not plainly stated how it is told: ``as is inferred``."""
    return f"as is {MODALITIES[Modality(evidence)]}"


def how_weak(places: Iterable[HeldPlace]) -> Sequence[tuple[int, str]]:
    """Return how many of some seats no source plainly states, and how they are told instead, the firmest first."""
    numbers: dict[str, int] = {}
    for place in places:
        if place.evidence != STATED:
            numbers[place.evidence] = numbers.get(place.evidence, 0) + place.number
    return [(numbers[one], MODALITIES[Modality(one)]) for one in sorted(numbers, reverse=True)]


def is_unknown(load: Load) -> bool:
    """Tell whether nothing is known of the hours of a load."""
    return load.seats > 0 and load.without_hours == load.seats


def hours_cell(load: Load) -> str:
    """Write hours a year in meetings as far as they are known."""
    if is_unknown(load):
        return CANNOT
    return _bound(load.hours, exact=load.is_exact) + (CONDITIONAL if load.assumed else "")


def meetings_cell(load: Load) -> str:
    """Write meetings a year as far as they are known."""
    if load.seats > 0 and load.without_rhythm == load.seats:
        return CANNOT
    exact = not load.without_rhythm and not load.uncounted
    return _bound(load.meetings, exact=exact) + (CONDITIONAL if load.assumed else "")


def seats_cell(load: Load) -> str:
    """Write how many seats there are: at least so many where one is on each of an unknown number of groups."""
    return f"at least {load.seats}" if load.uncounted else str(load.seats)


def unknown_cell(load: Load) -> str:
    """Write for how many seats the rhythm or the length of the meetings is not known."""
    return f"{load.without_hours} of {load.seats} seats" if load.without_hours else "none"


def ratio(pair: tuple[int, int]) -> str:
    """Write a ratio with the two numbers that it is made of: ``4 of 5 (0.8)``."""
    part, whole = pair
    return f"{part} of {whole} ({in_figures(Fraction(part, whole))})" if whole else "none"


def count(number: int, one: str, more: str = "") -> str:
    """Write a number with its noun: ``1 seat``, ``2 seats``."""
    return f"{number} {one if number == 1 else more or f'{one}s'}"


def capital(text: str) -> str:
    """Begin a sentence with a capital."""
    return text[:1].upper() + text[1:]


def by_hours(loads: Collection[BodyLoad]) -> Sequence[BodyLoad]:
    """Order loads from the most hours that are known to the least; then by seats, then as they came."""
    return sorted(loads, key=lambda one: (-one.load.hours, is_unknown(one.load), -one.load.seats))


def _bound(number: Fraction, *, exact: bool) -> str:
    return in_figures(number) if exact else f"at least {in_figures(number)}"
