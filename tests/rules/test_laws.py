"""Laws that hold for every rule on every structure: silence is never a fault, and knowing more never hides one."""

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from graphmodel import shorthand
from graphmodel.entities import Body, Group
from graphmodel.evidence import Claim, EvidenceLevel, Modality
from graphmodel.kinds import BodyKind, GroupKind, LineKind, Role
from graphmodel.relations import Delivers, ReportingLine, Seat
from graphmodel.structure import Structure
from queries.findings.report import Report
from queries.profile import profile, profile_ids
from queries.rule import Nature, Status
from queries.rules import RULES
from tests.asked import report_of
from tests.strategies import small_structures, structures

PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
REQUIREMENTS = {rule.id for rule in RULES if rule.nature is Nature.REQUIREMENT}


def without_closure(structure: Structure) -> Structure:
    """Take away what lets silence become a fault: complete lists, denials, and what is said not to be there or enough.

    The last are documents that are said not to be, places said to be empty, and authority said not to be given.
    """
    content = structure.document()
    content.pop("completeness", None)
    for table, rows in content.items():
        for row in rows if isinstance(rows, list) and table != "silences" else ():
            row["claims"] = [claim for claim in row.get("claims", ()) if not _denies(claim)]
            if row.get("evidence", {}).get("modality") == Modality.DENIED:
                del row["evidence"]["modality"]
            if row.get("status") == "none":
                del row["status"]
            if row.get("authority") is False:
                del row["authority"]
            for said in ("vacant_since", "seniority"):
                row.pop(said, None)
    return Structure.model_validate(content)


def _denies(claim: dict[str, dict[str, str]]) -> bool:
    return claim.get("evidence", {}).get("modality") == Modality.DENIED


@PATIENT
@given(structures() | small_structures(), st.sampled_from(profile_ids()), st.sampled_from(EvidenceLevel))
def test_every_member_of_every_population_gets_an_outcome(
    structure: Structure, named: str, evidence: EvidenceLevel
) -> None:
    """The audit itself refuses a rule that forgets somebody or speaks twice."""
    report = report_of(structure, named=named, evidence=evidence)
    assert {rule.id for rule in report.rules} == {rule.id for rule in RULES if profile(named).settings(rule.id).on}


@PATIENT
@given(small_structures(), st.sampled_from(profile_ids()), st.sampled_from(EvidenceLevel))
def test_silence_is_never_a_fault(structure: Structure, named: str, evidence: EvidenceLevel) -> None:
    report = report_of(without_closure(structure), named=named, evidence=evidence)
    faults = [finding.identity for finding in report.with_status(Status.FAIL) if finding.rule in REQUIREMENTS]
    assert faults == [], shorthand.write(structure)


@PATIENT
@given(small_structures(), st.sampled_from(profile_ids()))
def test_a_breach_rests_on_stated_facts(structure: Structure, named: str) -> None:
    report = report_of(structure, named=named)
    for finding in report.with_status(Status.FAIL):
        if finding.rule not in REQUIREMENTS:
            assert finding.facts
            assert all(report.facts[fact].modality == "stated" for fact in finding.facts if " " in fact)


def additions(structure: Structure) -> st.SearchStrategy[Structure]:
    """Return the structure with one more fact: a group, a body, a seat, a line or somebody who carries out a plan."""
    groups = [group.id for group in structure.groups] or ["new"]
    bodies = [body.id for body in structure.bodies]
    evidence = st.sampled_from(["stated", "inferred"]).map(lambda modality: {"modality": modality})

    def seat(ends: tuple[str, str], rests_on: dict[str, str]) -> Seat:
        return Seat.model_validate({"member": ends[0], "group": ends[1], "role": Role.MEMBER, "evidence": rests_on})

    def line(ends: tuple[str, str], rests_on: dict[str, str]) -> ReportingLine:
        kind = LineKind.ACCOUNTABLE_TO
        return ReportingLine.model_validate({"from": ends[0], "to": ends[1], "kind": kind, "evidence": rests_on})

    def carries_out(ends: tuple[str, str], rests_on: dict[str, str]) -> Delivers:
        return Delivers.model_validate({"group": ends[0], "plan": ends[1], "evidence": rests_on})

    ends = st.tuples(st.sampled_from(groups), st.sampled_from([*groups, *bodies]))
    sits = st.tuples(st.sampled_from([*groups, *bodies]), st.sampled_from(groups))
    does = st.tuples(st.sampled_from(groups), st.sampled_from([plan.id for plan in structure.plans]))
    return st.one_of(
        st.builds(carries_out, does, evidence).map(lambda one: _with(structure, "links", one)),
        st.builds(seat, sits, evidence).map(lambda one: _with(structure, "seats", one)),
        st.builds(line, ends, evidence).map(lambda one: _with(structure, "lines", one)),
        st.just(_with(structure, "groups", Group(id="added", name="Added", kind=GroupKind.BOARD))),
        st.just(_with(structure, "bodies", Body(id="added", name="Added", kind=BodyKind.COUNTY_COUNCIL))),
    )


