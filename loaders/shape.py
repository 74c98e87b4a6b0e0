"""What a model wants at a place in a document: which class, which fields, and what these are called in sentences."""

from __future__ import annotations

import re
import types
from collections.abc import Iterator, Mapping
from enum import Enum
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeAlias, Union, get_args, get_origin

from pydantic import BaseModel

from graphmodel.relations import LINKS

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

    from loaders.parsed import FieldPath

_Annotation: TypeAlias = Any

STAND_IN = "\ue000"
"""How an id begins that stands for one that cannot be read, while the rest is checked; nobody writes this sign."""


def fields_of(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """Give the fields of a model under the names that files use for them."""
    return {info.alias or name: info for name, info in model.model_fields.items()}


def class_at(model: type[BaseModel], content: object, path: FieldPath) -> type[BaseModel] | None:
    """Find the class that the entry at a path should be; None where the path leads into no entry of the model."""
    annotation: _Annotation = model
    value = content
    for step in path:
        value = child(value, step)
        if isinstance(step, int):
            annotation = _element(annotation)
        else:
            owner = _owner(annotation)
            info = fields_of(owner).get(step) if owner else None
            annotation = info.annotation if info else _entry(annotation)
        annotation = _chosen(annotation, value)
    return _owner(annotation)


def child(value: object, step: str | int) -> object:
    """Take one step into plain values; None where there is nothing."""
    if isinstance(value, Mapping):
        return value.get(step)
    if isinstance(value, list) and isinstance(step, int) and step < len(value):
        return value[step]
    return None


def noun(model: type[BaseModel] | None) -> str:
    """Name a class in a sentence: ``body``, ``line``, ``covers link``, ``waiver``."""
    if model is None:
        return "entry"
    kind = getattr(model, "TYPE", None)
    if kind is None:
        return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", model.__name__).lower()
    return f"`{kind}` link" if model in LINKS else str(kind)


def stand_in(info: FieldInfo, number: int) -> object:
    """Give a value that a required field accepts, so that the rest can be checked; None if there is none."""
    for annotation in _parts(info.annotation):
        if _origin(annotation) is Literal:
            return get_args(annotation)[0]
        if isinstance(annotation, type) and issubclass(annotation, Enum):
            return next(iter(annotation)).value
        if annotation is str:
            return f"{STAND_IN}{number}"
        if annotation in (bool, int, float):
            return annotation()
    return None


def choices(info: FieldInfo) -> tuple[str, ...]:
    """Give the words of the closed list that a field takes; empty where it takes others too."""
    words: list[str] = []
    for annotation in _parts(info.annotation):
        if _origin(annotation) is Literal:
            words.extend(map(str, get_args(annotation)))
        elif isinstance(annotation, type) and issubclass(annotation, Enum):
            words.extend(str(member.value) for member in annotation)
        elif annotation is not type(None):
            return ()
    return tuple(words)


def takes_texts(info: FieldInfo) -> bool:
    """Tell whether a field holds a list of texts."""
    return any(
        _origin(annotation) in (tuple, list) and str in tuple(_parts(get_args(annotation)[0]))
        for annotation in _parts(info.annotation)
    )


def _parts(annotation: _Annotation) -> Iterator[_Annotation]:
    """Yield what a union allows, without the constraints around it."""
    origin = _origin(annotation)
    if origin is Annotated:
        yield from _parts(get_args(annotation)[0])
    elif origin in (Union, types.UnionType):
        for part in get_args(annotation):
            yield from _parts(part)
    else:
        yield annotation


def _origin(annotation: _Annotation) -> object:
    return get_origin(annotation)


def _element(annotation: _Annotation) -> _Annotation:
    return next((get_args(part)[0] for part in _parts(annotation) if _origin(part) in (tuple, list)), None)


def _entry(annotation: _Annotation) -> _Annotation:
    """Return what stands under each key of an entry whose keys are free."""
    return next((get_args(part)[1] for part in _parts(annotation) if _origin(part) in (dict, Mapping)), None)


def _owner(annotation: _Annotation) -> type[BaseModel] | None:
    return next((part for part in _parts(annotation) if _is_model(part)), None)


def _chosen(annotation: _Annotation, value: object) -> _Annotation:
    """Choose among several classes the one whose ``type`` the entry names."""
    models = [part for part in _parts(annotation) if _is_model(part)]
    if len(models) < 2:  # noqa: PLR2004  a choice begins at two
        return annotation
    named = child(value, "type")
    return next(
        (model for model in models if "type" in model.model_fields and model.model_fields["type"].default == named),
        None,
    )


def _is_model(annotation: _Annotation) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)
