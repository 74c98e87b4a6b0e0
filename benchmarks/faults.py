"""Faults to sow, each into one partnership, and what an audit must say of it; and look-alikes that are no faults."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.plan import COUNTY_AGENCIES, GroupPlan, Plan, Row, county

TERMS, BROKEN, CIRCLE, DUPLICATED = "TOR-01", "ACC-02", "ACC-03", "REP-02"


@dataclass(frozen=True, order=True)
class Sown:
    """A fault that was sown: the rule that finds it, its subjects in order, and the status it must be given.

    Of a broken chain, `direct` are the groups whose lines lead to where it stops, `affected` those further down.
    """

    rule: str
    subjects: tuple[str, ...]
    status: str
    affected: tuple[str, ...] = ()
    direct: tuple[str, ...] = ()


Sow = Callable[[Plan], tuple[Sown, ...]]


def terms_denied(plan: Plan) -> tuple[Sown, ...]:
    """A source says that a group has no terms of reference."""
    return _without_terms(plan, "denied", "fail")


def terms_not_in_complete_list(plan: Plan) -> tuple[Sown, ...]:
    """A group has none, and the list of its terms of reference is declared complete."""
    return _without_terms(plan, "declared", "fail")


def terms_not_seen(plan: Plan) -> tuple[Sown, ...]:
    """Nobody speaks of terms of reference: a question, never a fault."""
    return _without_terms(plan, "silent", "query")


def _without_terms(plan: Plan, terms: str, status: str) -> tuple[Sown, ...]:
    group = _one(plan)
    group.terms = terms
    return (Sown(TERMS, (group.id,), status),)


def line_to_an_ended_body(plan: Plan) -> tuple[Sown, ...]:
    """A sub-group answers to an authority that was abolished, and its lines are declared complete."""
    group = _one(plan)
    return _cut(plan, group, _ended_body(plan), "fail")


def line_of_the_board_to_an_ended_body(plan: Plan) -> tuple[Sown, ...]:
    """The same for the board: everything that answers to it is affected, and it is reported once."""
    affected = tuple(sorted(group.id for group in plan.subgroups))
    return _cut(plan, plan.board, _ended_body(plan), "fail", affected)


def line_to_a_charity(plan: Plan) -> tuple[Sown, ...]:
    """A sub-group answers to a body where accountability does not end; no list says that there is no other way."""
    group = _one(plan)
    return _cut(plan, group, f"{plan.id}.residents_0", "query", declared=False)


def line_to_a_charity_in_a_complete_list(plan: Plan) -> tuple[Sown, ...]:
    """The same, with the lines of both declared complete."""
    group = _one(plan)
    end = f"{plan.id}.residents_0"
    plan.add("completeness", _complete("line", end))
    return _cut(plan, group, end, "fail")


def _ended_body(plan: Plan) -> str:
    body = f"{plan.id}.old_authority"
    plan.add("bodies", {
        "id": body, "kind": "health_authority", "name": f"Former Health Authority {plan.number}",
        "valid_to": "2002-10-01", "evidence": {"locator": "appendix B"},
    })  # fmt: skip
    return body


def _cut(
    plan: Plan, group: GroupPlan, end: str, status: str, affected: tuple[str, ...] = (), *, declared: bool = True
) -> tuple[Sown, ...]:
    group.lines = [{"from": group.id, "to": end, "kind": "reports_to"}]
    if declared:
        plan.add("completeness", _complete("line", group.id))
    return (Sown(BROKEN, (end,), status, affected, (group.id,)),)


def circle_of_two(plan: Plan) -> tuple[Sown, ...]:
    """Two sub-groups answer to each other and to nobody else."""
    return _round(plan, 2)


def circle_of_three(plan: Plan) -> tuple[Sown, ...]:
    """Three sub-groups answer to each other in turn."""
    return _round(plan, 3)


def circle_with_a_way_out(plan: Plan) -> tuple[Sown, ...]:
    """Two sub-groups answer to each other, and one of them to the board as well."""
    first, second = plan.random.sample(plan.subgroups, 2)
    first.lines.append(_reports(first, second))
    second.lines = [_reports(second, first)]
    return (Sown(CIRCLE, tuple(sorted((first.id, second.id))), "fail"),)


def circle_on_two_subjects(plan: Plan) -> tuple[Sown, ...]:
    """Money one way, treatment the other: a question."""
    first, second = plan.random.sample(plan.subgroups, 2)
    first.lines.append(_reports(first, second) | {"subject": "money"})
    second.lines.append(_reports(second, first) | {"subject": "treatment"})
    return (Sown(CIRCLE, tuple(sorted((first.id, second.id))), "query"),)


def _round(plan: Plan, size: int) -> tuple[Sown, ...]:
    groups = plan.random.sample(plan.subgroups, size)
    for group, above in zip(groups, [*groups[1:], groups[0]], strict=True):
        group.lines = [_reports(group, above)]
    return (Sown(CIRCLE, tuple(sorted(group.id for group in groups)), "fail"),)


def _reports(group: GroupPlan, above: GroupPlan) -> Row:
    return {"from": group.id, "to": above.id, "kind": "reports_to"}


def same_members(plan: Plan) -> tuple[Sown, ...]:
    """Two sub-groups on one theme with the same bodies on both."""
    return _alike(plan, different=0)


def three_quarters_the_same(plan: Plan) -> tuple[Sown, ...]:
    """Two of eight bodies differ: exactly the share from which groups count as alike."""
    return _alike(plan, different=2)


def five_eighths_the_same(plan: Plan) -> tuple[Sown, ...]:
    """Three of eight differ: not enough."""
    _alike(plan, different=3)
    return ()


def three_bodies_the_same(plan: Plan) -> tuple[Sown, ...]:
    """Two groups of three with the same members: a large share, but of too few."""
    first, second = _neighbours(plan)
    first.seats = first.seats[-3:]
    second.seats = list(first.seats)
    return ()


def board_like_its_partnership(plan: Plan) -> tuple[Sown, ...]:
    """A board drawn wholly from its partnership: what stands above or below is alike by design."""
    plan.board.seats = plan.top.seats[:9]
    return ()


def county_group_in_every_district(plan: Plan) -> tuple[Sown, ...]:
    """A county's agencies, and nobody else, on a group of each district: alike, but for different areas."""
    group = plan.subgroups[0]
    group.themes = ["county_matters"]
    group.seats = [f"{county(plan.number)}.{agency}" for agency in COUNTY_AGENCIES[:5]]
    return ()


