"""How large a file may be that is read: as much as the loaders say, unless the environment says otherwise."""

from __future__ import annotations

import os
import re

from answerable.errors import InputError

VARIABLE = "ANSWERABLE_MAX_SIZE"
_SIZE = re.compile(r"([0-9]{1,12}(?:\.[0-9]+)?)\s*([KMG]?)I?B?", re.IGNORECASE)
_UNITS = {"": 1, "K": 1024, "M": 1024**2, "G": 1024**3}


def max_bytes() -> int:
    """Return how many bytes a file may have. Raises InputError where the variable in the environment is no size."""
    from loaders.file_text import MAX_BYTES

    told = os.environ.get(VARIABLE, "").strip()
    if not told:
        return MAX_BYTES
    found = _SIZE.fullmatch(told)
    size = int(float(found[1]) * _UNITS[found[2].upper()]) if found else 0
    if not size:
        raise InputError(f"{VARIABLE} is `{told}`, which is no size. Write it like this: 500MB.")
    return size
