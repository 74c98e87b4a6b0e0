"""Two things a text must not get wrong: whether a list is declared to be the whole, and whether a post is empty."""

from __future__ import annotations

from graphmodel.dates import UNKNOWN, Current, earliest, span
from graphmodel.entities import Post
from graphmodel.evidence import Modality, What
from graphmodel.index import Index
from viz.wording import date


def is_whole(index: Index, what: What, about: str) -> bool:
    """Tell whether a list is declared complete on the day; that it is can only be stated, never inferred."""
    return any(
        entry.of == what
        and entry.about in (None, about)
        and entry.evidence.modality is Modality.STATED
        and span(entry.valid_from, entry.valid_to).current(index.as_of) is Current.YES
        for entry in index.structure.completeness
    )


def is_vacant(index: Index, entity: str) -> bool:
    """Tell whether this is a post that nobody holds on the day."""
    post = index.entity.get(entity)
    if not isinstance(post, Post) or post.vacant_since is None:
        return False
    return earliest(post.vacant_since) <= index.as_of


def empty_words(index: Index, entity: str) -> str:
    """Say of a post that nobody holds it, and since when, or that somebody does for the time being; else nothing."""
    post = index.entity.get(entity)
    if not isinstance(post, Post):
        return ""
    if is_vacant(index, entity):
        since = post.vacant_since
        return "vacant" if since in (None, UNKNOWN) else f"vacant since {date(since)}"
    return "held for the time being" if post.interim is True else ""
