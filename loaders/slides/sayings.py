"""What the words at a line say of it, and what the words beside a row of boxes say of their tier."""

from __future__ import annotations

import re
from typing import NamedTuple

from graphmodel.kinds import LineKind, Role, Tier
from graphmodel.relations import EscalatesTo, Funds, LineManagedBy, LinkedTo, PartOf, Seat, Supports, WorksWith
from loaders.guesses.guesses import looks_like_group, looks_like_post
from loaders.names import folded
from loaders.tables.sitting.without_persons import without_persons

_MOST_WORDS = 7
"""Words that a label at a line has at most; what is longer is about something else."""


class Saying(NamedTuple):
    """What a line is: the type of relation, the kind of line or the role of a seat, and which way it reads.

    `backwards` is set where the words go from who is answered to: `oversees`, `funded by`.
    """

    type: str
    word: str = ""
    backwards: bool = False

    @property
    def is_line(self) -> bool:
        """Whether it says who answers to whom."""
        return self.type == "line"


REPORTING = Saying("line", LineKind.REPORTS_TO)
"""What a line is that says nothing."""
TOGETHER = Saying(WorksWith.TYPE)

_SAYINGS = tuple(
    (re.compile(rf"\b(?:{words})\b"), saying)
    for words, saying in (
        (r"line manage[sd]?(?! by)|manages", Saying(LineManagedBy.TYPE, backwards=True)),
        (r"line management|(?:line )?managed by", Saying(LineManagedBy.TYPE)),
        (r"account(?:s|able|ability)|answers|answerable", Saying("line", LineKind.ACCOUNTABLE_TO)),
        (r"delegated (?:by|from)", Saying("line", LineKind.DELEGATED_BY)),
        (r"delegat\w+", Saying("line", LineKind.DELEGATED_BY, backwards=True)),
        (r"funded by|financed by", Saying(Funds.TYPE, backwards=True)),
        (r"fund(?:s|ing|ed)?|financ(?:e|es|ial|ing)|money|grants?|budget|pays", Saying(Funds.TYPE)),
        (r"advised by", Saying(Seat.TYPE, Role.ADVISER_IN_ATTENDANCE, backwards=True)),
        (r"advis(?:es?|ory|ers?|ors?|ing)|advice", Saying(Seat.TYPE, Role.ADVISER_IN_ATTENDANCE)),
        (r"chaired by", Saying(Seat.TYPE, Role.CHAIR, backwards=True)),
        (r"chairs?|chairing", Saying(Seat.TYPE, Role.CHAIR)),
        (r"secretariat", Saying(Seat.TYPE, Role.SECRETARIAT)),
        (r"members?|membership|sits on|represent\w*|attends?", Saying(Seat.TYPE, Role.MEMBER)),
        (r"supported by|serviced by", Saying(Supports.TYPE, backwards=True)),
        (r"support(?:s|ing)?|servic(?:es|ing)", Saying(Supports.TYPE)),
        (r"escalat\w+", Saying(EscalatesTo.TYPE)),
        (r"part of|sub ?groups? of", Saying(PartOf.TYPE)),
        (r"reports?|reporting|reported", REPORTING),
        (r"oversees|oversight|directs|monitor(?:s|ing)|steers|commissions", REPORTING._replace(backwards=True)),
        (r"links?|linked|linkage", Saying(LinkedTo.TYPE)),
        (
            r"work(?:s|ing)? (?:closely )?with|joint(?:ly)? work\w*|partnership working|liais\w+|co ?operat\w+|two way",
            TOGETHER,
        ),
        (r"collaborat\w+|consult\w*|inform(?:s|ation)?|communicat\w+", TOGETHER),
    )
)  # fmt: skip
_TIER = re.compile(r"(?:the )?(strategic|tactical|operational)(?: (?:level|tier|layer|band))?s?:?")
_CONTACT = re.compile(
    r"\s*(?:contacts?|for (?:more|further) information|queries|enquiries|questions|drawn by|prepared by|produced by|"
    r"author|updated by|last updated|version|tel|phone|e-?mail|ext)\b",
    re.IGNORECASE,
)
_BESIDE_KEY = re.compile(rf"(?<=\S)\s+(?=(?:{_CONTACT.pattern[3:]}[^\w]))|\s{{3,}}", re.IGNORECASE)
"""Where what a key says ends, and something else stands on the same line."""
_KEY = re.compile(r"(?:key|legend)\b")


def saying_of(words: str) -> Saying | None:
    """Tell what the words at a line say of it; None where they do not say it, or are a name."""
    plain = folded(words)
    if not plain or len(plain.split()) > _MOST_WORDS or looks_like_group(words) or looks_like_post(words):
        return None
    return next((saying for pattern, saying in _SAYINGS if pattern.search(plain)), None)


def tier_of(words: str) -> Tier | None:
    """Tell the tier that a heading names; None where it is no such heading."""
    found = _TIER.fullmatch(folded(words))
    return Tier(found[1]) if found else None


def shown(words: str) -> str:
    """Return such words for a reason, which everybody sees: without whoever may be named in them."""
    return without_persons(words, frozenset(folded(word) for word in words.split() if saying_of(word))) or "…"


def key_words(words: str) -> str:
    """Return what a text of a key says, without what stands far behind it, or says whom to ask."""
    return _BESIDE_KEY.split(words, maxsplit=1)[0].strip().lstrip("=:–— ") or words


def is_contact(words: str) -> bool:
    """Tell whether words say whom to ask or who drew it, and so are nothing of the chart."""
    return _CONTACT.match(words) is not None


def is_key(words: str) -> bool:
    """Tell whether words are the heading of a key."""
    return _KEY.match(folded(words)) is not None
