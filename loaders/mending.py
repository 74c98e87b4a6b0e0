"""What a person meant beyond doubt, though the document does not say it to the letter.

A number that was meant as text, a key with nothing behind it, ``District Council`` for ``district_council``, ``Valid
from`` for ``valid_from``, one text where a list is wanted: each is loaded, and all but the first two, which everybody
writes, are told in a warning.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphmodel.place import Problem
from loaders.names import Names
from loaders.shape import class_at, fields_of, takes_texts
from loaders.wording import quoted

if TYPE_CHECKING:
    from pydantic import BaseModel

    from loaders.draft import Draft
    from loaders.faults import Fault
    from loaders.parsed import FieldPath


def mended(
    draft: Draft, model: type[BaseModel], faults: tuple[Fault, ...], *, strict: bool = False
) -> tuple[bool, tuple[Problem, ...]]:
    """Put right in the draft what has a plain meaning; tell whether anything was, and the warnings about it.

    With ``strict`` only what needs no warning is put right.
    """
    changed = False
    warnings: list[Problem] = []
    for fault in faults:
        for mend in _SILENT if strict else (*_SILENT, *_TOLD):
            told = mend(draft, model, fault)
            if told is not None:
                changed = True
                warnings.extend(told)
                break
    return changed, tuple(warnings)


def read_as(draft: Draft, path: FieldPath, written: object, meant: str, *, of_key: bool = False) -> Problem:
    """Warn that something was read as what it means."""
    return Problem(
        draft.place(path, of_key=of_key), f"{quoted(written)} was read as {quoted(meant)}.", warning=True, sure=True
    )


def _number_as_text(draft: Draft, _model: type[BaseModel], fault: Fault) -> tuple[Problem, ...] | None:
    value = draft.at(fault.path)
    number = isinstance(value, int | float) and not isinstance(value, bool)
    if not (number and draft.parsed.lossy_numbers and fault.detail("string_type")):
        return None
    draft.set(fault.path, draft.as_written(fault.path))
    return ()


def _empty(draft: Draft, model: type[BaseModel], fault: Fault) -> tuple[Problem, ...] | None:
    """Take a key with nothing behind it for one that is not there: templates are full of them."""
    if not fault.path or not draft.has(fault.path) or draft.at(fault.path) is not None:
        return None
    owner = class_at(model, draft.content, fault.path[:-1])
    info = fields_of(owner).get(str(fault.path[-1])) if owner else None
    if info is None or info.is_required():
        return None
    draft.remove(fault.path)
    return ()


def _text_for_list(draft: Draft, model: type[BaseModel], fault: Fault) -> tuple[Problem, ...] | None:
    value = draft.at(fault.path)
    if not (fault.path and isinstance(value, str) and fault.detail("tuple_type", "list_type")):
        return None
    owner = class_at(model, draft.content, fault.path[:-1])
    info = fields_of(owner).get(str(fault.path[-1])) if owner else None
    if info is None or not takes_texts(info):
        return None
    draft.set(fault.path, [value])
    what = f"{quoted(fault.path[-1])} is a list; the text was read as its only item."
    return (Problem(draft.place(fault.path), what, "Write it in square brackets.", warning=True, sure=True),)


def _word(draft: Draft, _model: type[BaseModel], fault: Fault) -> tuple[Problem, ...] | None:
    """Find the word of a closed list; the ``type`` of a link is one too, and pydantic complains of the whole link."""
    path = (*fault.path, "type") if fault.detail("union_tag_invalid") else fault.path
    value = draft.at(path)
    meant = Names((word, word) for word in fault.words).same(value) if isinstance(value, str) else ()
    if len(meant) != 1:
        return None
    draft.set(path, meant[0])
    return (read_as(draft, path, value, meant[0]),)


def _key(draft: Draft, model: type[BaseModel], fault: Fault) -> tuple[Problem, ...] | None:
    owner = class_at(model, draft.content, fault.path[:-1])
    if owner is None or not fault.detail("extra_forbidden"):
        return None
    key = str(fault.path[-1])
    meant = Names((name, name) for name in fields_of(owner)).same(key)
    if len(meant) != 1 or draft.has((*fault.path[:-1], meant[0])):
        return None
    warning = read_as(draft, fault.path, key, meant[0], of_key=True)
    draft.rename(fault.path, meant[0])
    return (warning,)


_SILENT = (_number_as_text, _empty)
_TOLD = (_text_for_list, _word, _key)
