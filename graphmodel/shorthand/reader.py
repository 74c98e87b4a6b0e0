"""Read a structure from its shorthand."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from typing import Any

from pydantic import ValidationError

from graphmodel.checks import REFERENCES
from graphmodel.entities import Entity, Event, Item
from graphmodel.evidence import Claim, Completeness, Modality, Record, Silence
from graphmodel.relations import CarriesPortfolio, End, Relation, Seat
from graphmodel.shorthand.grammar import EVENT_KINDS, EVENT_PARTS, KINDS, VERBS, Verb
from graphmodel.shorthand.settings import R, Row, claimed, is_setting, made, reasons, settings
from graphmodel.shorthand.undeclared import Mention, undeclared
from graphmodel.shorthand.words import END, ShorthandError, Statement, statements
from graphmodel.structure import ENTITY_TABLES, Structure

TITLE = "Example"
"""The title of a structure whose text gives none."""


def parse(text: str, *, id: str = "example", as_of: str | None = None) -> Structure:  # noqa: A002  the model's word
    """Return the structure that a text in shorthand describes; a `ShorthandError` names the statement that is wrong.

    `as_of` holds where the text does not say ``as of``.
    """
    reading = _Reading()
    for statement in statements(text):
        reading.read(statement)
    head = {"id": id, "title": TITLE, "as_of": as_of} | reading.head
    try:
        return Structure.model_validate(head | reading.tables())
    except ValidationError as error:
        raise ShorthandError(text.strip(), reasons(error)) from error


class _Reading:
    """What has been read so far."""

    def __init__(self) -> None:
        self.head: Row = {}
        self.entities: list[Entity] = []
        self.relations: list[Relation] = []
        self.silences: list[Silence] = []
        self.complete: list[Completeness] = []
        self.claims: dict[str, list[Claim]] = defaultdict(list)
        self.claimed: dict[str, Statement] = {}
        self.mentions: list[Mention] = []
        self.facts: set[str] = set()
        self.events: Counter[str] = Counter()
        self.openings: dict[str, Callable[[Statement], None]] = {
            "as": self._as_of, "structure": self._structure, "complete": self._complete, "silent": self._silent,
            "denied": self._denied, "claim": self._claim,
        }  # fmt: skip

    def read(self, statement: Statement) -> None:
        first = statement.peek().plain
        if statement.peek(1).plain == ":":
            self._declaration(statement)
        elif first in EVENT_KINDS:
            self.events[first] += 1
            self._event(statement, f"{first}{self.events[first]}")
        elif first in self.openings:
            statement.take("a word")
            self.openings[first](statement)
        else:
            self._relation(statement)

    def tables(self) -> Row:
        """Return the tables of the structure; entities that nobody declared stand after the declared ones."""
        found: dict[str, list[Any]] = defaultdict(list)
        names = {class_: table for table, class_ in ENTITY_TABLES.items()}
        implied = undeclared(self.mentions, {entity.id: entity.TYPE for entity in self.entities})
        for entity in (*self.entities, *implied):
            found[names[type(entity)]].append(self._with_claims(entity, entity.id))
        for relation in self.relations:
            table = {"seat": "seats", "line": "lines"}.get(relation.TYPE, "links")
            found[table].append(self._with_claims(relation, relation.key))
        for about in self.claims:
            raise self.claimed[about].error(f"expected an id, or the key of a relation, found `{about}`")
        return {**found, "silences": self.silences, "completeness": self.complete}

    def _with_claims(self, item: Item, key: str) -> Item:
        return item.model_copy(update={"claims": tuple(self.claims.pop(key))}) if key in self.claims else item

    # --- entities -----------------------------------------------------------------------------------------------

    def _declaration(self, statement: Statement) -> None:
        id_ = statement.take("an id").text
        statement.accept(":")
        if statement.peek().plain in EVENT_KINDS:
            self._event(statement, id_)
            return
        words = next((words for words in KINDS if statement.accept(*words)), None)
        if words is None:
            raise statement.error("expected a kind: " + ", ".join(" ".join(words) for words in KINDS))
        class_, kind = KINDS[words]
        self._entity(statement, class_, {"id": id_, "name": id_} | ({"kind": kind} if kind else {}))

    def _event(self, statement: Statement, id_: str) -> None:
        row: Row = {"id": id_, "name": id_, "kind": statement.take("a kind of event").text}
        part = "originals"
        while statement.peek() is not END and not is_setting(statement, Event):
            if statement.accept("on"):
                row["date"] = statement.take("a date").text
            elif word := next((word for word in EVENT_PARTS if statement.accept(word)), None):
                part = EVENT_PARTS[word]
            elif not statement.accept(","):
                row.setdefault(part, []).append(self._named(statement, goes_on=part == "originals"))
        self._entity(statement, Event, row)

    def _named(self, statement: Statement, *, goes_on: bool) -> str | Row:
        """Read an id of an event; an original with whether it `goes_on`, if ``=yes`` or the like follows."""
        id_ = statement.take("an id").text
        self.mentions.append(Mention(statement, id_))
        if not goes_on:
            return id_
        return {"id": id_} | ({"continues": statement.take("yes, no or unknown").text} if statement.accept("=") else {})

    def _entity(self, statement: Statement, class_: type[Entity], row: Row) -> None:
        row |= self._settings(statement, class_)
        if continues := row.pop("continues", None):
            row["originals"] = [{"continues": continues, **original} for original in row.get("originals", ())]
        self._once(statement, row["id"])
        self.entities.append(made(statement, class_, row))
        for name, types in REFERENCES.get(class_.TYPE, {}).items():
            given = row.get(name) or ()
            for id_ in (given,) if isinstance(given, str) else given:
                self.mentions.append(Mention(statement, id_, types, "body" if name == "accountable_body" else ""))

    # --- relations ----------------------------------------------------------------------------------------------

    def _relation(self, statement: Statement) -> None:
        firsts = _several(statement)
        verb = next((verb for verb in _LONGEST_FIRST if statement.accept(*verb.words)), None)
        if verb is None:
            known = ", ".join(" ".join(verb.words) for verb in VERBS)
            raise statement.error(f"expected `:` and a kind, or one of: {known}")
        row: Row = dict(verb.fixed)
        seconds = _portfolio(statement, row) if verb.relation is CarriesPortfolio else _several(statement)
        if verb.relation is Seat:
            _seat_words(statement, row)
        statement.finish()
        row |= self._settings(statement, verb.relation)
        at_large: list[str | None] = [None]
        for first in firsts:
            for second in seconds or at_large:
                self._add(statement, verb, row, (second, first) if verb.turned else (first, second))

    def _add(self, statement: Statement, verb: Verb, row: Row, ids: tuple[str | None, str | None]) -> None:
        ends = [
            (end, id_)
            for end, id_ in zip((verb.relation.START, verb.relation.FINISH), ids, strict=True)
            if id_ is not None
        ]
        relation = made(statement, verb.relation, row | {end.word: id_ for end, id_ in ends})
        self._once(statement, relation.key)
        self.relations.append(relation)
        for end, id_ in ends:
            self.mentions.append(Mention(statement, id_, end.types, _likely(end, row)))
        if row.get("on_behalf_of"):
            self.mentions.append(Mention(statement, row["on_behalf_of"], frozenset({"body", "group"}), "body"))

    # --- the structure, what is silent, claimed or complete -----------------------------------------------------

    def _as_of(self, statement: Statement) -> None:
        if not statement.accept("of"):
            raise statement.error("expected `as of` and a date")
        self.head["as_of"] = statement.take("a date").text
        statement.finish()

    def _structure(self, statement: Statement) -> None:
        self.head |= settings(statement, Structure)
        if self.head.get("source"):
            self._mention_source(statement, self.head["source"])

    def _complete(self, statement: Statement) -> None:
        row: Row = {"of": statement.take("what is complete").text}
        if statement.accept("of"):
            row["about"] = self._about(statement)
        self.complete.append(self._record(statement, Completeness, row))

    def _silent(self, statement: Statement) -> None:
        what, about = self._what_of(statement)
        self.silences.append(self._record(statement, Silence, {"about": about, "what": what}))

    def _denied(self, statement: Statement) -> None:
        what, about = self._what_of(statement)
        claim = self._record(statement, Claim, {"property": what})
        evidence = claim.evidence.model_copy(update={"modality": Modality.DENIED})
        self.claims[about].append(claim.model_copy(update={"evidence": evidence}))

    def _claim(self, statement: Statement) -> None:
        about = self._about(statement)
        row: Row = {"property": statement.take("a property").text}
        if statement.accept("="):
            row["value"] = claimed(statement.rest())
        self.claims[about].append(self._record(statement, Claim, row))

    def _record(self, statement: Statement, class_: type[R], row: Row) -> R:
        statement.finish()
        return made(statement, class_, row | self._settings(statement, class_))

    def _what_of(self, statement: Statement) -> tuple[str, str]:
        what = statement.take("what").text
        if not statement.accept("of"):
            raise statement.error(f"expected `of` and an id after `{what}`")
        return what, self._about(statement)

    def _about(self, statement: Statement) -> str:
        about = statement.take("an id").text
        self.claimed.setdefault(about, statement)
        if " " not in about:  # else it is the key of a relation
            self.mentions.append(Mention(statement, about))
        return about

    def _once(self, statement: Statement, fact: str) -> None:
        if fact in self.facts:
            raise statement.error(f"expected `{fact}` to stand once only")
        self.facts.add(fact)

    def _settings(self, statement: Statement, class_: type[Record]) -> Row:
        row = settings(statement, class_)
        if source := row.get("evidence", {}).get("source"):
            self._mention_source(statement, source)
        return row

    def _mention_source(self, statement: Statement, source: str) -> None:
        self.mentions.append(Mention(statement, source, frozenset({"source"}), "source"))


_LONGEST_FIRST = sorted(VERBS, key=lambda verb: -len(verb.words))


def _several(statement: Statement) -> list[str]:
    found = [statement.take("an id").text]
    while statement.accept(","):
        found.append(statement.take("an id").text)
    return found


def _portfolio(statement: Statement, row: Row) -> list[str]:
    """Read the subject of a portfolio into its row, and return the groups it is carried for."""
    if statement.peek() is not END and statement.peek().plain != "for":
        row["subject"] = statement.take("a subject").text
    return _several(statement) if statement.accept("for") else []


def _seat_words(statement: Statement, row: Row) -> None:
    while (word := statement.peek().plain) in {"as", "for"}:
        statement.accept(word)
        row["capacity" if word == "as" else "on_behalf_of"] = statement.take("a word").text


def _likely(end: End, row: Row) -> str:
    """Return what most often stands at an end: who sits is a body, but who chairs is a post."""
    if end is Seat.START:
        return "post" if row["role"] in {"chair", "vice_chair"} else "body"
    return end.usual
