"""What those who write structures into a database and those who ask it there must agree on, beside the names."""

from __future__ import annotations

VERSION = 2
"""The version of the mapping in `propertygraph`, derived properties included; it goes up when that changes.

A structure stored with another one is written anew even when its content is the same, and is not asked before that.
"""


class NotStoredError(LookupError):
    """The database holds no structure of this id, or holds it as another version of this tool stored it."""

    def __init__(self, structure_id: str, *, otherwise: bool = False) -> None:
        super().__init__(
            f"`{structure_id}` was stored by another version of this tool. Push it again."
            if otherwise
            else f"The database holds no structure `{structure_id}`. Push it first, or list those that are there."
        )


class ReplacedError(RuntimeError):
    """Somebody stored another version of a structure, or dropped it, while it was being asked."""

    def __init__(self, structure_id: str) -> None:
        super().__init__(f"`{structure_id}` was replaced in the database while it was being read. Ask again.")
