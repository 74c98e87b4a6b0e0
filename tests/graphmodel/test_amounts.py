"""Numbers stay within bounds, and what is outside is told with its place."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from graphmodel.entities import Body, Group
from graphmodel.jsonschema import structure_schema
from graphmodel.relations import ReportingLine, Seat

CASES = [
    (Group, {"id": "g", "name": "G", "kind": "group"}, "per_year", 10_000),
    (Group, {"id": "g", "name": "G", "kind": "group"}, "hours", 1_000),
    (Group, {"id": "g", "name": "G", "kind": "group"}, "preparation", 1_000),
    (Body, {"id": "b", "name": "B", "kind": "other"}, "fte", 1_000_000),
    (Seat, {"member": "b", "group": "g"}, "attendance", 1),
    (Seat, {"member": "b", "group": "g"}, "travel", 1_000),
    (Seat, {"member": "b", "group": "g"}, "rate", 100_000),
    (ReportingLine, {"from": "g", "to": "b", "kind": "reports_to"}, "per_year", 10_000),
]


@pytest.mark.parametrize(("class_", "row", "field", "most"), CASES)
def test_a_number_has_its_bounds(class_: type[Group], row: dict[str, object], field: str, most: float) -> None:
    for within in (0, most, "unknown", None):
        assert getattr(class_.model_validate({**row, field: within}), field) == within
    for outside, words in ((-0.5, "greater than or equal to 0"), (most + 1, f"less than or equal to {most}")):
        with pytest.raises(ValidationError, match=words):
            class_.model_validate({**row, field: outside})
    properties = structure_schema()["$defs"][class_.__name__]["properties"][field]
    assert (properties["minimum"], properties["maximum"]) == (0, most)


def test_an_entry_stands_for_one_at_least() -> None:
    row = {"id": "g", "name": "G", "kind": "group", "set": True}
    assert Group.model_validate({**row, "count": 1}).count == 1
    with pytest.raises(ValidationError, match="greater than or equal to 1"):
        Group.model_validate({**row, "count": 0})
