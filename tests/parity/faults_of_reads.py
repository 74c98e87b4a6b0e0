"""Faults of one read only: a column from elsewhere or with another default, a condition lost or won, a type swapped."""

from __future__ import annotations

from typing import Any

from queries.engines.base import Read
from queries.reads import (
    AREAS,
    CLAIMS,
    COMPLETE,
    CONTENTS,
    DOCUMENTS,
    ENTITIES,
    EVENTS,
    FUNDS,
    GROUPS,
    HOLDERS,
    HOMES,
    LINES,
    LINKS,
    MILESTONES,
    MONEY,
    ORIGINALS,
    PARTS,
    PLACES,
    PLAN_TIES,
    PLANS,
    POSTS,
    RESTS,
    SEATS,
    SOURCES,
    STAFF,
)

Change = tuple[str, str]
"""A text in a query, and the text that takes its place wherever it stands."""


def _switched(alias: str, phrase: str, *instead: str) -> dict[str, Change]:
    """Return the faults of one column: the expressions that take the place of the one it has."""
    return {f"{alias} is {expression}": (f"{phrase} AS {alias}", f"{expression} AS {alias}") for expression in instead}


def _text(name: str, node: str = "n") -> dict[str, Change]:
    """Return the faults of a column of text that is empty where not given."""
    return _switched(name, f"coalesce({node}.{name}, '')", f"{node}.{name}", f"coalesce({node}.{name}, '-')", "''")


def _list(name: str, node: str = "n") -> dict[str, Change]:
    """Return the faults of a column that holds a list."""
    return _switched(name, f"coalesce({node}.{name}, [])", f"{node}.{name}", "[]")


def _known(name: str, node: str = "n", otherwise: str = "null") -> dict[str, Change]:
    """Return the faults of a column that is `otherwise` where the value is unknown."""
    unknown = f"toString({node}.{name}) = 'unknown'" if otherwise == "null" else f"{node}.{name} = 'unknown'"
    faults = {f"a {name} that is unknown is a value": (f" OR {unknown}", "")}
    return faults | (
        {f"no {name} is false": (f"THEN null ELSE {node}.{name}", f"THEN false ELSE {node}.{name}"),
         f"every {name} is true": (f"ELSE {node}.{name} END", "ELSE true END")}
        if otherwise == "null"
        else {f"no {name} is null": (f"{node}.{name} IS NULL OR ", "")}
    )  # fmt: skip


def _number(name: str, node: str = "n") -> dict[str, Change]:
    """Return the faults of a column that holds a number, or nothing."""
    phrase = f"toFloatOrNull({node}.{name})"
    return _switched(name, phrase, f"{node}.{name}", f"toIntegerOrNull({node}.{name})", f"coalesce({phrase}, 0.0)")


def _types(*types: str) -> dict[str, Change]:
    """Return the faults by which one type of tie is taken for the next."""
    return {
        f"{one} as {other}": (f"'{one}' AS type", f"'{other}' AS type")
        for one, other in zip(types, (*types[1:], types[0]), strict=True)
    }


