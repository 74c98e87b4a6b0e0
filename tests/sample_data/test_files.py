"""The samples as files: they load, any reader of YAML reads them alike, and every fact says what it rests on."""

import re
from collections.abc import Iterator

import pytest
import yaml

import sample_data
from graphmodel.entities import Event, Person
from graphmodel.evidence import Evidence, Modality
from graphmodel.structure import Structure

# CS3 p2, CS3 b4 and CS3 title are a paragraph, a bullet and the heading of a case study; 10.1 is a numbered paragraph.
LOCATOR = re.compile(r"CS[1-5]( (title|[pb][1-9]))?|\d+\.\d+")
WORDS = {"torbay": 140, "rochdale": 119, "south_worcestershire": 229, "gloucestershire": 375, "hackney": 106}
EVERY_SAMPLE = pytest.mark.parametrize("name", sample_data.names())


def test_the_samples_are_the_five_studies_and_one_of_them_before() -> None:
    assert sample_data.names() == (*sample_data.STUDIES, "south_worcestershire_before")


def test_assumptions_are_no_samples_of_structures() -> None:
    assert sample_data.assumptions() == (
        "gloucestershire_assumed",
        "south_worcestershire_equal",
        "south_worcestershire_monthly",
    )
    assert not set(sample_data.assumptions()) & set(sample_data.names())


def test_a_name_that_is_no_sample_is_answered_with_those_that_are() -> None:
    with pytest.raises(LookupError, match=r"`worcestershire` is not a sample.*torbay, rochdale"):
        sample_data.path("worcestershire")


@EVERY_SAMPLE
def test_the_head_says_what_and_when_it_is(name: str) -> None:
    structure = load(name)

    assert structure.id == name
    assert structure.profile == "dat-cdrp-2003"
    assert structure.as_of == ("2003-03-31" if name.endswith("_before") else "2003-11-21")
    assert text(name).startswith("# ")


@EVERY_SAMPLE
def test_the_source_is_the_case_study_with_its_length_and_its_copyright(name: str) -> None:
    structure = load(name)
    (source,) = structure.sources

    assert structure.source == source.id == "guidance-2003-11-21"
    assert source.date == "2003-11-21"
    assert source.words == WORDS[name.removesuffix("_before")]
    assert "Crown copyright" in str(source.evidence.note)


@EVERY_SAMPLE
def test_a_sample_survives_being_written_and_read_again(name: str) -> None:
    structure = load(name)

    assert Structure.model_validate(structure.document()) == structure


@EVERY_SAMPLE
def test_old_and_new_readers_of_yaml_see_the_same_values(name: str) -> None:
    """YAML 1.1 makes dates of unquoted dates and booleans of a bare yes or no; YAML 1.2 does not."""
    plain = scalars(yaml.load(text(name), Loader=yaml.BaseLoader))  # noqa: S506  this loader makes nothing but text
    typed = scalars(yaml.safe_load(text(name)))
    changed = {str(written) for written, value in zip(plain, typed, strict=True) if not isinstance(value, str)}

    assert [written for written in changed if not re.fullmatch(r"true|false|0|[1-9]\d*", written)] == []


@EVERY_SAMPLE
def test_no_line_is_too_long_to_read_and_nothing_trails(name: str) -> None:
    lines = text(name).splitlines()

    assert [line for line in lines if len(line) > 120 or line != line.rstrip()] == []
    assert "\t" not in text(name)


@EVERY_SAMPLE
def test_every_fact_has_a_place_in_the_text(name: str) -> None:
    for key, evidence in all_evidence(load(name)):
        assert evidence.locator, key
        assert [part for part in evidence.locator.split("; ") if not LOCATOR.fullmatch(part)] == [], key


@EVERY_SAMPLE
def test_a_fact_has_a_reason_exactly_where_it_is_inferred(name: str) -> None:
    for key, evidence in all_evidence(load(name)):
        assert bool(evidence.reason) == (evidence.modality is Modality.INFERRED), key


@EVERY_SAMPLE
def test_silence_is_never_written_as_a_fact_and_nothing_is_declared_complete(name: str) -> None:
    structure = load(name)

    assert structure.completeness == ()
    assert [key for key, evidence in all_evidence(structure) if evidence.modality is Modality.NOT_STATED] == []


@EVERY_SAMPLE
def test_facts_are_cited_from_the_case_study_itself_or_a_numbered_paragraph(name: str) -> None:
    number = 1 + sample_data.STUDIES.index(name.removesuffix("_before"))
    cited = {part for _, evidence in all_evidence(load(name)) for part in str(evidence.locator).split("; ")}

    assert [part for part in cited if part.startswith("CS") and not part.startswith(f"CS{number}")] == []


def test_the_only_person_named_is_one_whom_the_text_names_in_a_public_role() -> None:
    people: list[Person] = [person for name in sample_data.names() for person in load(name).people]

    assert [(person.name, person.public_role) for person in people] == [("Alison Parnell", True)]


def test_before_the_merger_only_the_three_partnerships_their_areas_and_names_are_stated() -> None:
    structure = load("south_worcestershire_before")
    stated = {key for key, item in structure.items() if item.evidence.modality is Modality.STATED}
    stated -= {source.id for source in structure.sources}

    partnerships = {"sw.csp_malvern", "sw.csp_wychavon", "sw.csp_worcester"}
    assert {group.id for group in structure.groups} & stated == partnerships
    assert not structure.lines
    assert not structure.events
    assert {key for key in stated if not key.startswith(("sw.csp_", "sw.area", "covers ", "part_of sw.area_"))} == set()


def test_what_is_in_both_pictures_of_south_worcestershire_has_the_same_name() -> None:
    pair = ("south_worcestershire_before", "south_worcestershire")
    before, after = ({entity.id: entity.name for entity in load(name).entities()} for name in pair)
    both = before.keys() & after.keys()

    assert len(both) >= 20
    assert [key for key in both if before[key] != after[key]] == []


def all_evidence(structure: Structure) -> Iterator[tuple[str, Evidence]]:
    for key, item in structure.items():
        yield key, item.evidence
        for claim in item.claims:
            yield f"{key} {claim.property}", claim.evidence
        if isinstance(item, Event):
            for original in item.originals:
                yield f"{key} {original.id}", original.evidence


def scalars(value: object) -> Iterator[object]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from scalars(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from scalars(inner)
    else:
        yield value


def load(name: str) -> Structure:
    return Structure.model_validate(yaml.safe_load(text(name)))


def text(name: str) -> str:
    return sample_data.path(name).read_text(encoding="utf-8")
