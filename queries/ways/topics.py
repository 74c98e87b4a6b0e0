"""What a line is on, compared by what the words say: "performance" and "the performance report" are one subject."""

from __future__ import annotations

import re

_PLAIN = frozenset({
    "a", "an", "the", "of", "on", "for", "about", "its", "their", "report", "reports", "reporting", "paper", "papers",
    "update", "updates",
})  # fmt: skip
_INFORMING = frozenset({"information", "info", "news", "informing"})
_HOW = frozenset({"exchange", "mutual", "sharing", "only", "and"})


def topic(subject: str) -> str:
    """Return the words of a subject that tell it from another; all of them where none is left."""
    words = re.findall(r"\w+", subject.casefold())
    return " ".join(word for word in words if word not in _PLAIN) or " ".join(words)


def only_informs(subject: str) -> bool:
    """Tell whether what goes along a line is information and nothing to account for."""
    words = set(re.findall(r"\w+", subject.casefold())) - _PLAIN - _HOW
    return bool(words) and words <= _INFORMING
