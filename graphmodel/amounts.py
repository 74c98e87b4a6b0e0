"""Numbers with bounds: what lies outside them is a slip of the hand, and would spoil every figure that it enters.

Each may also be ``unknown``, which says that nobody knows it, or be left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticKnownError, core_schema

Unknown = Literal["unknown"]


@dataclass(frozen=True, slots=True)
class _Between:
    """Refuses numbers outside two bounds, in the words in which pydantic does; what is no number passes."""

    least: float
    most: float

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self._checked, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return handler(schema) | {"minimum": self.least, "maximum": self.most}

    def _checked(self, value: object) -> object:
        if isinstance(value, int | float):
            if value < self.least:
                raise PydanticKnownError("greater_than_equal", {"ge": self.least})
            if value > self.most:
                raise PydanticKnownError("less_than_equal", {"le": self.most})
        return value


TimesAYear = Annotated[float | Unknown | None, _Between(0, 10_000)]
Hours = Annotated[float | Unknown | None, _Between(0, 1_000)]
"""Hours for one meeting: a few days of it at most, with what goes before."""
PartOfAll = Annotated[float | Unknown | None, _Between(0, 1)]
FullTimePosts = Annotated[float | Unknown | None, _Between(0, 1_000_000)]
PoundsAnHour = Annotated[float | Unknown | None, _Between(0, 100_000)]
Count = Annotated[int | Unknown | None, _Between(1, 1_000_000)]
"""How many an entry stands for that stands for several."""
