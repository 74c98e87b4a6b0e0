"""A row that differs, and each property of it that does, in plain words."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

from graphmodel.dates import UNKNOWN
from graphmodel.evidence import Modality
from queries.burden.load_in_words import in_figures
from queries.differences.difference import Field, Row
from queries.engines.base import StoredFact
from queries.wording import joined, sentence
from viz.differences.states import ENDS, States, type_of
from viz.map.view import Turn
from viz.statement.words import is_several
from viz.wording import MODALITIES, MONTHS, date, plain

EVIDENCE_ONLY = frozenset({"evidence", "captured_by", "captured_on"})
"""Properties that say what a row rests on, and nothing of what it says."""
NOT_TOLD = "not told"

_TURNED: Mapping[Turn, Mapping[str, str]] = {
    Turn.NEW: {"lines": "new line", "seats": "new seat", "": "new"},
    Turn.FIRST_TOLD: {"": "only the later file tells of it"},
    Turn.OVER: {"lines": "a line no more", "seats": "a seat no more", "": "over"},
    Turn.UNTOLD: {"": "the later file does not tell of it"},
}


def row_in_words(row: Row, states: States) -> str:
    """Say in one sentence, without a full stop, what a row says and how it differs."""
    turn = states.turn(row)
    if turn is not Turn.CHANGED:
        words = _TURNED[turn]
        return f"{said(row, states)}: {words.get(row.table, words[''])}"
    return f"{said(row, states)}: {'; '.join(changes_in_words(row, states)) or 'told otherwise'}"


def said(row: Row, states: States) -> str:
    """Say what a row says, as the later file has it where it is there."""
    told = row.now or row.was or {}
    type_ = type_of(row)
    if type_:
        fact = _relation(row.key, type_, told)
        words = sentence(fact, lambda id_: states.name(states.later(id_)))
        start = states.later(fact.start)
        return of_several(words, states.name(start)) if is_several(states.entity.get(start)) else words
    named = str(told.get("name") or "") or joined(states.name(str(told[word])) for word in ("about",) if word in told)
    what = {"silences": "what", "completeness": "of"}.get(row.table, "kind")
    kind = plain(str(told[what])) if told.get(what) else ""
    return states.veil.text(f"{named or states.name(row.key)}{f' ({kind})' if kind else ''}")


def changes_in_words(row: Row, states: States, *, only: Collection[str] = ()) -> Iterator[str]:
    """Say of each property that differs, or of some, what it is now and was; that evidence differs is not told here."""
    if not row.of_evidence:
        yield from _spoken_of(row) if not only or "modality" in only else ()
    for field in row.fields:
        for found in _claims(field) if field.name == "claims" else (field,):
            if found.name not in EVIDENCE_ONLY and not _says_nothing(found) and (not only or found.name in only):
                yield _field(found, states) + (_firmness(found.name, field) if field.name == "claims" else "")


def value_in_words(value: Any, states: States) -> str:
    """Write a value of a document as people do; an id becomes a name."""
    if value is None or value in ([], ()):
        return NOT_TOLD
    if isinstance(value, (list, tuple)):
        return joined(value_in_words(one, states) for one in value)
    if isinstance(value, Mapping):
        return value_in_words(value.get("id", value.get("name")), states)
    return _one_in_words(value, states)


def _one_in_words(value: object, states: States) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (int, float)):
        return in_figures(Fraction(str(value)))
    text = str(value)
    if text in states.entity:
        return states.name(text)
    return "not known" if text == UNKNOWN else states.veil.text(_day(text) or plain(text))


def _spoken_of(row: Row) -> Iterator[str]:
    """Say how firm something is told of, where that changes whether it is there: planned then, stated now."""
    was, now = (Modality((told or {}).get("evidence", {}).get("modality", "stated")) for told in (row.was, row.now))
    weak = {Modality.IN_DEVELOPMENT, Modality.PLANNED, Modality.DENIED, Modality.NOT_STATED}
    if was is not now and {was, now} & weak:
        yield f"{MODALITIES[now]} (was: {MODALITIES[was]})"


def _says_nothing(field: Field) -> bool:
    """Tell whether a property is not known on either side: once so, once by silence."""
    return field.was in (None, UNKNOWN) and field.now in (None, UNKNOWN)


def of_several(words: str, name: str) -> str:
    """Let the verb after a name agree with it, where it stands for several."""
    verb, _, rest = words.removeprefix(f"{name} ").partition(" ")
    return " ".join((name, _PLURALS.get(verb, verb.removesuffix("s")), rest))


_PLURALS = {"is": "are", "has": "have"}


def _relation(key: str, type_: str, told: Mapping[str, Any]) -> StoredFact:
    first, last = (str(told.get(word) or "") for word in ENDS[type_])
    return StoredFact(key, type_, first, last or first, told)


def _claims(field: Field) -> Iterator[Field]:
    """Yield what is claimed otherwise: two claims that differ in evidence alone say the same."""
    was, now = _by_property(field.was or ()), _by_property(field.now or ())
    for name in dict.fromkeys((*was, *now)):
        if was.get(name) != now.get(name):
            yield Field(name, was.get(name), now.get(name))


def _firmness(property_: str, claims: Field) -> str:
    """Say how firm what is claimed now stands, where that is not plainly stated."""
    found = [claim.get("evidence", {}) for claim in claims.now or () if claim["property"] == property_]
    modality = Modality(found[-1].get("modality", Modality.STATED)) if found else Modality.STATED
    return "" if modality is Modality.STATED else f", {MODALITIES[modality]}"


def _by_property(claims: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    return {str(claim["property"]): claim.get("value", "claimed") for claim in claims}


def _field(field: Field, states: States) -> str:
    now, was = value_in_words(field.now, states), value_in_words(field.was, states)
    phrase, label = _PHRASES.get(field.name), _LABELS.get(field.name, plain(field.name))
    if phrase and field.now is not None and now != "not known":
        return f"{_filled(phrase, field, now)} (was: {was})"
    return (
        f"{label}: {now} (was: {was})"
        if phrase is None or field.now is not None
        else f"{label}: {NOT_TOLD} any more (was: {was})"
    )


def _filled(phrase: str, field: Field, now: str) -> str:
    if field.name == "per_year":
        return _RHYTHMS.get(now, f"meets {now} times a year")
    if field.name == "rhythm":
        return f"meets {field.now}"
    return phrase.format(now)


_RHYTHMS = {"1": "meets once a year", "2": "meets twice a year", "4": "meets quarterly", "12": "meets monthly"}
_PHRASES = {
    "name": "is called {}",
    "rhythm": "meets {}",
    "per_year": "meets {}",
    "hours": "meets for {} hours",
    "preparation": "takes {} hours to prepare",
    "count": "{} of them",
    "status": "is {}",
    "valid_from": "since {}",
    "valid_to": "until {}",
    "approved_on": "approved on {}",
    "approved_by": "approved by {}",
    "on_behalf_of": "on behalf of {}",
    "vacant_since": "vacant since {}",
}
_LABELS = {
    "rhythm": "how often it meets",
    "per_year": "how often it meets in a year",
    "hours": "how long it meets",
    "preparation": "hours to prepare",
    "count": "how many they are",
    "valid_from": "since when",
    "valid_to": "until when",
    "is_new": "said to be new",
    "named": "named by the source",
    "lead": "whether the line leads",
    "fte": "full-time posts",
    "set": "whether it stands for several",
    "elements": "what it contains",
    "aliases": "other names",
    "voting": "whether it votes",
    "frequency": "how often it reports",
}


def _day(text: str) -> str:
    """Write a date as it is said; empty for a text that is none."""
    parts = text.split("-")
    whole = len(parts) in (2, 3) and all(part.isdigit() for part in parts) and len(parts[0]) == _YEAR
    return date(text) if whole and 1 <= int(parts[1]) <= len(MONTHS) else ""


_YEAR = 4
