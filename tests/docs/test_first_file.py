"""The guide's own file loads without a problem and gives what the guide says it gives."""

import re
from pathlib import Path

import pytest

from loaders.problems import LoadError
from loaders.structures import load_text
from tests.asked import report_of, statuses

GUIDE = Path(__file__).parents[2] / "docs" / "first-file.md"
FILE, TIER_CLAIM, DENIED_LINE, MORE, COMPLETE = re.findall(r"```yaml\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)


def test_the_guide_is_true() -> None:
    loaded = load_text(FILE)
    assert loaded.problems == ()
    found = statuses(report_of(loaded.structure))
    assert found["ACC-09 csp"] == "met"
    assert found["TOR-01 csp"] == "met"
    assert found["ACC-05 drugs"] == "query"
    assert "fail" not in found.values()


def test_complete_lists_are_the_only_thing_that_turns_silence_into_a_fault() -> None:
    found = statuses(report_of(load_text(FILE + COMPLETE).structure))
    assert [identity for identity, status in found.items() if status == "fail"] == ["ACC-11 health (chair)"]


def test_people_plans_and_money_go_into_the_same_file() -> None:
    loaded = load_text(FILE.partition("links:")[0] + MORE)
    assert loaded.problems == ()
    structure = loaded.structure
    assert [len(rows) for rows in (structure.people, structure.plans, structure.milestones, structure.funds)] == [1] * 4
    found = statuses(report_of(structure))
    assert (found["MON-01 strategy (owner)"], found["MON-02 strategy (milestones)"]) == ("met", "met")


def with_entry(entry: str) -> str:
    """Put an entry into the file in place of the one with its id."""
    id_ = re.search(r"id: (\w+)", entry)
    assert id_
    text, replaced = re.subn(rf"  - {{id: {id_[1]}, .*\n", entry, FILE)
    assert replaced == 1
    return text


def test_a_claim_gives_a_property_evidence_of_its_own() -> None:
    loaded = load_text(with_entry(TIER_CLAIM))
    assert loaded.problems == ()
    (drugs,) = (group for group in loaded.structure.groups if group.id == "drugs")
    assert [(claim.property, claim.value, claim.evidence.modality) for claim in drugs.claims] == [
        ("tier", "operational", "inferred")
    ]
    assert "conflict" not in statuses(report_of(loaded.structure)).values()


def test_a_line_that_one_source_has_and_another_denies_is_a_conflict() -> None:
    loaded = load_text(with_entry(DENIED_LINE))
    assert loaded.problems == ()
    found = statuses(report_of(loaded.structure))
    assert [identity for identity, status in found.items() if status == "conflict"] == ["ACC-09 csp"]


@pytest.mark.parametrize(
    ("claims", "rules"),
    [
        ("{property: kind, value: board}", ["TOR-01 csp"]),
        ("{property: kind, value: partnership}", []),
        ("{property: purpose, value: crime}, {property: purpose, value: drugs}", []),
    ],
)
def test_claims_that_differ_are_a_conflict_in_the_rules_that_judge_by_the_property(
    claims: str, rules: list[str]
) -> None:
    entry = DENIED_LINE.replace("{property: line, evidence: {modality: denied, locator: item 7}}", claims)
    found = statuses(report_of(load_text(with_entry(entry)).structure))
    assert [identity for identity, status in found.items() if status == "conflict"] == rules


@pytest.mark.parametrize("table", ["lines", "seats"])
def test_a_line_or_a_seat_stands_only_once(table: str) -> None:
    (row,) = re.findall(rf"^{table}:.*\n(  - .*}})$", FILE, re.MULTILINE)
    again = row.replace("}", ", evidence: {modality: denied}}") if table == "seats" else row.replace("item 3", "item 7")
    with pytest.raises(LoadError, match="stands here a second time"):
        load_text(FILE.replace(row, f"{row}\n{again}"))
