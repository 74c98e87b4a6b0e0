"""What pydantic finds wrong with a document, gathered value by value.

Where a field allows several sorts of value, pydantic complains once for each; a person made one mistake.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ValidationError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from loaders.draft import Draft
    from loaders.parsed import FieldPath

Model = TypeVar("Model", bound=BaseModel)


@dataclass
class Fault:
    """Everything that is wrong with the value at one path; ``details`` are pydantic's, at least one."""

    path: FieldPath
    details: list[Mapping[str, Any]] = field(default_factory=list)

    def detail(self, *kinds: str) -> Mapping[str, Any] | None:
        """Give the first complaint of one of these types of pydantic's."""
        return next((detail for detail in self.details if detail["type"] in kinds), None)

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the closed lists that the field takes; empty if it takes none."""
        found: dict[str, None] = {}
        for detail in self.details:
            if detail["type"] in ("enum", "literal_error"):
                found.update(dict.fromkeys(_listed(detail["ctx"]["expected"])))
            elif detail["type"] == "union_tag_invalid":
                found.update(dict.fromkeys(_listed(detail["ctx"]["expected_tags"])))
        return tuple(found)


def validated(
    draft: Draft, model: type[Model], context: Mapping[str, Any] | None = None
) -> tuple[Model | None, tuple[Fault, ...]]:
    """Make the model of a draft; without one, give what is wrong, in the order in which pydantic found it."""
    try:
        return model.model_validate(draft.content, context=dict(context or {})), ()
    except ValidationError as error:
        return None, _gathered(draft, error)


def _gathered(draft: Draft, error: ValidationError) -> tuple[Fault, ...]:
    faults: dict[FieldPath, Fault] = {}
    for detail in error.errors(include_url=False, include_input=False):
        path = draft.path_to(detail["loc"])
        if detail["type"] == "missing":
            path = (*path, detail["loc"][-1])
        faults.setdefault(path, Fault(path)).details.append(detail)
    return tuple(faults.values())


def _listed(expected: str) -> list[str]:
    """Take the words out of pydantic's enumeration: ``'a', 'b' or 'c'``."""
    return re.findall(r"'([^']*)'", expected)
