"""What passes to a group that is made of others, and what no group can have."""

from __future__ import annotations

from graphmodel import shorthand
from graphmodel.dates import Day
from graphmodel.entities import Group
from graphmodel.kinds import Function, Tier
from queries.whatif.applying import applied
from queries.whatif.change import Change

MERGE = Change.model_validate({"merges": [{"groups": ["a", "b"], "into": "n"}]})


def made(text: str) -> Group:
    structure = applied(shorthand.parse(f"a: group; b: group; {text}"), MERGE, Day("2003-11-21")).structure
    return next(group for group in structure.groups if group.id == "n")


def test_what_is_claimed_of_both_passes_on() -> None:
    text = "claim a tier=strategic; claim b tier=strategic; claim a themes=drugs+; claim b functions=drugs+"
    group = made(text)
    assert (group.tier, group.themes, group.functions) == (Tier.STRATEGIC, ("drugs",), (Function.DRUGS,))


def test_what_no_group_can_have_stays_with_those_of_whom_it_is_claimed() -> None:
    text = "claim a tier=upper; claim b tier=upper; claim a themes=drugs; claim b themes=3; claim a functions=crime+x"
    group = made(f"{text}; claim b terminus=2")
    assert (group.tier, group.themes, group.functions, group.terminus, group.claims) == (None, (), (), False, ())
