"""Write a structure in its shorthand."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from graphmodel.entities import Entity, Event, Item
from graphmodel.evidence import PLAIN, Claim, ClaimValue, Completeness, Evidence, Modality, Silence
from graphmodel.relations import CarriesPortfolio, Relation, Seat
from graphmodel.shorthand.grammar import EVENT_PARTS, FIELD_WORDS, FLAGS, KEYWORDS, KINDS, VALUES, VERBS, Verb
from graphmodel.shorthand.reader import TITLE, parse
from graphmodel.shorthand.settings import claimed
from graphmodel.shorthand.undeclared import usual
from graphmodel.shorthand.words import Word, quoted, safe
from graphmodel.structure import Structure


def write(structure: Structure) -> str:
    """Return the text of a structure, one statement a line, with nothing in it that goes without saying.

    `parse` makes the same structure of it, given its id. A comment names each thing the shorthand cannot say.
    """
    short = _text(structure, declare_all=False)
    return short if _reads_as(short, structure) else _text(structure, declare_all=True)


def _reads_as(text: str, structure: Structure) -> bool:
    """Tell whether the entities that a text leaves to be inferred are the right ones, in the right order.

    Each of them fits where it stands, so the text can be read; only which type is likeliest may come out differently.
    """
    read = parse(text, id=structure.id)
    return [(entity.TYPE, entity.id) for entity in read.entities()] == [
        (entity.TYPE, entity.id) for entity in structure.entities()
    ]


def _text(structure: Structure, *, declare_all: bool) -> str:
    lines = [*_head(structure)]
    for entity in structure.entities():
        if declare_all or entity.model_copy(update={"claims": ()}) != usual(entity.TYPE, entity.id):
            lines.extend(_entity(entity))
    lines.extend(_relation(relation) for relation in structure.relations())
    for about, item in structure.items():
        lines.extend(_claim(about, claim) for claim in item.claims)
    lines.extend(_silence(silence) for silence in structure.silences)
    lines.extend(_complete(entry) for entry in structure.completeness)
    return "".join(f"{line}\n" for line in lines)


def _head(structure: Structure) -> Iterator[str]:
    if structure.as_of is not None:
        yield f"as of {structure.as_of}"
    said = {name: getattr(structure, name) for name in ("profile", "source", "note")}
    if structure.title != TITLE:
        said = {"title": structure.title} | said
    words = [f"{name}={_word(value)}" for name, value in said.items() if value is not None]
    if words:
        yield " ".join(["structure", *words])


def _entity(entity: Entity) -> Iterator[str]:
    kind = getattr(entity, "kind", None)
    if isinstance(entity, Event):
        yield from (
            f"# {entity.id}: the evidence for {original.id} is left out"
            for original in entity.originals
            if original.evidence != PLAIN
        )
        words = [entity.kind.value, *_event_words(entity)]
        words.extend(_properties(entity, {"id", "name", "kind", "date", "originals", *EVENT_PARTS.values()}))
        name = [] if entity.name == entity.id else [f"name={quoted(entity.name)}"]
    else:
        words = list(next(words for words, made in KINDS.items() if made == (type(entity), kind)))
        words.extend(_properties(entity, {"id", "name", "kind"}))
        name = [] if entity.name == entity.id else [quoted(entity.name)]
    yield _statement(f"{_word(entity.id)}:", *words, *name, *_bracket(_about_evidence(entity)))


def _event_words(event: Event) -> Iterator[str]:
    for original in event.originals:
        goes_on = "" if original.continues == "unknown" else f"={original.continues}"
        yield _word(original.id) + goes_on
    for word, part in EVENT_PARTS.items():
        ids = getattr(event, part)
        if ids:
            yield " ".join([word, *map(_word, ids)])
    if event.date is not None:
        yield f"on {event.date}"


def _relation(relation: Relation) -> str:
    verb = next(verb for verb in VERBS if _says(verb, relation))
    ends = [_word(relation.start), *verb.words, _word(relation.finish)]
    if verb.turned:
        ends.reverse()
    if isinstance(relation, CarriesPortfolio):
        ends = [_word(relation.post), *verb.words, *([] if relation.subject is None else [_word(relation.subject)])]
        ends += [] if relation.group is None else ["for", _word(relation.group)]
    elif isinstance(relation, Seat):
        ends += [] if relation.capacity == "unknown" else ["as", relation.capacity.value]
        ends += [] if relation.on_behalf_of is None else ["for", _word(relation.on_behalf_of)]
    said = {relation.START.field, relation.FINISH.field, "type", *verb.fixed, *_SAID.get(type(relation), ())}
    return _statement(*ends, *_bracket([*_properties(relation, said, alone=False), *_about_evidence(relation)]))


_SAID: Mapping[type[Relation], Collection[str]] = {Seat: ("capacity", "on_behalf_of"), CarriesPortfolio: ("subject",)}
"""Properties that have their place before the brackets."""


def _says(verb: Verb, relation: Relation) -> bool:
    fixed = verb.fixed.items()
    return verb.relation is type(relation) and all(getattr(relation, name) == value for name, value in fixed)


def _claim(about: str, claim: Claim) -> str:
    if claim.evidence.modality is Modality.DENIED and claim.value is None:
        evidence = claim.evidence.model_copy(update={"modality": Modality.STATED})
        rest = _bracket(_about_evidence(claim.model_copy(update={"evidence": evidence})))
        return _statement("denied", _word(claim.property), "of", _word(about), *rest)
    value = "" if claim.value is None else f"={_claimed(claim.value)}"
    return _statement("claim", _word(about), _word(claim.property) + value, *_bracket(_about_evidence(claim)))


def _claimed(value: ClaimValue) -> str:
    """Write the value of a claim so that it is read with the type it has."""
    if isinstance(value, tuple):
        return "+".join(map(_word, value)) + ("" if len(value) > 1 else "+")
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return str(value)
    word = _word(str(value))
    return word if word == quoted(str(value)) or claimed([Word(word)]) == value else quoted(str(value))


def _silence(silence: Silence) -> str:
    note = [] if silence.note is None else [f"note={_word(silence.note)}"]
    return _statement("silent", silence.what.value, "of", _word(silence.about), *_bracket(note))


def _complete(entry: Completeness) -> str:
    about = [] if entry.about is None else ["of", _word(entry.about)]
    return _statement("complete", entry.of.value, *about, *_bracket(_about_evidence(entry)))


def _properties(item: Item, said: Collection[str], *, alone: bool = True) -> Iterator[str]:
    """Yield what an item holds beside what was said; `alone` lets ``strategic`` stand for ``tier=strategic``."""
    for name, field in type(item).model_fields.items():
        value = getattr(item, name)
        if name in said or name in _ABOUT_EVIDENCE or value == field.get_default():
            continue
        word = _SHORT.get(name, name)
        if value is True and name in FLAGS:
            yield word
        elif value is False and name == "is_new":
            yield "retained"
        elif alone and not isinstance(item, Event) and name in VALUES and value in set(VALUES[name]):
            yield str(value)
        else:
            yield f"{word}={_value(value)}"


_SHORT = {name: word for word, name in FIELD_WORDS.items()}
_ABOUT_EVIDENCE = ("evidence", "claims", "valid_from", "valid_to")


def _about_evidence(record: Item | Claim | Completeness) -> Iterator[str]:
    evidence = record.evidence
    if evidence.modality is not Modality.STATED:
        yield evidence.modality.value
    if record.valid_from is not None:
        yield f"from={record.valid_from}"
    if record.valid_to is not None:
        yield f"to={record.valid_to}"
    for name in Evidence.model_fields:
        value = getattr(evidence, name)
        if name != "modality" and value is not None:
            yield f"{_SHORT.get(name, name)}={_word(value)}"


def _value(value: object) -> str:
    if isinstance(value, tuple):
        return "+".join(map(_word, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return _word(str(value).removesuffix(".0") if isinstance(value, float) else str(value))


def _word(text: str) -> str:
    return safe(text, KEYWORDS)


def _bracket(words: Iterable[str]) -> list[str]:
    found = ", ".join(words)
    return [f"[{found}]"] if found else []


def _statement(*words: str) -> str:
    return " ".join(words)
