"""Posts that nobody holds for good, and how long a place has been empty."""

from __future__ import annotations

import datetime as dt

from graphmodel.dates import UNKNOWN, Day, earliest, latest, partial
from queries.case import Case
from queries.reads import POSTS


def empty_posts(case: Case) -> dict[str, str]:
    """Return the posts that are ``vacant`` on the day, or held for the time being (``interim``)."""
    found: dict[str, str] = {}
    for post in case.in_force(POSTS):
        if post.vacant_since and earliest(post.vacant_since) <= case.as_of:
            found[post.fact] = "vacant"
        elif post.interim:
            found[post.fact] = "interim"
    return found


def empty_for(since: str, days: int, as_of: Day) -> bool | None:
    """Tell whether what is empty since a date is so for more than some days; None where the date leaves that open."""
    if partial(since) == UNKNOWN:
        return None
    limit = Day((dt.date.fromisoformat(as_of) - dt.timedelta(days=days)).isoformat())
    if latest(since) < limit:
        return True
    return False if earliest(since) >= limit else None
