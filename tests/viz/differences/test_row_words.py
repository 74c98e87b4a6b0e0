"""A row that differs, in one plain sentence."""

from __future__ import annotations

from typing import Any

import pytest

from graphmodel.structure import Structure
from tests.viz.differences.made import difference
from viz.differences.states import States
from viz.differences.words import row_in_words

GROUPS = (
    {"id": "board", "kind": "board", "name": "Strategic Group"},
    {"id": "dag", "kind": "group", "name": "Drug and Alcohol Group"},
    {"id": "areas", "kind": "group", "name": "Area groups", "set": True},
)


def _structure(day: str, **tables: Any) -> Structure:
    return Structure.model_validate({"id": "s", "title": "S", "as_of": day, "groups": GROUPS, **tables})


def _told(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    one, other = _structure("2003-03-31", **before), _structure("2003-11-21", **after)
    states = States(difference(one, other), one, other)
    return [row_in_words(row, states) for row in states.difference.patch.rows]


def _groups(**properties: Any) -> dict[str, Any]:
    return {"groups": ({**GROUPS[0], **properties}, *GROUPS[1:])}


@pytest.mark.parametrize(
    ("was", "now", "says"),
    [
        ({}, {"per_year": 4}, "meets quarterly (was: not told)"),
        ({"per_year": 12}, {"per_year": 5}, "meets 5 times a year (was: 12)"),
        ({"rhythm": "monthly"}, {}, "how often it meets: not told any more (was: monthly)"),
        ({"per_year": "unknown"}, {"per_year": 6}, "meets 6 times a year (was: not known)"),
        ({"hours": 2}, {"hours": 1.5}, "meets for 1.5 hours (was: 2)"),
        ({"tier": "tactical"}, {"tier": "strategic"}, "tier: strategic (was: tactical)"),
        ({}, {"valid_to": "2004-04"}, "until April 2004 (was: not told)"),
        ({"themes": ["drugs"]}, {"themes": ["drugs", "crime"]}, "themes: drugs and crime (was: drugs)"),
        ({}, {"terminus": True}, "terminus: yes (was: not told)"),
        (
            {},
            {"claims": [{"property": "tier", "value": "strategic", "evidence": {"modality": "inferred"}}]},
            "tier: strategic (was: not told), inferred",
        ),
        (
            {"evidence": {"modality": "planned"}},
            {},
            "stated (was: planned)",
        ),
    ],
)
def test_a_group_that_is_told_otherwise(was: dict[str, Any], now: dict[str, Any], says: str) -> None:
    assert _told(_groups(**was), _groups(**now)) == [f"Strategic Group (board): {says}"]


def test_a_line_is_new_where_it_says_when_it_began_and_else_only_the_later_file_tells_of_it() -> None:
    line = {"from": "dag", "to": "board", "kind": "reports_to"}
    assert _told({}, {"lines": [{**line, "valid_from": "2003-06-01"}]}) == [
        "Drug and Alcohol Group reports to Strategic Group: new line"
    ]
    assert _told({}, {"lines": [line]}) == [
        "Drug and Alcohol Group reports to Strategic Group: only the later file tells of it"
    ]
    assert _told({"lines": [line]}, {}) == [
        "Drug and Alcohol Group reports to Strategic Group: the later file does not tell of it"
    ]


def test_a_date_known_in_part_that_may_lie_before_makes_nothing_new() -> None:
    line = {"from": "dag", "to": "board", "kind": "reports_to", "valid_from": "2003"}
    assert _told({}, {"lines": [line]})[0].endswith("only the later file tells of it")


def test_a_verb_agrees_with_a_name_that_stands_for_several() -> None:
    part = {"type": "part_of", "part": "areas", "whole": "board"}
    assert _told({}, {"links": [part]}) == ["Area groups are part of Strategic Group: only the later file tells of it"]


def test_a_seat_for_another_body_names_that_body() -> None:
    bodies = [{"id": "x", "kind": "voluntary", "name": "Charity"}, {"id": "y", "kind": "voluntary", "name": "Trust"}]
    seat = {"member": "x", "group": "board"}
    told = _told({"bodies": bodies, "seats": [seat]}, {"bodies": bodies, "seats": [{**seat, "on_behalf_of": "y"}]})
    assert told == ["Charity has a seat on Strategic Group, on behalf of Trust: on behalf of Trust (was: not told)"]