def _with(structure: Structure, table: str, item: object) -> Structure | None:
    try:
        return Structure.model_validate({**_tables(structure), table: (*getattr(structure, table), item)})
    except ValueError:  # it stands there already, or an end does not exist
        return None


def _tables(structure: Structure) -> dict[str, object]:
    return {name: getattr(structure, name) for name in type(structure).model_fields if name != "schema_"}


def at_fault(report: Report) -> set[tuple[str, str]]:
    """Return each subject found at fault, with the rule's family: a larger circle is the same fault in more words."""
    return {
        (finding.rule.split("-")[0], named.id)
        for finding in report.with_status(Status.FAIL)
        for named in finding.subjects
    }


def touches_a_closed_list(structure: Structure, more: Structure) -> bool:
    """Tell whether what was added stands in a list that is declared complete, or denied: that is a contradiction."""
    new = set(more.lines) - set(structure.lines)
    seated = {seat.group for seat in set(more.seats) - set(structure.seats)}
    closed: set[tuple[str | None, str]] = {(entry.about, entry.of) for entry in structure.completeness}
    closed |= {(key, claim.property) for key, item in structure.items() for claim in item.claims if _is_denial(claim)}
    if any((about, "membership") in closed for group in seated for about in (group, None)):
        return True
    return any((about, "line") in closed for line in new for about in (line.from_, None))


def _is_denial(claim: Claim) -> bool:
    return claim.evidence.modality is Modality.DENIED


@PATIENT
@given(small_structures(), st.sampled_from(profile_ids()), st.data())
def test_one_more_fact_never_removes_a_fault_where_no_list_is_closed(
    structure: Structure, named: str, data: st.DataObject
) -> None:
    more = data.draw(additions(structure))
    assume(more is not None)
    assert more is not None
    assume(not touches_a_closed_list(structure, more))
    before, after = report_of(structure, named=named), report_of(more, named=named)
    assert at_fault(before) <= at_fault(after), shorthand.write(structure)


@PATIENT
@given(small_structures().map(without_closure), st.sampled_from(profile_ids()), st.data())
def test_one_more_fact_never_removes_a_fault_nor_makes_one_out_of_silence(
    structure: Structure, named: str, data: st.DataObject
) -> None:
    """On what is not declared complete; what contradicts a complete list or a denial is a conflict, not an addition."""
    more = data.draw(additions(structure))
    assume(more is not None)
    assert more is not None
    before, after = report_of(structure, named=named), report_of(more, named=named)
    assert at_fault(before) <= at_fault(after), shorthand.write(structure)
    for finding in after.with_status(Status.FAIL):
        assert finding.rule not in REQUIREMENTS


@PATIENT
@given(small_structures(), st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(structure: Structure, random: object) -> None:
    shuffled: dict[str, object] = {}
    for table, rows in _tables(structure).items():
        if isinstance(rows, tuple) and table != "completeness":
            mixed = list(rows)
            random.shuffle(mixed)  # type: ignore[attr-defined]  # hypothesis' Random
            shuffled[table] = tuple(mixed)
        else:
            shuffled[table] = rows
    again = Structure.model_validate(shuffled)
    assert _findings(report_of(structure)) == _findings(report_of(again))


def _findings(report: Report) -> object:
    return report.model_dump(exclude={"content"})


@pytest.mark.parametrize("shape", ["a => county; b => county", "a => b; b => county"])
def test_no_shape_is_scored_above_another(shape: str) -> None:
    """The guidance prescribes no structure: flat or deep, what is evidenced is met."""
    report = report_of(shorthand.parse(f"county: county_council; {shape}"))
    assert not {finding.rule for finding in report.findings if finding.status in ("fail", "observed")}
