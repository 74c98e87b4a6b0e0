"""What stands beside the findings of a report: accepted exceptions, what has changed, and what was left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from queries.findings.changes import Change, Changed, Since
from queries.findings.report import Report
from queries.findings.waivers import WaiverStanding, WaiverText
from queries.outcome import Severity
from queries.own_profile import OwnChange
from viz.paper import Block, Bullets, Heading, Item, Paragraph, Table
from viz.report.found import CHANGE_WORDS
from viz.report.words import BRIEF_STATUS, LEVEL_WORDS
from viz.wording import date

ACCEPTED = "Accepted locally"
OWN_PROFILE = "What this profile asks otherwise"
_TOLD = (
    Change.NEW,
    Change.WORSE,
    Change.LAPSED,
    Change.FIRST_ASKED,
    Change.BETTER,
    Change.FIXED,
    Change.NOT_ASKED,
)
_NO_LONGER: Mapping[WaiverStanding, str] = {
    WaiverStanding.EXPIRED: "To be looked at again: its day has passed, and it covers nothing any more",
    WaiverStanding.NOT_YET: "Agreed only after the day asked about, so it does not count yet",
    WaiverStanding.UNMATCHED: "Covers nothing: there is no open finding of this kind",
    WaiverStanding.NOT_ASKED: "Not asked about in this report",
}


def left_out_words(report: Report) -> str:
    """Say what somebody asked to leave out; empty where that is nothing."""
    left = report.left_out
    if left is None:
        return ""
    told = []
    if left.below is not None:
        of_lower = "for information" if left.below is Severity.INFORMATION else f"below {left.below.value} priority"
        told.append(f"open findings {of_lower} ({left.number})")
    if left.rules:
        told.append(f"{len(left.rules)} {'rule' if len(left.rules) == 1 else 'rules'} of the profile, not asked")
    return "; ".join(told)


def own_profile_words(report: Report) -> str:
    """Say in brief what a profile of somebody's own asks otherwise; empty where it is none, or changes nothing."""
    off = sum(change.rule is not None and change.what == "not asked" for change in report.profile_changes)
    other = len(report.profile_changes) - off
    told = [f"{off} {'rule' if off == 1 else 'rules'} not asked"] if off else []
    told += [f"{other} {'thing' if other == 1 else 'things'} asked otherwise"] if other else []
    return f"{' and '.join(told)}; see “{OWN_PROFILE}”" if told else ""


def own_profile_blocks(report: Report, *, with_ids: bool) -> Iterator[Block]:
    """List what a profile of somebody's own asks otherwise, with what it says of why."""
    if report.profile_changes:
        yield Heading(1, OWN_PROFILE)
        rows = tuple(_own_change(change, with_ids=with_ids) for change in report.profile_changes)
        yield Table(("Rule", "In this profile", "Why, or where it comes from"), rows)


def in_brief(report: Report) -> Iterator[str]:
    """Say in a sentence each what is left out, what is accepted and what has changed, where there is something."""
    hidden = report.left_out.number if report.left_out else 0
    if hidden:
        yield f"{hidden} more of lower priority {'is' if hidden == 1 else 'are'} left out, as asked."
    accepted = sum(finding.waived is not None for finding in report.findings)
    if accepted:
        yield f"{accepted} more {'is' if accepted == 1 else 'are'} accepted locally, each with an owner and a reason."
    stale = sum(waiver.standing in (WaiverStanding.EXPIRED, WaiverStanding.UNMATCHED) for waiver in report.waivers)
    if stale:
        yield f"{stale} accepted {'exception needs' if stale == 1 else 'exceptions need'} to be looked at again."
    if report.since is not None:
        yield _changes(report.since)


def accepted_blocks(report: Report) -> Iterator[Block]:
    """List what is accepted, with who owns that and until when, then the exceptions that cover nothing."""
    waived = [(finding, finding.waived) for finding in report.findings if finding.waived is not None]
    stale = [waiver for waiver in report.waivers if waiver.standing is not WaiverStanding.IN_FORCE]
    if not waived and not stale:
        return
    yield Heading(1, f"{ACCEPTED} ({len(waived)})")
    if waived:
        yield Paragraph("These stand as they are found; somebody has accepted them for a time, and says why.")
        rows = ((finding.board, by.owner, by.reason, date(by.agreed_on), date(by.review_by)) for finding, by in waived)
        yield Table(("What was found", "Accepted by", "Because", "Agreed on", "Look again by"), tuple(rows))
    for standing, why in _NO_LONGER.items():
        found = [waiver for waiver in stale if waiver.standing is standing]
        if found:
            yield Paragraph(f"{why}:")
            yield Bullets(tuple(Item(_exception(waiver, report)) for waiver in found))


def since_blocks(report: Report) -> Iterator[Block]:
    """List what has changed since an earlier report; what is only still open stands with the findings."""
    since = report.since
    if since is None:
        return
    told = since.of(*_TOLD)
    yield Heading(1, f"Changed since the earlier report ({len(told)})")
    yield Paragraph(" ".join(_compared(since, report)))
    for kind in _TOLD:
        found = since.of(kind)
        if found:
            words = CHANGE_WORDS[kind]
            yield Heading(2, f"{words[:1].upper()}{words[1:]} ({len(found)})")
            yield Bullets(tuple(Item(_change(one)) for one in found))


def _own_change(change: OwnChange, *, with_ids: bool) -> tuple[str, str, str]:
    name = " ".join(filter(None, (change.rule if with_ids else "", change.title)))
    return name or "All", change.what, change.why or "not said"


def _changes(since: Since) -> str:
    counts = since.counts()
    told = ", ".join(f"{count} {CHANGE_WORDS[change]}" for change, count in counts.items())
    return f"Since the report as at {date(since.earlier.as_of)}: {told or 'nothing that is open or was'}."


def _compared(since: Since, report: Report) -> Iterator[str]:
    then = since.earlier
    yield f"The earlier report is as at {date(then.as_of)}."
    if then.profile != report.profile:
        yield f"It asked by other rules ({then.profile}): some of what differs comes from that."
    if then.evidence is not report.evidence:
        yield f"Then {LEVEL_WORDS[then.evidence]} counted: some of what differs comes from that."
    if then.version != report.version:
        yield f"It was made by version {then.version}, which may have asked differently."


def _change(one: Changed) -> str:
    if one.was and one.now and one.was is not one.now:
        return f"{one.says} ({BRIEF_STATUS[one.was].lower()} then, {BRIEF_STATUS[one.now].lower()} now)"
    return one.says


def _exception(waiver: WaiverText, report: Report) -> str:
    """Tell an exception by what was found, or where nothing was by what its file says that it covers."""
    found = " ".join(finding.board for finding in report.findings if finding.identity in waiver.findings)
    until = f"agreed on {date(waiver.agreed_on)}, to be looked at again by {date(waiver.review_by)}"
    return f"{found or waiver.covers} ({waiver.owner}; {until}; because: {waiver.reason})"
