"""Who could say what terms of reference leave open."""

from __future__ import annotations

from graphmodel.kinds import Role
from queries.asking.addressee import addressee
from queries.terms.elements import Who
from queries.wording import joined
from viz.statement.standing import is_vacant
from viz.terms.facts import Facts

_CO_ORDINATOR = "the co-ordinator"


def who_could_say(facts: Facts, who: Who) -> str:
    """Name those above the group, its chair or whoever services it; else whom one would ask, an empty post never."""
    members = {
        Who.ABOVE: [line.to for line in facts.lines()],
        Who.CHAIR: [seat.member for seat in facts.seats(Role.CHAIR)],
        Who.SERVICES: [
            *(seat.member for seat in facts.seats(Role.SECRETARIAT)),
            *(tie.start for tie in facts.ties("supports", to=True)),
        ],
    }[who]
    there = [member for member in members if not is_vacant(facts.index, member)]
    return joined(dict.fromkeys(map(facts.name, there))) if there else _whom_one_would_ask(facts)


def _whom_one_would_ask(facts: Facts) -> str:
    asked = addressee(facts.index, facts.group.id)
    found = asked.agency if is_vacant(facts.index, asked.attention) else asked.attention or asked.agency
    return facts.name(found) if found else _CO_ORDINATOR
