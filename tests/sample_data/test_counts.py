"""What the samples hold, counted: no fact is lost, added or made firmer unnoticed."""

from collections import Counter, defaultdict
from collections.abc import Iterator

import pytest
import yaml

import sample_data
from graphmodel.dates import Current, day
from graphmodel.entities import GOVERNANCE_KINDS, Document, DocumentKind, DocumentStatus, Entity, Event, Source
from graphmodel.evidence import Modality
from graphmodel.index import Index
from graphmodel.relations import GovernedBy, Relation, Role, Seat
from graphmodel.structure import Structure

# Per sample and type: how many facts of which modality; originals of a change by whether they go on.
COUNTS = {
    "torbay": {
        "area": "1 stated",
        "claim": "3 inferred, 1 stated",
        "co_located_with": "1 stated",
        "contributes_to": "2 stated, 1 asserted_general",
        "covers": "1 stated",
        "delivers": "1 asserted_general",
        "event": "3 stated",
        "group": "3 stated, 2 inferred",
        "holds": "1 stated",
        "monitors": "1 asserted_general",
        "original": "2 unknown, 2 yes",
        "part_of": "2 inferred",
        "person": "1 stated",
        "plan": "5 stated",
        "post": "3 stated",
        "post_in": "1 inferred",
        "silence": "30",
        "supports": "2 stated",
    },
    "rochdale": {
        "area": "1 stated",
        "body": "1 inferred",
        "carries_portfolio": "1 stated",
        "claim": "3 inferred, 2 asserted_general",
        "covers": "1 stated",
        "escalates_to": "1 stated",
        "event": "2 stated",
        "fund": "1 stated",
        "group": "6 stated",
        "monitors": "1 stated",
        "original": "3 unknown",
        "part_of": "5 stated",
        "plan": "1 stated",
        "plans_use_of": "1 stated",
        "post": "1 stated",
        "seat": "1 stated",
        "silence": "26",
    },
    "south_worcestershire": {
        "area": "5 stated",
        "body": "5 stated, 3 inferred",
        "claim": "16 inferred, 2 stated",
        "covers": "4 stated, 1 inferred",
        "document": "2 in_development, 1 stated",
        "event": "4 stated",
        "fund": "2 stated, 1 inferred",
        "governed_by": "2 in_development, 1 stated",
        "group": "10 stated",
        "line": "2 stated",
        "original": "3 no, 1 yes",
        "part_of": "5 stated, 2 inferred",
        "plans_use_of": "1 in_development",
        "pooled_into": "2 in_development",
        "post": "4 stated",
        "post_in": "4 inferred, 1 stated",
        "seat": "15 stated",
        "silence": "48",
        "works_with": "1 stated",
    },
    "gloucestershire": {
        "area": "1 stated",
        "body": "6 stated, 1 asserted_general",
        "carries_portfolio": "2 stated",
        "claim": "8 inferred, 1 asserted_general, 1 stated",
        "contributes_to": "3 stated, 2 planned",
        "covers": "2 stated, 1 inferred",
        "delivers": "1 stated",
        "document": "1 inferred",
        "event": "5 stated, 1 inferred, 1 planned",
        "governed_by": "1 inferred",
        "group": "10 stated",
        "line_managed_by": "1 stated",
        "original": "2 yes, 1 unknown",
        "owns": "2 planned, 1 stated",
        "part_of": "2 stated",
        "plan": "3 stated, 2 planned",
        "post": "12 stated",
        "post_in": "7 stated, 1 inferred",
        "seat": "18 stated, 2 asserted_general, 1 inferred",
        "silence": "56",
        "works_with": "1 stated",
    },
    "hackney": {
        "area": "1 stated",
        "claim": "3 inferred",
        "covers": "2 stated, 1 inferred",
        "delivers": "1 inferred",
        "event": "2 stated",
        "group": "6 stated, 1 inferred",
        "original": "2 unknown",
        "part_of": "4 inferred",
        "plan": "1 stated",
        "silence": "43",
    },
    "south_worcestershire_before": {
        "area": "5 stated",
        "body": "8 inferred",
        "claim": "13 inferred",
        "covers": "3 stated, 1 inferred",
        "group": "4 inferred, 3 stated",
        "part_of": "3 stated, 2 inferred",
        "post": "1 inferred",
        "post_in": "1 inferred",
        "seat": "3 inferred",
        "silence": "40",
        "works_with": "3 asserted_general",
    },
}  # fmt: skip


@pytest.mark.parametrize("name", sample_data.names())
def test_the_facts_of_a_sample_by_type_and_modality(name: str) -> None:
    assert counts(load(name)) == COUNTS[name]


