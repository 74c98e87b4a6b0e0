"""What is said where nothing could be asked, because there are no groups: that is no sign that all is well."""

from __future__ import annotations

NO_GROUPS = (
    "There are no groups in what was read, so nothing could be looked for. To begin, add the groups and who sits on "
    "them: a sheet called Seats with a row a seat and the columns Name, Organisation, Group and Role will do."
)


def without_groups(types: frozenset[str]) -> tuple[str, ...]:
    """Return the sentence on a structure without groups, by the types of what is in it; nothing for any other."""
    return () if "group" in types else (NO_GROUPS,)
