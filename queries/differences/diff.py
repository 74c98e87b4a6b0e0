"""Two states beside each other: rows, groups, findings and burden."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from queries.burden.assumed import NOTHING, Assumptions, supposed
from queries.burden.saving_figures import savings
from queries.burden.saving_sides import Side as BurdenSide
from queries.differences.difference import TAKEN, Difference, Followed
from queries.differences.doubt import Doubts, in_doubt
from queries.differences.findings import Told, findings_since, open_of, ties, went_into
from queries.differences.following import followed
from queries.differences.patch import patch
from queries.differences.sameness import Same, same
from queries.differences.side import Side
from queries.findings.report import Report
from queries.wording import day_in_words, joined

_NOTHING: Mapping[str, str] = {}


def difference(
    before: Side,
    after: Side,
    reports: tuple[Report, Report],
    *,
    assumptions: Assumptions = NOTHING,
    found: Same | None = None,
) -> Difference:
    """Hold one state against a later one, both at one level of evidence.

    `reports` are the audits of the two with one profile. `found` says what goes by another id now, where that is not
    to be looked for alone: see `sameness.same`.
    """
    found = same(before, after) if found is None else found
    then_supposed, now_supposed = supposed(before.known, assumptions), supposed(after.known, assumptions)
    doubts = Doubts(
        then_supposed.groups,
        BurdenSide(then_supposed, found.renamed).doubtful,
        BurdenSide(now_supposed, _NOTHING).doubtful,
    )
    groups = in_doubt(followed(before, after, found.renamed), before, after, found.renamed, doubts)
    earlier, later = reports
    heirs = {**found.renamed, before.structure.id: after.structure.id, **went_into(groups)}
    now = Told({*after.told, after.structure.id}, ties(after, {}))
    then = {heirs.get(id_, id_) for id_ in before.told} | {after.structure.id}
    return Difference(
        before=before.state,
        after=after.state,
        level=after.level,
        names=_names(before, after),
        patch=patch(before.slice.structure, after.slice.structure, found.renamed),
        groups=groups,
        findings=findings_since(later, earlier, heirs, Told(then, ties(before, heirs)), now),
        savings=savings(then_supposed, now_supposed, renamed=found.renamed),
        remarks=tuple(_remarks((before, after), found, groups, reports, doubts)),
    )


def _names(before: Side, after: Side) -> dict[str, str]:
    return {id_: entity.name for side in (before, after) for id_, entity in sorted(side.index.entity.items())}


def _remarks(
    sides: tuple[Side, Side], found: Same, groups: tuple[Followed, ...], reports: tuple[Report, Report], doubts: Doubts
) -> Iterator[str]:
    before, after = sides
    if before.structure.id != after.structure.id:
        yield (
            f"The two files go by different ids, `{before.structure.id}` and `{after.structure.id}`. They are compared "
            "as one structure all the same."
        )
    for old, new in found.taken:
        yield (
            f"{TAKEN}{before.told[old].name} (`{old}` in the earlier file) and "
            f"{after.told[new].name} (`{new}` in the later one). If they are not, say so with --not-same {old}={new}."
        )
    for side in (before, after):
        yield from _in_doubt(side)
    if before.structure is after.structure:
        yield from _without_beginning(before, groups, doubts)
    yield from _followed_findings(before, after, groups, reports[0])
    yield from dict.fromkeys(remark for report in reports for remark in report.remarks)


def _in_doubt(side: Side) -> Iterator[str]:
    named = [fact for fact in side.slice.unknown if fact in side.told]
    relations = len(side.slice.unknown) - len(named)
    things = [side.told[fact].name for fact in named]
    if relations:
        things.append(f"{relations} {'seat, line or other tie' if relations == 1 else 'seats, lines or other ties'}")
    if things:
        yield (
            f"Whether these were there on {day_in_words(side.day)} cannot be told from the dates given: "
            f"{joined(things)}. The lists and the map have them all the same; the hours that day leave them out."
        )


def _without_beginning(before: Side, groups: tuple[Followed, ...], doubts: Doubts) -> Iterator[str]:
    """Tell what the hours make of groups of which one file says only that they are there."""
    began = [one.group for one in groups if not one.was_evidenced and one.group not in before.slice.unknown]
    left_out = [before.groups[one].name for one in began if one in doubts.before]
    counted = [before.groups[one].name for one in began if one in doubts.groups and one not in doubts.before]
    if counted:
        they_were = "it was" if len(counted) == 1 else "they were"
        yield (
            "Where nothing says since when a group is there, the hours before count it as they do after: "
            f"{joined(counted)}. That {they_were} there is not evidenced."
        )
    if left_out:
        yield f"The hours before leave out {joined(left_out)}, a part of what began later."


def _followed_findings(before: Side, after: Side, groups: tuple[Followed, ...], earlier: Report) -> Iterator[str]:
    into = went_into(groups)
    for heir in dict.fromkeys(into.values()):
        old = [group for group in into if into[group] == heir]
        if open_of(earlier, old):
            yield (
                f"What was asked of {joined(before.groups[one].name for one in old)} is followed into "
                f"{after.index.entity[heir].name}, which came of {'it' if len(old) == 1 else 'them'}."
            )
