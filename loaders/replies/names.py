"""The names in an answer: whom or what each means, and what was said beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from graphmodel.answers import Entry
from graphmodel.entities import Body, Group, Person, Post
from graphmodel.evidence import What
from loaders.names import folded
from loaders.wording import a, one_of, quoted
from loaders.words import how_often, says_not_known

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from loaders.replies.answer import Answer
    from loaders.replies.changes import Changes


class Named(NamedTuple):
    """One who is named, for which body, and what is said beside: on what, how often, whether they may decide."""

    id: str
    body: str = ""
    subject: str = ""
    often: str = ""
    may_decide: bool | None = None


_NEW = re.compile(r"new (post|person|group|body)\s*:\s*(.+)", re.IGNORECASE)
_FOR_A_BODY = re.compile(r"([^:]+):\s*(.+)")
_ONESELF = re.compile(r"(?:it'?s |it is |that'?s |that is )?(?:me|myself)\b[\s,:;(–-]*([^)]*)\)?", re.IGNORECASE)
_WITH_TITLE = re.compile(
    r"(?:Dr|Mr|Mrs|Ms|Miss|Mx|Prof(?:essor)?|Rev|Cllr|Councillor|Sir|Dame|Lord|Lady"
    r"|(?:Det |Ch |Chief |Asst |Assistant |Temp )*(?:Supt|Superintendent|Insp|Inspector|Sgt|Sergeant|Constable)"
    r"|DCI|DCC|ACC|PC|DI|DS)\.? \S.*"
)
_DECIDES = {
    **dict.fromkeys(map(folded, ("may decide", "can decide", "decides", "with authority", "full authority")), True),
    **dict.fromkeys(map(folded, ("may not decide", "cannot decide", "can't decide", "no authority")), False),
}


def named_ones(changes: Changes, answer: Answer) -> tuple[Named, ...]:
    """Return those that an answer names; none where a name is not known, which is told with the nearest."""
    texts = [text for text in _parts(changes, answer) if not says_not_known(text.rpartition(":")[2].strip())]
    found = [_named(changes, answer, text) for text in texts]
    return tuple(one for one in found if one.id) if all(one.id for one in found) else ()


def _parts(changes: Changes, answer: Answer) -> Sequence[str]:
    """Split a text into names; a name with a semicolon in it that is known as a whole stays whole."""
    if changes.names(answer.form.types).same(answer.text):
        return (answer.text,)
    return tuple(filter(None, (part.strip() for part in re.split(r"[;\n]", answer.text))))


def _named(changes: Changes, answer: Answer, text: str) -> Named:
    """Read a name and what stands beside it: ``ICB: Dr Amin, may decide``, or ``Executive, the figures, monthly``."""
    body = ""
    prefixed = _FOR_A_BODY.fullmatch(text)
    if prefixed and answer.what == What.REPRESENTATIVE and (found := _seated(changes, answer, prefixed[1])):
        body, text = found, prefixed[2]
    names = changes.names(answer.form.types)
    name, *beside = [text] if names.same(text) else _apart(names, answer, text)
    often = next((one for one in beside if _is_rhythm(one)), "")
    decides = next((_DECIDES[folded(one)] for one in beside if folded(one) in _DECIDES), None)
    subject = ", ".join(one for one in beside if one != often and folded(one) not in _DECIDES)
    return Named(_id(changes, answer, name), body, subject, often, decides)


def _apart(names: Any, answer: Answer, text: str) -> list[str]:
    """Part a name from what stands behind it after commas; a comma may be part of the name, too."""
    pieces = [piece.strip() for piece in text.split(",")]
    ways = [(", ".join(pieces[:size]), pieces[size:]) for size in range(len(pieces) - 1, 0, -1)]
    for name, beside in ways:
        if names.same(name) and (answer.what == What.LINE or all(map(_is_beside, beside))):
            return [name, *beside]
    told = len(pieces)
    while told > 1 and _is_beside(pieces[told - 1]):
        told -= 1
    return [", ".join(pieces[:told]), *pieces[told:]]


def _is_rhythm(text: str) -> bool:
    often = how_often(text)
    return often is not None and often.per_year is not None


def _is_beside(text: str) -> bool:
    return _is_rhythm(text) or folded(text) in _DECIDES


def _seated(changes: Changes, answer: Answer, word: str) -> str:
    """Return the body that a word means among those asked about: by name, by a word of it, or by its first letters."""
    members = [seat.start for seat in changes.relations("seat", at=answer.about) if seat.finish == answer.about]
    bodies = [one for one in dict.fromkeys(members) if getattr(changes.entity(one), "TYPE", "") in ("body", "group")]
    same = [one for one in changes.names(("body", "group")).same(word) if one in bodies]
    near = same or [one for one in bodies if _is_short_for(word, changes.name(one))]
    return near[0] if len(near) == 1 else ""


def _is_short_for(word: str, name: str) -> bool:
    words = folded(name).split()
    capitals = [part for part in words if part not in ("of", "and", "the", "for")]
    return folded(word) in words or (len(word) > 1 and "".join(one[0] for one in capitals).endswith(folded(word)))


def _id(changes: Changes, answer: Answer, name: str) -> str:
    types = answer.form.types
    new = _NEW.fullmatch(name)
    if new and new[1].casefold() in types:
        return _made(changes, answer, new[1].casefold(), new[2].strip())
    names = changes.names(types)
    same = names.same(name)
    if len(same) == 1:
        return same[0]
    if answer.what == What.HOLDER and not same:
        return _person(changes, answer, name)
    near = same or names.nearest(name) or _by_letters(changes, types, name)
    titled = "person" in types and _WITH_TITLE.fullmatch(name)
    before = {entity.id for entity in changes.read.entities()} if titled else set()
    if titled and not before & set(near):  # two of one name in the same answers are two people
        return _made(changes, answer, "person", name)
    what = f"{quoted(name)} is {'the name of several' if same else 'no name in the structure'}."
    changes.problems.append(answer.reply.problem(Entry.ANSWER, what, _remedy(changes, types, name, near, same)))
    return ""


def _remedy(changes: Changes, types: tuple[str, ...], name: str, near: Sequence[str], same: Sequence[str]) -> str:
    shown = one_of(f"{quoted(changes.name(id_))} ({id_})" if same else quoted(changes.name(id_)) for id_ in near)
    if near:
        return f"Did you mean {shown}?"
    kinds = [quoted(f"new {type_}: {name}") for type_ in types if type_ in _MADE]
    made = f" Write {kinds[0]} where it is {a(types[0])} that is not there yet." if kinds else ""
    return f"Add it to the structure first, or correct the name.{made}"


def _by_letters(changes: Changes, types: tuple[str, ...], name: str) -> list[str]:
    """Find what a short form such as DPH may stand for, and people of the same last name."""
    everyone = [one for type_ in types for one in changes.entities(type_)]
    if name.isupper():
        return [one.id for one in everyone if " " in one.name and _is_short_for(name, one.name)][:3]
    last = folded(name).split()[-1]
    titled = bool(_WITH_TITLE.fullmatch(name))
    return [one.id for one in everyone if titled and one.TYPE == "person" and folded(one.name).split()[-1] == last][:3]


def _person(changes: Changes, answer: Answer, name: str) -> str:
    """Return the one who holds a post; whoever writes ``me`` is the one who answered."""
    oneself = _ONESELF.fullmatch(name)
    name = (oneself[1].strip() or answer.reply.entries[Entry.BY]) if oneself else name
    if not name:
        what = "The answer does not say who that is."
        changes.problems.append(answer.reply.problem(Entry.ANSWER, what, "Write the name."))
        return ""
    return _made(changes, answer, "person", name)


def _made(changes: Changes, answer: Answer, type_: str, name: str) -> str:
    """Make an entity that the answer says is there, and that the structure did not have."""
    same = changes.names((type_,)).same(name)
    if same:
        return same[0]
    id_ = changes.new_id(type_)
    evidence = answer.evidence(changes)
    changes.add(_MADE[type_](id=id_, name=name[:500], evidence=evidence, **_KINDS.get(type_, {})))
    return id_


_MADE: Mapping[str, Any] = {"post": Post, "person": Person, "group": Group, "body": Body}
_KINDS: Mapping[str, dict[str, str]] = {"group": {"kind": "group"}, "body": {"kind": "other"}}
