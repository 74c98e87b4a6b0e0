"""What a rule can say of what it saw. It never says `fail`: the status is derived from what the saying rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from graphmodel.evidence import Modality, What
from queries.engines.base import FactId

COMING = frozenset({Modality.IN_DEVELOPMENT, Modality.PLANNED})
"""How sources speak of what is on its way: it counts in part for a requirement, and no chain is followed along it."""


class Says(StrEnum):
    """The things a rule can say."""

    HOLDS = "holds"
    LACKS = "lacks"
    BREAKS = "breaks"
    SEEN = "seen"
    DIFFERS = "differs"
    NOT_APPLICABLE = "not_applicable"


class Severity(StrEnum):
    """How much a fault would matter."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    INFORMATION = "information"

    def lower(self) -> Severity:
        """Return the next step down; information is the lowest."""
        steps = tuple(Severity)
        return steps[min(steps.index(self) + 1, len(steps) - 1)]


Words = Mapping[str, str | tuple[str, ...]]
"""What fills the places of a wording: text as it is, or a tuple of ids to be named and joined with "and"."""

Lists = tuple[tuple[str, What], ...]
"""Lists that must be complete together, each a subject and what is listed of it."""


@dataclass(frozen=True)
class Outcome:
    """What a rule says of one subject, or of several that belong together.

    `facts` are what it rests on; `context` is shown beside and changes nothing. `needs` is what a requirement wants
    known, of `about` where that is not the first subject; `assuming` names sets of lists (subject, what): a breach is
    certain when all the lists of any one set are complete, or when there is no set. `path` is the way through the
    groups, `affected` who else it touches, and `covers` who else is spoken of by it and needs no outcome of their own.
    `weaker` marks a fact that answers only in part.
    """

    says: Says
    subjects: tuple[str, ...]
    aspect: str = ""
    reason: str = ""
    facts: tuple[FactId, ...] = ()
    context: tuple[FactId, ...] = ()
    needs: tuple[What, ...] = ()
    about: str = ""
    assuming: tuple[Lists, ...] = ()
    path: tuple[str, ...] = ()
    affected: tuple[str, ...] = ()
    covers: tuple[str, ...] = ()
    figures: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    words: Words = field(default_factory=dict)
    severity: Severity | None = None
    weaker: bool = False
    why: str = ""


def holds(
    subject: str | tuple[str, ...],
    facts: tuple[FactId, ...] = (),
    *,
    needs: tuple[What, ...] = (),
    reason: str = "met",
    aspect: str = "",
    path: tuple[str, ...] = (),
    context: tuple[FactId, ...] = (),
    words: Words | None = None,
    weaker: bool = False,
) -> Outcome:
    """Say that what the rule wants is there: `met` where the facts are stated, `partly` where they are weaker."""
    subjects = (subject,) if isinstance(subject, str) else subject
    return Outcome(
        Says.HOLDS, subjects, aspect, reason, facts, context, needs, path=path, words=words or {}, weaker=weaker
    )


def lacks(
    subject: str | tuple[str, ...],
    needs: tuple[What, ...],
    *,
    reason: str = "lacks",
    aspect: str = "",
    facts: tuple[FactId, ...] = (),
    context: tuple[FactId, ...] = (),
    words: Words | None = None,
    severity: Severity | None = None,
    about: str = "",
) -> Outcome:
    """Say that what the rule wants is not evidenced: `query`, or `fail` where it is denied or declared complete.

    `about` is the one whose lists count, the first subject unless given; it also fails where any subject's need is
    denied. `facts` is what makes the rule ask: only where they are stated and current can the lack be certain.
    """
    subjects = (subject,) if isinstance(subject, str) else subject
    return Outcome(
        Says.LACKS, subjects, aspect, reason, facts, context, needs, about=about, words=words or {}, severity=severity
    )


def breaks(
    subjects: tuple[str, ...],
    reason: str,
    facts: tuple[FactId, ...],
    *,
    aspect: str = "",
    assuming: tuple[Lists, ...] = (),
    affected: tuple[str, ...] = (),
    covers: tuple[str, ...] = (),
    path: tuple[str, ...] = (),
    words: Words | None = None,
    severity: Severity | None = None,
    weaker: bool = False,
) -> Outcome:
    """Say that something is there that must not be: `fail` on stated facts, with one set of `assuming` complete."""
    return Outcome(
        Says.BREAKS,
        subjects,
        aspect,
        reason,
        facts,
        assuming=assuming,
        affected=affected,
        covers=covers,
        path=path,
        words=words or {},
        severity=severity,
        weaker=weaker,
    )


def seen(
    subjects: tuple[str, ...],
    reason: str,
    facts: tuple[FactId, ...],
    *,
    aspect: str = "",
    figures: Mapping[str, tuple[int, int]] | None = None,
    words: Words | None = None,
    severity: Severity | None = None,
) -> Outcome:
    """Say that a pattern was seen; always `observed`. `figures` are pairs of whole numbers, so ratios stay exact."""
    return Outcome(
        Says.SEEN, subjects, aspect, reason, facts, figures=figures or {}, words=words or {}, severity=severity
    )


def differs(
    subjects: tuple[str, ...],
    reason: str,
    facts: tuple[FactId, ...],
    *,
    aspect: str = "",
    words: Words | None = None,
    severity: Severity | None = None,
) -> Outcome:
    """Say that two facts cannot both be right: `conflict` where all are stated and current, else `query`."""
    return Outcome(Says.DIFFERS, subjects, aspect, reason, facts, words=words or {}, severity=severity)


def not_applicable(
    subject: str | tuple[str, ...], why: str, *, aspect: str = "", words: Words | None = None
) -> Outcome:
    """Say that the rule has nothing to ask of a subject, and why."""
    subjects = (subject,) if isinstance(subject, str) else subject
    return Outcome(Says.NOT_APPLICABLE, subjects, aspect, why=why, words=words or {})