OF_ONE_READ: dict[Read[Any], dict[str, Change]] = {
    ENTITIES: {
        "no areas": (", 'Area'", ""),
        "no milestones": (", 'Milestone'", ""),
        "no events": (", 'Event'", ""),
        "sources as well": ("'Area'", "'Area', 'Source'"),
        **_switched("how_many", "toIntegerOrNull(n.count)", "n.count", "coalesce(toIntegerOrNull(n.count), 0)"),
        "the type as a label": ("toLower(label)", "label"),
        **_number("fte"),
        **_switched("kind", "coalesce(n.kind, '')", "n.kind", "coalesce(n.kind, 'other')"),
        **_switched("name", "n.name", "n.key"),
        **_switched("terminus", "coalesce(n.is_terminus, false)", "coalesce(n.is_terminus, true)",
                    "coalesce(n.terminus, false)", "n.is_terminus"),
        **_switched("umbrella", "coalesce(n.umbrella, false)", "coalesce(n.umbrella, true)", "coalesce(n.set, false)"),
        **_switched("set", "coalesce(n.set, false)", "coalesce(n.set, true)", "coalesce(n.umbrella, false)"),
        **_switched("end_modality", "coalesce(n.end_modality, '')", "n.end_modality",
                    "coalesce(n.end_modality, 'stated')", "coalesce(n.evidence_modality, '')"),
        **_switched("left_open", "coalesce(n.open_since <= $as_of, false)", "coalesce(n.open_since <= $as_of, true)",
                    "coalesce(n.open_since < $as_of, false)", "n.open_since IS NOT NULL"),
    },
    GROUPS: {
        "bodies instead": ("n:Entity:Group", "n:Entity:Body"),
        "everything": ("n:Entity:Group", "n:Entity"),
        **_switched("kind", "n.kind", "'group'"),
        "a tier that is unknown is one": ("n.tier IS NULL OR n.tier = 'unknown'", "n.tier IS NULL"),
        "no tier is null": ("n.tier IS NULL OR n.tier = 'unknown'", "n.tier = 'unknown'"),
        "newness that is unknown is a value": (" OR toString(n.is_new) = 'unknown'", ""),
        "newness that is not given is null": ("n.is_new IS NULL OR ", ""),
        "newness as a boolean": ("ELSE toString(n.is_new) END", "ELSE n.is_new END"),
        **_switched("themes", "coalesce(n.themes, [])", "n.themes", "coalesce(n.decision_rights, [])"),
        **_switched("decision_rights", "coalesce(n.decision_rights, [])", "n.decision_rights",
                    "coalesce(n.themes, [])"),
        **_list("functions"),
        **_text("purpose"),
        **_text("seniority"),
        **_known("integration", otherwise="''"),
        **_number("per_year"),
        **_number("hours"),
        **_number("preparation"),
        **_list("meets_on"),
        **_switched("terminus", "coalesce(n.terminus, false)", "coalesce(n.terminus, true)", "n.terminus"),
        **_switched("left_open", "coalesce(n.open_since <= $as_of, false)", "coalesce(n.open_since <= $as_of, true)",
                    "coalesce(n.open_since < $as_of, false)", "n.open_since IS NOT NULL"),
    },
    LINES: {
        "reporting only": ("IS NOT NULL AND", "IS NOT NULL AND r.kind = 'reports_to' AND"),
        **_switched("kind", "r.kind", "'accountable_to'"),
        "a subject that is unknown is one": (" OR r.subject = 'unknown'", ""),
        "no subject is null": ("r.subject IS NULL OR ", ""),
        "a lead that is unknown is a value": (" OR toString(r.lead) = 'unknown'", ""),
        "no lead is not leading": ("THEN null ELSE r.lead", "THEN false ELSE r.lead"),
        "every line leads": ("ELSE r.lead END", "ELSE true END"),
        **_text("frequency", "r"),
        **_number("per_year", "r"),
        **_text("report", "r"),
        **_text("form", "r"),
        **_text("powers", "r"),
    },
    SEATS: {
        "no chairs": ("IS NOT NULL AND", "IS NOT NULL AND coalesce(r.role, '') <> 'chair' AND"),
        "bodies only": ("(start:Entity ", "(start:Entity:Body "),
        **_switched("role", "coalesce(r.role, 'member')", "r.role", "coalesce(r.role, 'chair')", "'member'"),
        **_switched("capacity", "coalesce(r.capacity, 'unknown')", "r.capacity",
                    "coalesce(r.capacity, 'representative')"),
        **_switched("on_behalf_of", "coalesce(r.on_behalf_of, '')", "r.on_behalf_of",
                    "coalesce(r.on_behalf_of, start.key)"),
        **_text("seniority", "r"),
        **_text("vacant_since", "r"),
        **_number("attendance", "r"),
        **_number("travel", "r"),
        **_number("rate", "r"),
        **_known("authority", "r"),
    },
    DOCUMENTS: {
        "agreed ones only": ("IS NOT NULL AND", "IS NOT NULL AND finish.status = 'agreed' AND"),
        **_switched("kind", "finish.kind", "start.kind"),
        **_switched("status", "coalesce(finish.status, 'unknown')", "finish.status",
                    "coalesce(finish.status, 'agreed')", "coalesce(start.status, 'unknown')"),
        **_switched("elements", "coalesce(finish.elements, [])", "finish.elements", "coalesce(r.elements, [])"),
        **_list("themes", "finish"),
        **_list("says_members", "finish"),
        **_list("says_accountable_to", "finish"),
        **_text("approved_on", "finish"),
        **_text("approved_by", "finish"),
        **_text("review_due", "finish"),
        **_text("says_chair", "finish"),
        **_switched("says_per_year", "toFloatOrNull(finish.says_per_year)", "null",
                    "coalesce(toFloatOrNull(finish.says_per_year), 0.0)"),
    },
    CONTENTS: _text("content", "r"),
    LINKS: _types("works_with", "linked_to", "escalates_to"),
    STAFF: _types("line_managed_by", "supports", "carries_portfolio", "co_located_with"),
    PLAN_TIES: _types(
        "owns", "monitors", "delivers", "jointly_accountable_for", "reported_to", "contributes_to"
    ),
    MONEY: {
        **_types("funds", "pooled_into", "plans_use_of"),
        **_switched("share", "r.share", "r.amount", "toIntegerOrNull(r.share)", "coalesce(r.share, 0.0)"),
        **_switched("amount", "r.amount", "r.share", "toIntegerOrNull(r.amount)", "coalesce(r.amount, 0.0)"),
    },
    POSTS: {
        "groups instead": ("n:Entity:Post", "n:Entity:Group"),
        **_text("responsible_for"),
        **_text("vacant_since"),
        **_number("fte"),
        **_known("interim"),
        "newness that is unknown is a value": (" OR toString(n.is_new) = 'unknown'", ""),
        "newness that is not given is null": ("n.is_new IS NULL OR ", ""),
        "newness as a boolean": ("ELSE toString(n.is_new) END", "ELSE n.is_new END"),
    },
    PLANS: {
        "everything": ("n:Entity:Plan", "n:Entity"),
        **_switched("kind", "n.kind", "'strategy'"),
        **_list("themes"),
        **_switched("single_agency", "coalesce(n.single_agency, false)", "n.single_agency",
                    "coalesce(n.single_agency, true)"),
    },
    MILESTONES: {
        "everything": ("n:Entity:Milestone", "n:Entity"),
        **_switched("plan", "n.plan", "n.key"),
        **_text("due"),
        **_text("done_on"),
    },
    FUNDS: {
        "everything": ("n:Entity:Fund", "n:Entity"),
        **_switched("kind", "n.kind", "'grant'"),
        **_text("stream"),
        **_text("restricted_to"),
        **_text("accountable_body"),
        **_number("amount"),
        **_known("ring_fenced"),
    },
    PLACES: {
        "everything": ("n:Entity:Area", "n:Entity"),
        **_known("authority_type", otherwise="''"),
        **_known("nation", otherwise="''"),
        **_list("flags"),
        **_list("adjoins"),
    },
    EVENTS: {
        "everything": ("n:Entity:Event", "n:Entity"),
        **_switched("kind", "n.kind", "'merge'"),
        **_text("date"),
        **_text("not_after"),
        **_text("status"),
        **_text("basis"),
        **_list("results"),
        **_list("participants"),
        **_list("subjects"),
    },
    ORIGINALS: {
        **_switched("continues", "coalesce(r.continues, 'unknown')", "r.continues", "coalesce(r.continues, 'no')"),
    },
    SOURCES: {
        "everything": ("n:Entity:Source", "n:Entity"),
        **_text("date"),
        **_switched("words", "toIntegerOrNull(n.words)", "coalesce(toIntegerOrNull(n.words), 0)", "null"),
    },
    RESTS: {
        "no sources among the facts": ("(n:Entity ", "(n:Entity:Group "),
        "no governed_by": ("[r:GOVERNED_BY]", "[r:COVERS]"),
        **{
            f"{field} of {node} {fault}": (f"coalesce({node}.evidence_{field}, '')", instead)
            for node in ("n", "r")
            for field in ("source", "locator", "captured_on")
            for fault, instead in (("is null", f"{node}.evidence_{field}"), ("is never given", "''"))
        },
    },
    PARTS: {"part_of as post_in": ("'part_of' AS type", "'post_in' AS type")},
    HOMES: {"post_in as holds": ("'post_in' AS type", "'holds' AS type")},
    HOLDERS: {"holds as post_in": ("'holds' AS type", "'post_in' AS type")},
    AREAS: {"covers as part_of": ("'covers' AS type", "'part_of' AS type")},
    CLAIMS: {
        **_switched("about", "n.about", "n.key", "n.property"),
        **_switched("property", "n.property", "n.about"),
        **_switched("value", "n.value", "n.own", "toStringOrNull(n.value)", "coalesce(n.value, '')"),
        **_switched("own", "n.own", "n.value", "coalesce(n.own, '')"),
        "silences instead": ("n:Claim", "n:Silence"),
    },
    COMPLETE: {
        **_switched("about", "coalesce(n.about, '')", "n.about", "coalesce(n.about, '-')"),
        **_switched("what", "n.of", "n.what"),
        "of one thing only": ("IS NOT NULL AND", "IS NOT NULL AND n.about IS NOT NULL AND"),
    },
}  # fmt: skip
"""Faults of one read only: a column from elsewhere or with another default, a condition lost or won, a type swapped."""