class TestSilenceIsTheNormalCase:
    """RULES, finding 1: what the five texts say of the groups that were at work on 21 November 2003."""

    def test_there_are_twenty_current_governance_groups(self) -> None:
        found = [group for _, group in current_groups()]

        assert len(found) == 20
        assert "gl.cog" not in found, "a change leaves open whether it goes on"
        assert "sw.csp_malvern" not in found, "merged into another"

    def test_terms_of_reference_are_evidenced_for_one(self) -> None:
        assert [group for index, group in current_groups() if has_terms_of_reference(index, group)] == ["sw.csp"]

    def test_a_line_is_stated_for_one_and_it_has_two(self) -> None:
        found = {group: index.leaving("line", group) for index, group in current_groups()}
        stated = {
            group: [line.finish for line in lines if line.evidence.modality is Modality.STATED]
            for group, lines in found.items()
            if lines
        }

        assert stated == {"sw.dag": ["sw.csp", "sw.smat"]}

    def test_a_chair_is_stated_for_six(self) -> None:
        found = [group for index, group in current_groups() if has_chair(index, group)]

        assert found == ["sw.csp", "sw.dag", "gl.gcsp", "gl.cdrps", "gl.ypjcg", "gl.spf"]

    def test_how_often_a_group_meets_is_a_number_for_one_meeting_series(self) -> None:
        groups = [group for name in sample_data.STUDIES for group in load(name).groups]

        assert [group.id for group in groups if isinstance(group.per_year, float)] == ["roc.strategic_day"]


@pytest.mark.parametrize("name", sample_data.names())
def test_what_is_not_evidenced_of_a_current_group_is_listed_as_a_silence(name: str) -> None:
    structure = load(name)
    listed = {(silence.about, silence.what.value) for silence in structure.silences}
    index = index_of(structure)
    wanted = set()
    for group in governance_groups(index):
        wanted |= {
            (group, what)
            for what, there in (
                ("terms_of_reference", has_terms_of_reference(index, group)),
                ("line", bool(index.leaving("line", group))),
                ("chair", has_chair(index, group)),
            )
            if not there
        }

    assert wanted <= listed
    assert [group for group, what in listed if what == "line" and index.leaving("line", group)] == []
    assert [group for group, what in listed if what == "chair" and has_chair(index, group)] == []
    silent = [group for group, what in listed if what == "terms_of_reference"]
    assert [group for group in silent if has_terms_of_reference(index, group)] == []


def current_groups() -> Iterator[tuple[Index, str]]:
    for name in sample_data.STUDIES:
        index = index_of(load(name))
        for group in governance_groups(index):
            yield index, group


def governance_groups(index: Index) -> Iterator[str]:
    for group in index.structure.groups:
        here = index.current(group.id) is not Current.NO and not index.left_open(group.id)
        if group.kind in GOVERNANCE_KINDS and here:
            yield group.id


def has_terms_of_reference(index: Index, group: str) -> bool:
    documents = [
        index.entity[relation.document]
        for relation in index.leaving("governed_by", group)
        if isinstance(relation, GovernedBy) and relation.evidence.modality is Modality.STATED
    ]
    return any(
        isinstance(document, Document)
        and document.kind is DocumentKind.TERMS_OF_REFERENCE
        and document.status is DocumentStatus.AGREED
        for document in documents
    )


def has_chair(index: Index, group: str) -> bool:
    return any(
        isinstance(seat, Seat) and seat.role is Role.CHAIR and seat.evidence.modality is Modality.STATED
        for seat in index.arriving("seat", group)
    )


def counts(structure: Structure) -> dict[str, str]:
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    items: list[Entity | Relation] = [*structure.entities(), *structure.relations()]
    for item in items:
        if not isinstance(item, Source):
            found[item.TYPE][item.evidence.modality] += 1
        for claim in item.claims:
            found["claim"][claim.evidence.modality] += 1
        if isinstance(item, Event):
            found["original"].update(original.continues for original in item.originals)
    told = {type_: ", ".join(f"{number} {name}" for name, number in in_order(by)) for type_, by in found.items()}
    return told | {"silence": str(len(structure.silences))}


def in_order(counter: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counter.items(), key=lambda entry: (-entry[1], entry[0]))


def index_of(structure: Structure) -> Index:
    assert structure.as_of is not None
    return Index(structure, day(structure.as_of))


def load(name: str) -> Structure:
    return Structure.model_validate(yaml.safe_load(sample_data.path(name).read_text(encoding="utf-8")))