def _alike(plan: Plan, different: int) -> tuple[Sown, ...]:
    """Give the second of two sub-groups the members of the first, all but its last few, and the theme."""
    first, second = _neighbours(plan)
    kept = len(first.seats) - different
    second.seats = first.seats[:kept] + second.seats[kept:]
    second.themes = [*second.themes, *first.themes]
    return (Sown(DUPLICATED, tuple(sorted((first.id, second.id))), "observed"),)


def _neighbours(plan: Plan) -> tuple[GroupPlan, GroupPlan]:
    """Return two sub-groups of different tiers, so that it takes a theme to make them alike."""
    place = plan.random.randrange(len(plan.subgroups) - 1)
    return plan.subgroups[place], plan.subgroups[place + 1]


def _one(plan: Plan) -> GroupPlan:
    return plan.random.choice(plan.subgroups)


def _complete(what: str, about: str) -> Row:
    return {"of": what, "about": about, "evidence": {"locator": "appendix A"}}


SCHEDULE: tuple[tuple[Sow, ...], ...] = (
    (terms_denied, same_members),
    (line_to_an_ended_body,),
    (),
    (circle_of_two, terms_not_seen),
    (five_eighths_the_same,),
    (line_to_a_charity,),
    (terms_not_in_complete_list, three_quarters_the_same),
    (board_like_its_partnership, circle_with_a_way_out),
    (),
    (line_of_the_board_to_an_ended_body, terms_not_seen),
    (three_bodies_the_same,),
    (line_to_a_charity_in_a_complete_list,),
    (county_group_in_every_district, terms_denied),
    (county_group_in_every_district, circle_of_three),
    (),
    (same_members,),
    (terms_not_in_complete_list,),
    (three_quarters_the_same, line_to_an_ended_body),
    (terms_not_seen,),
    (circle_on_two_subjects,),
)
"""What is sown into which partnership, over and over: in the first, the first entry; in the 21st, the first again."""
