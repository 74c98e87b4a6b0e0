"""Which clauses a report may quote: those of its profile's sources, of law and of general practice, as of the day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphmodel.dates import Day
from queries.clauses import Clause, documents
from queries.rule import Status

if TYPE_CHECKING:
    from queries.findings.report import Finding
    from queries.profile import Profile


def gone_through(profile: Profile, as_of: Day | str) -> tuple[Clause, ...]:
    """Return the clauses that a report goes through: those of the profile's sources, in its order of these."""
    known = documents()
    return tuple(clause for source in profile.sources if source in known for clause in known[source].on(as_of))


def quotable(profile: Profile, as_of: Day | str) -> dict[str, Clause]:
    """Return by id the clauses that a rule may rest on in a report: none later than the day, or of another time."""
    return {
        clause.id: clause
        for document in documents().values()
        if document.source in profile.sources or not document.only_where_named
        for clause in document.on(as_of)
    }


def later_sources(profile: Profile, as_of: Day | str) -> tuple[str, ...]:
    """Return the titles of a profile's sources that are later than the day asked about: nothing is quoted from them."""
    known = documents()
    return tuple(known[one].title for one in profile.sources if one in known and not known[one].there_on(as_of))


def belongs(finding: Finding, clause: Clause) -> bool:
    """Tell whether a finding is about what a clause asks; that a rule does not apply at all is about everything."""
    wanted = clause.aspects.get(finding.rule, (finding.aspect,))
    return finding.aspect in wanted or (finding.status is Status.NA and not finding.aspect)
