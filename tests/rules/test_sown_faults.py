"""The other half of the promise: a sown fault is caught, once, at the right place, and nothing else changes.

Each fault is sown into a case study as one or two lines added to it. What it must give is named finding by finding;
every other finding must stay as it was.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest

from graphmodel.structure import Structure
from loaders.structures import load
from sample_data import STUDIES, path
from tests.asked import report_of, statuses

PROFILE = "dat-cdrp-2003"


class Sown(NamedTuple):
    """A fault: the rule meant, the study, what is added to which table, and every finding that must change."""

    rule: str
    study: str
    add: dict[str, list[dict[str, Any]]]
    gives: dict[str, str | None]


def complete(what: str, about: str) -> dict[str, list[dict[str, Any]]]:
    return {"completeness": [{"of": what, "about": about}]}


def denied(what: str, about: str) -> dict[str, list[dict[str, Any]]]:
    return {"claims": [{"about": about, "property": what, "evidence": {"modality": "denied"}}]}


def line(start: str, finish: str) -> dict[str, str]:
    return {"from": start, "to": finish, "kind": "accountable_to"}


def gone(id_: str, name: str) -> dict[str, str]:
    return {"id": id_, "kind": "police_authority", "name": name, "valid_to": "2003-01-01"}


GROUP_WITHOUT_TERMS = {
    "torbay": "tor.sct", "rochdale": "roc.scp", "south_worcestershire": "sw.dag", "gloucestershire": "gl.jcg",
    "hackney": "hk.jags",
}  # fmt: skip
GROUP_WITHOUT_CHAIR = {**GROUP_WITHOUT_TERMS, "south_worcestershire": "sw.smat"}
TOP = {
    "torbay": "tor.sct", "rochdale": "roc.scp", "south_worcestershire": "sw.csp", "gloucestershire": "gl.gcsp",
    "hackney": "hk.p",
}  # fmt: skip
GROUP_WITHOUT_LINE = {"south_worcestershire": "sw.strategic", "gloucestershire": "gl.eso", "hackney": "hk.jags"}
CIRCLE = {
    "south_worcestershire": ("sw.dist_groups", "sw.strategic"),
    "gloucestershire": ("gl.jcg", "gl.ypjcg"),
    "hackney": ("hk.operational", "hk.tactical"),
}


def _has_a_line(group: str) -> dict[str, str | None]:
    """Return what a line gives the rules to look at: it leads somewhere, and hardly anything is known of it."""
    return {f"ACC-07 {group}": "query", **dict.fromkeys((f"ACC-{rule} {group}" for rule in ("04", "08", "12")), "met")}


NEWCOMERS = ("x.one", "x.two", "x.three", "x.four")

FAULTS = [
    *(
        Sown("TOR-01", study, {"links": [{"type": "governed_by", "group": group, "document": "x.none"}], "documents": [
            {"id": "x.none", "kind": "terms_of_reference", "name": "No terms of reference", "status": "none"},
        ]}, {f"TOR-01 {group}": "fail"})
        for study, group in GROUP_WITHOUT_TERMS.items()
    ),
    *(
        Sown("ACC-11", study, complete("chair", group), {f"ACC-11 {group} (chair)": "fail"})
        for study, group in GROUP_WITHOUT_CHAIR.items()
    ),
    *(
        Sown("ACC-09", study, complete("line", group), {f"ACC-09 {group}": "fail"})
        for study, group in TOP.items()
    ),
    *(
        Sown("ACC-01", study, complete("line", group), {f"ACC-01 {group}": "fail"})
        for study, group in GROUP_WITHOUT_LINE.items()
    ),
    *(
        Sown("ACC-02", study, {
            "bodies": [gone("x.gone", "Old authority")], "lines": [line(group, "x.gone")], **complete("line", group),
        }, {"ACC-02 x.gone": "fail", f"ACC-01 {group}": "na", f"ACC-02 {group}": None})
        for study, group in GROUP_WITHOUT_LINE.items()
    ),
    *(
        Sown("ACC-03", study, {"lines": [line(one, other), line(other, one)]}, {
            f"ACC-03 {one} {other}": "fail", f"ACC-03 {one}": None, f"ACC-03 {other}": None,
            f"ACC-01 {one}": "met", f"ACC-01 {other}": "met", **_has_a_line(one), **_has_a_line(other),
            **({"ACC-06 gl.ypjcg": "na"} if study == "gloucestershire" else {}),
        })
        for study, (one, other) in CIRCLE.items()
    ),
    Sown("ACC-05", "south_worcestershire", {"completeness": [
        {"of": "lead", "about": "sw.dag"}, {"of": "line", "about": "sw.dag"},
    ]}, {"ACC-05 sw.dag": "fail"}),
    Sown("ACC-06", "gloucestershire", denied("tie", "gl.ypjcg"), {"ACC-06 gl.ypjcg": "fail"}),
    Sown("REP-05", "south_worcestershire", {"seats": [
        {"member": "sw.pm", "group": "sw.csp", "role": "member", "capacity": "representative",
         "on_behalf_of": "sw.county"},
    ]}, {"REP-05 sw.county sw.csp": "observed", "REP-05 sw.csp": None, "REP-03 sw.pm": "met"}),
    Sown("REP-02", "gloucestershire", {
        "groups": [{"id": "x.shadow", "kind": "group", "name": "Shadow group", "themes": ["crime"]},
                   {"id": "x.other", "kind": "group", "name": "Other group", "themes": ["crime"]}],
        "seats": [{"member": member, "group": group} for group in ("x.shadow", "x.other")
                  for member in NEWCOMERS],
        "bodies": [{"id": body, "kind": "voluntary", "name": body} for body in NEWCOMERS],
    }, {"REP-02 x.other x.shadow": "observed",
        **{f"{rule} {body}": "na" for rule in ("REP-01", "REP-06") for body in NEWCOMERS}}),
]  # fmt: skip


def sown(fault: Sown) -> Structure:
    document = load(path(fault.study)).structure.document()
    for table, rows in fault.add.items():
        if table == "claims":
            for claim in rows:
                (bearer,) = (group for group in document["groups"] if group["id"] == claim["about"])
                plain = {name: value for name, value in claim.items() if name != "about"}
                bearer["claims"] = [*bearer.get("claims", []), plain]
            continue
        document[table] = [*document.get(table, []), *(map(_placed, rows) if table != "completeness" else rows)]
    return Structure.model_validate(document)


def _placed(row: dict[str, Any]) -> dict[str, Any]:
    """Say where in the source a fact stands: that it does not would be a fault of its own."""
    return {**row, "evidence": {"locator": "sown", **row.get("evidence", {})}}


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.rule} in {fault.study}")
def test_is_caught_once_and_at_the_right_place(fault: Sown) -> None:
    before = statuses(report_of(load(path(fault.study)).structure, named=PROFILE))
    after = statuses(report_of(sown(fault), named=PROFILE))
    added = {row["id"] for table in ("groups",) for row in fault.add.get(table, [])}
    changed = {
        identity: after.get(identity)
        for identity in {*before, *after}
        if before.get(identity) != after.get(identity) and not added & set(identity.split())
    }
    changed |= {identity: after[identity] for identity in fault.gives if identity in after}
    assert changed == fault.gives


@pytest.mark.parametrize("study", STUDIES)
def test_terms_of_reference_declared_complete_turns_those_questions_into_faults(study: str) -> None:
    """The only thing that lets silence become a fault, and it does so for what it names and nothing else."""
    structure = load(path(study)).structure
    document = structure.document()
    document["completeness"] = [*document.get("completeness", []), {"of": "terms_of_reference"}]
    before = statuses(report_of(structure, named=PROFILE))
    after = statuses(report_of(Structure.model_validate(document), named=PROFILE))
    asked = {identity for identity, status in before.items() if identity.startswith("TOR-01") and status == "query"}
    assert asked
    assert after == before | dict.fromkeys(asked, "fail")
