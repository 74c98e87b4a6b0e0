"""The planned shape of a partnership, written out as the rows of a structure document."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.plan import GroupPlan, Plan, Row, county

TABLES = (
    "sources", "bodies", "groups", "posts", "documents", "areas", "seats", "lines", "links", "completeness",
)  # fmt: skip

_LOCAL_KINDS = {"district": "district_council", "division": "police_division", "pct": "primary_care_trust"}
_LOCAL_NAMES = {"district": "District Council", "division": "Police Division", "pct": "Primary Care Trust"}
_BY_POST = 0.6
"""The share of seats that somebody holds by office; the others are held by the body itself."""
_SECOND = 2
"""Bodies with a second seat on a group: an elected member beside an officer."""
_WEAK = 0.06
"""The share of seats that no source states in so many words."""


def rows_of(plan: Plan) -> Iterator[tuple[str, Row]]:
    """Yield every row of a partnership with its table."""
    yield from _area(plan)
    yield from _groups(plan)
    yield from _seats(plan)
    yield from _bodies(plan)
    for group in plan.groups:
        yield from _documents(plan, group)
        yield from (("lines", line | _evidence(plan, "line")) for line in group.lines)
        yield "links", {"type": "covers", "group": group.id, "area": group.area}
        if group.part_of is not None:
            yield "links", {"type": "part_of", "part": group.id, "whole": group.part_of, **_evidence(plan, "map")}
    for table, rows in plan.extra.items():
        yield from ((table, row) for row in rows)


def _area(plan: Plan) -> Iterator[tuple[str, Row]]:
    area = f"{plan.id}.area"
    name = f"District {plan.number}"
    yield (
        "areas",
        {"id": area, "name": name, "authority_type": "two_tier", "nation": "England", **_evidence(plan, "map")},
    )
    yield "links", {"type": "part_of", "part": area, "whole": f"{county(plan.number)}.area"}


def _groups(plan: Plan) -> Iterator[tuple[str, Row]]:
    for group in plan.groups:
        name = group.id.partition(".")[2].replace("_", " ").capitalize()
        yield "groups", {
            "id": group.id, "kind": group.kind, "name": f"{name} of district {plan.number}", "tier": group.tier,
            "is_new": plan.random.choice((True, False)), "themes": group.themes,
            "per_year": plan.random.choice((4, 6, 12)), "hours": 2, **_evidence(plan, "group"), **_denial(group),
        }  # fmt: skip


def _denial(group: GroupPlan) -> Row:
    if group.terms != "denied":
        return {}
    return {"claims": [{"property": "terms_of_reference", "evidence": {"modality": "denied", "locator": "minute 7"}}]}


def _seats(plan: Plan) -> Iterator[tuple[str, Row]]:
    posts: set[tuple[str, int]] = set()
    for group in plan.groups:
        for place, body in enumerate(group.seats):
            by_post = plan.random.random() < _BY_POST
            member = _post(plan, body, 0) if by_post else body
            posts.update({(body, 0)} if by_post else ())
            role = "member" if place else "chair"
            yield "seats", {"member": member, "group": group.id, "role": role, "capacity": "officer", **_weak(plan)}
        for body in group.seats[:_SECOND]:
            posts.add((body, 1))
            yield "seats", {
                "member": _post(plan, body, 1), "group": group.id, "capacity": "elected_member",
                "on_behalf_of": body, **_evidence(plan, "member"),
            }  # fmt: skip
    for body, number in sorted(posts):
        post = _post(plan, body, number)
        yield "posts", {"id": post, "name": f"Officer {number} for {body}", **_evidence(plan, "post")}
        yield "links", {"type": "post_in", "post": post, "home": body, **_evidence(plan, "post")}


def _post(plan: Plan, body: str, number: int) -> str:
    return f"{plan.id}.post_{number}.{body}"


def _weak(plan: Plan) -> Row:
    if plan.random.random() >= _WEAK:
        return _evidence(plan, "member")
    return {"evidence": {"locator": _locator(plan, "member"), "modality": "inferred", "reason": "named in the minutes"}}


def _bodies(plan: Plan) -> Iterator[tuple[str, Row]]:
    known = sorted({body for group in plan.groups for body in group.seats if body.startswith(f"{plan.id}.")})
    for body in known:
        last = body.rpartition(".")[2]
        name = f"{_LOCAL_NAMES.get(last, last.replace('_', ' ').capitalize())} of district {plan.number}"
        kind = _LOCAL_KINDS.get(last, "voluntary")
        yield "bodies", {"id": body, "kind": kind, "name": name, **_evidence(plan, "body")}


def _documents(plan: Plan, group: GroupPlan) -> Iterator[tuple[str, Row]]:
    kinds = {
        "own": ("terms_of_reference", "agreed"), "draft": ("terms_of_reference", "draft"),
        "agreement": ("agreement", "agreed"),
    }  # fmt: skip
    if group.kind == "team":
        return
    if group.terms == "parent":
        yield "links", _governed(plan, group, f"{plan.top.id}.terms")
    elif group.terms in kinds:
        kind, status = kinds[group.terms]
        document = f"{group.id}.terms"
        name = f"{kind.replace('_', ' ').capitalize()} of {group.id}"
        yield "documents", {
            "id": document, "kind": kind, "name": name, "status": status,
            "elements": ["purpose", "membership", "chair", "accountability"], **_evidence(plan, "terms"),
        }  # fmt: skip
        yield "links", _governed(plan, group, document)
    elif group.terms == "declared":
        yield "completeness", {"of": "terms_of_reference", "about": group.id, **_evidence(plan, "terms")}


def _governed(plan: Plan, group: GroupPlan, document: str) -> Row:
    return {"type": "governed_by", "group": group.id, "document": document, **_evidence(plan, "terms")}


def _evidence(plan: Plan, what: str) -> Row:
    return {"evidence": {"locator": _locator(plan, what)}}


def _locator(plan: Plan, what: str) -> str:
    return f"return {plan.number}, {what} {plan.random.randint(1, 99)}"
