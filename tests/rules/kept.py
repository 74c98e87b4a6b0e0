"""A small partnership of November 2003 in which everything is as it should be, for faults to be sown into."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graphmodel import shorthand
from graphmodel.structure import Structure
from loaders.structures import load
from queries.rules import RULES
from sample_data import path
from tests.asked import report_of, statuses

PROFILE = "dat-cdrp-2003"
MINE = tuple(rule for rule in RULES if rule.id[:3] in ("COV", "LNK", "STF", "PRC", "DAT"))
WELL_KEPT = """
    structure source=doc; doc: source date=2003-11-01
    v: area authority_type=unitary nation=England flags=nrf88; csp covers v
    csp: partnership functions=crime_and_disorder+drugs integrated
    uc: unitary_council; uc on csp
    force: police_force; force on csp
    pa: police_authority; pa on csp
    fa: fire_authority; fa on csp
    pct: primary_care_trust; pct on csp
    prob: probation_service; prob on csp
    cllr: post; cllr in uc; cllr on csp as elected_member
    cvs: voluntary; cvs on csp
    yot: team functions=youth_offending; yot part of csp
    lsp: partnership functions=local_strategic_partnership; csp on lsp
    ls: strategy themes=neighbourhood_renewal; csp contributes to ls
    dt: team functions=drugs; dt part of csp
    ct: team functions=crime_and_disorder; ct part of csp
    head: post; head in csp; head managed by director
    worker: post; worker in dt; worker managed by head
    analyst: post; analyst in ct; analyst managed by head
    clerk: post; clerk supports dt; clerk supports ct; clerk managed by head; claim clerk split="half and half"
    overseer: post; overseer carries oversight for csp; overseer => uc
    consulted by uc, force, pa, fa, pct, prob, cvs about csp on 2003-06
    agreed by uc about csp on 2003-09
    formalised by uc about csp on 2003-10-01
    copied by uc about csp on 2003-10-02
    as of 2003-11-21
"""


def asked(structure: Structure, named: str = PROFILE) -> dict[str, str]:
    """Return what the rules under test say of a structure, by identity."""
    return statuses(report_of(structure, named=named, rules=MINE))


def changed(before: Mapping[str, str], after: Mapping[str, str]) -> dict[str, str | None]:
    """Return every finding that is not as it was; None for one that is gone."""
    return {
        identity: after.get(identity) for identity in {*before, *after} if before.get(identity) != after.get(identity)
    }


def sown(gone: str, more: str) -> dict[str, str | None]:
    """Return what changes where something is taken out of the well-kept structure, or put in."""
    assert gone in WELL_KEPT
    text = f"{WELL_KEPT.replace(gone, '', 1)}\n{more}"
    return changed(asked(shorthand.parse(WELL_KEPT)), asked(shorthand.parse(text)))


def sown_into(study: str, add: Mapping[str, list[dict[str, Any]]]) -> dict[str, str | None]:
    """Return what changes where rows are added to a case study; of the table `claims`, to the item they are about."""
    structure = load(path(study)).structure
    document = structure.document()
    for table, rows in add.items():
        if table != "claims":
            placed = rows if table == "completeness" else [_placed(row) for row in rows]
            document[table] = [*document.get(table, []), *placed]
            continue
        for row in rows:
            bearers = [one for found in document.values() if isinstance(found, list) for one in found]
            (bearer,) = (one for one in bearers if one.get("id") == row["about"])
            claim = {name: value for name, value in row.items() if name != "about"}
            bearer["claims"] = [*bearer.get("claims", []), claim]
    return changed(asked(structure), asked(Structure.model_validate(document)))


def _placed(row: dict[str, Any]) -> dict[str, Any]:
    """Give a row a place in the source, as everything else in the studies has one."""
    return row | {"evidence": {"locator": "sown", **row.get("evidence", {})}}


def denied(what: str, about: str) -> dict[str, list[dict[str, Any]]]:
    """Return the rows by which a source says that there is none."""
    return {"claims": [{"about": about, "property": what, "evidence": {"modality": "denied"}}]}


def complete(what: str, about: str) -> dict[str, list[dict[str, Any]]]:
    """Return the rows by which a list is declared complete."""
    return {"completeness": [{"of": what, "about": about}]}
