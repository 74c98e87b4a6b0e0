"""Numbers as rows have them: None where a number is not known, whether nobody gave it or somebody said so."""

from __future__ import annotations


def known_number(value: float | str | None) -> float | None:
    """Return a number; None where it is not given, or is given as ``unknown``."""
    return None if value is None or isinstance(value, str) else float(value)
