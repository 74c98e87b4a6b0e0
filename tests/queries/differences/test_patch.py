"""The laws of a patch, on random structures with random ids changed; and what it tells of a few rows."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from graphmodel.structure import Structure
from queries.differences.difference import Field, Patch, Row, Turn
from queries.differences.patch import PatchError, _in_order, applied, patch
from tests.strategies import small_structures, structures

ANY = st.one_of(structures(), small_structures())


def in_any_order(structure: Structure) -> dict[str, Any]:
    """Return a document whose rows stand in one order, however its file has them."""
    return {
        name: sorted(value, key=lambda row: json.dumps(row, sort_keys=True)) if isinstance(value, list) else value
        for name, value in structure.document().items()
    }


_ROUND = {Turn.ADDED: Turn.REMOVED, Turn.REMOVED: Turn.ADDED, Turn.CHANGED: Turn.CHANGED}


def _round(fields: tuple[Field, ...]) -> tuple[Field, ...]:
    return tuple(Field(field.name, field.now, field.was) for field in fields)


def turned_round(patch: Patch) -> Patch:
    """Return the patch that undoes a patch."""
    back = {new: old for old, new in patch.renamed.items()}
    found = (
        Row(row.table, row.was_key, row.key, _ROUND[row.turn], row.now, row.was, _round(row.fields))
        for row in patch.rows
    )
    return Patch(_round(patch.head), _in_order(found), dict(sorted(back.items())), patch.as_told)


@st.composite
def renamings(draw: st.DrawFn, before: Structure, after: Structure) -> Mapping[str, str]:
    """Rename some things of a structure: to the ids of things of the other, or to ids that are in neither."""
    old = [entity.id for entity in before.entities()]
    new = [*(entity.id for entity in after.entities()), "quite-new", "newer"]
    pairs = draw(st.lists(st.tuples(st.sampled_from(old), st.sampled_from(new)), max_size=4)) if old else []
    renamed: dict[str, str] = {}
    for one, other in pairs:
        if one not in renamed and other not in renamed.values() and one != other:
            renamed[one] = other
    # What keeps its id must not come by one that something else gets.
    assume(not (set(renamed.values()) - set(renamed)) & set(old))
    return renamed


@st.composite
def changes(draw: st.DrawFn) -> tuple[Structure, Structure, Mapping[str, str]]:
    """Draw an earlier structure, a later one, and what goes by another id in it."""
    before, after = draw(ANY), draw(ANY)
    return before, after, draw(renamings(before, after))


@given(changes())
def test_a_patch_makes_the_later_of_the_earlier_and_its_reverse_the_earlier_again(
    change: tuple[Structure, Structure, Mapping[str, str]],
) -> None:
    before, after, renamed = change
    found = patch(before, after, renamed)
    assert in_any_order(applied(found, before)) == in_any_order(after)
    assert in_any_order(applied(turned_round(found), after)) == in_any_order(before)
    assert turned_round(turned_round(found)) == found


@given(ANY, st.randoms())
def test_a_structure_does_not_differ_from_itself_whatever_the_order_of_its_rows(
    structure: Structure, random: Any
) -> None:
    document = structure.document()
    for rows in document.values():
        if isinstance(rows, list):
            random.shuffle(rows)
    assert patch(structure, Structure.model_validate(document)) == Patch((), (), {})


@given(structures())
def test_new_ids_throughout_are_no_difference(structure: Structure) -> None:
    renamed = {entity.id: f"new-{entity.id}" for entity in structure.entities()}
    after = applied(Patch((), (), renamed), structure)
    assert not {entity.id for entity in structure.entities()} & {entity.id for entity in after.entities()}
    assert patch(structure, after, renamed) == Patch((), (), renamed)
    assert Structure.model_validate(after.document()) == after  # every reference leads somewhere


BEFORE = Structure.model_validate(
    {
        "id": "s",
        "title": "A place",
        "bodies": [{"id": "pct", "name": "The trust", "kind": "primary_care_trust"}],
        "groups": [{"id": "dat", "name": "Drug team", "kind": "group", "per_year": 4}],
        "seats": [{"member": "pct", "group": "dat"}],
        "silences": [{"about": "dat", "what": "chair"}, {"about": "seat pct dat member unknown", "what": "lead"}],
    }
)
AFTER = Structure.model_validate(
    {
        "id": "s",
        "title": "A place",
        "as_of": "2004-04-01",
        "bodies": [{"id": "pct", "name": "The trust", "kind": "primary_care_trust"}],
        "groups": [{"id": "daat", "name": "Drug and alcohol team", "kind": "group", "per_year": 4}],
        "seats": [{"member": "pct", "group": "daat", "evidence": {"modality": "inferred", "reason": "minutes"}}],
        "silences": [{"about": "seat pct daat member unknown", "what": "lead"}],
        "completeness": [{"of": "chair"}],
    }
)


def test_each_row_is_told_with_what_it_was_and_is() -> None:
    assert patch(BEFORE, AFTER, {"dat": "daat"}) == Patch(
        head=(Field("as_of", None, "2004-04-01"),),
        rows=(
            Row(
                "groups",
                "daat",
                "dat",
                Turn.CHANGED,
                {"id": "dat", "kind": "group", "name": "Drug team", "per_year": 4.0},
                {"id": "daat", "kind": "group", "name": "Drug and alcohol team", "per_year": 4.0},
                (Field("name", "Drug team", "Drug and alcohol team"),),
            ),
            Row(
                "seats",
                "seat pct daat member unknown",
                "seat pct dat member unknown",
                Turn.CHANGED,
                {"member": "pct", "group": "dat"},
                {"member": "pct", "group": "daat", "evidence": {"modality": "inferred", "reason": "minutes"}},
                (Field("evidence", None, {"modality": "inferred", "reason": "minutes"}),),
            ),
            Row("silences", "chair daat", "chair dat", Turn.REMOVED, {"about": "dat", "what": "chair"}, None, ()),
            Row("completeness", "chair", "chair", Turn.ADDED, None, {"of": "chair"}, ()),
        ),
        renamed={"dat": "daat"},
    )


def test_without_being_told_that_it_is_the_same_a_group_goes_and_another_comes() -> None:
    told = [(row.turn, row.key) for row in patch(BEFORE, AFTER).of("groups")]
    assert told == [(Turn.ADDED, "daat"), (Turn.REMOVED, "dat")]


def test_whether_only_the_evidence_changed_is_told_apart() -> None:
    group, seat = patch(BEFORE, AFTER, {"dat": "daat"}).rows[:2]
    assert (group.of_evidence, seat.of_evidence) == (False, True)


@pytest.mark.parametrize(
    ("was", "now", "alone"),
    [
        ({"evidence": {"locator": "p1"}}, {"evidence": {"locator": "p2"}}, True),
        ({"evidence": {"modality": "asserted_general"}}, {}, True),
        ({"evidence": {"modality": "planned"}}, {}, False),
        ({}, {"evidence": {"modality": "denied"}}, False),
        ({"evidence": {"modality": "planned"}}, {"evidence": {"modality": "in_development"}}, True),
        ({}, {"claims": [{"property": "tier", "value": "strategic"}]}, False),
        (
            {"claims": [{"property": "tier", "value": "strategic"}]},
            {"claims": [{"property": "tier", "value": "strategic", "evidence": {"locator": "p4"}}]},
            True,
        ),
        (
            {"claims": [{"property": "tier", "value": "strategic", "evidence": {"modality": "denied"}}]},
            {"claims": [{"property": "tier", "value": "strategic"}]},
            False,
        ),
        ({"evidence": {"locator": "p1"}, "tier": "strategic"}, {"evidence": {"locator": "p2"}}, False),
    ],
)
def test_evidence_alone(was: dict[str, Any], now: dict[str, Any], alone: bool) -> None:
    def place(row: dict[str, Any]) -> Structure:
        group = {"id": "g", "name": "g", "kind": "group", **row}
        return Structure.model_validate({"id": "s", "title": "s", "groups": [group]})

    (found,) = patch(place(was), place(now)).rows
    assert found.of_evidence is alone


def test_a_patch_is_for_the_structure_that_it_was_made_from() -> None:
    with pytest.raises(PatchError, match=r"The row `dat` of groups is not what it was\."):
        applied(patch(BEFORE, AFTER), AFTER)


def test_two_things_cannot_come_by_one_id() -> None:
    with pytest.raises(ValueError, match="Two things cannot be renamed to the same id"):
        patch(BEFORE, AFTER, {"dat": "daat", "pct": "daat"})


def test_true_is_not_one_and_four_is_four() -> None:
    def place(value: object) -> Structure:
        claim = {"property": "x", "value": value}
        group = {"id": "g", "name": "g", "kind": "group", "claims": [claim]}
        return Structure.model_validate({"id": "s", "title": "s", "groups": [group]})

    assert patch(place(value=True), place(1)).rows
    assert not patch(place(4), place(4.0)).rows
