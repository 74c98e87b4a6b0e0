"""One answer of a reply sheet: what it is about, what its cells say together, and what it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, TypedDict

from graphmodel.answers import Entry, Form, form, how_to_answer
from graphmodel.evidence import Evidence, Modality
from loaders.replies.sheet import name_of
from loaders.words import says_none, says_not_known, says_yes

if TYPE_CHECKING:
    from loaders.replies.changes import Changes
    from loaders.replies.sheet import Reply


class Sense(StrEnum):
    """What an answer comes to."""

    SAYS = "says"
    YES = "yes"
    NONE = "none"
    NOT_KNOWN = "not known"
    NOTHING = "nothing"


class Dates(TypedDict):
    """Since when and until when a fact holds."""

    valid_from: str | None
    valid_to: str | None


@dataclass(frozen=True)
class Answer:
    """An answer with what it is about; `short` and `text` are the two cells it stands in."""

    reply: Reply
    about: str
    what: str
    towards: tuple[str, ...]
    short: str
    text: str

    @cached_property
    def form(self) -> Form:
        """The form that such an answer has."""
        return form(self.what)

    @cached_property
    def sense(self) -> Sense:
        """What the two cells say together."""
        if says_not_known(self.short) or says_not_known(self.text):
            return Sense.NOT_KNOWN
        if says_none(self.short) or says_none(self.text):
            return Sense.NONE
        if self.text and not says_yes(self.text):
            return Sense.SAYS
        if self.text or self.short or self.reply.since or self.reply.until:
            return Sense.YES
        return Sense.NOTHING

    def how(self, changes: Changes) -> str:
        """Say how the answer is given, with examples of the year that the structure is about."""
        return how_to_answer(self.what, changes.read.as_of or "2003")

    @property
    def dates(self) -> Dates:
        """Since when and until when it is so, as far as it is said."""
        return {"valid_from": self.reply.since, "valid_to": self.reply.until}

    def evidence(self, changes: Changes, *, note: str | None = None, modality: Modality = Modality.STATED) -> Evidence:
        """Return the evidence of this answer: the document it names, else the sheet itself, with place and day."""
        reply = self.reply
        title = reply.entries[Entry.SOURCE]
        own = f"Reply sheet {name_of(reply.where.file)}" + (f", answered on {reply.on}" if reply.on else "")
        return Evidence(
            source=changes.source(title) if title else changes.source(own, reply.on),
            locator=reply.entries[Entry.PLACE] or f"{reply.where.sheet} row {reply.where.row}",
            modality=modality,
            note=note,
            captured_on=reply.on,
            captured_by=reply.entries[Entry.BY] or None,
        )
