"""Profiles: which rules are asked, how much each matters, and the settings they are asked with. Profiles are data."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

from pydantic import Field

from graphmodel.evidence import Record
from queries.outcome import Severity


class Setting(Record):
    """A threshold or switch of a rule, and where it comes from."""

    value: bool | int | float | str
    source: str = Field(min_length=1, alias="from")


class RuleSettings(Record):
    """How a profile asks one rule."""

    on: bool = True
    severity: Severity | None = None
    settings: dict[str, Setting] = Field(default_factory=dict)


class Profile(Record):
    """A set of rules to ask, for one kind of partnership at one time."""

    schema_: int = Field(default=1, alias="schema")
    id: str = Field(min_length=1)
    title: str = Field(min_length=1)
    note: str | None = None
    rules: dict[str, RuleSettings] = Field(default_factory=dict)

    def settings(self, rule: str) -> RuleSettings:
        """Return how a rule is asked; a rule that the profile does not name is asked as it stands."""
        return self.rules.get(rule, _PLAIN)

    def values(self, rule: str) -> dict[str, Any]:
        """Return the values of the settings of a rule."""
        return {name: setting.value for name, setting in self.settings(rule).settings.items()}


_PLAIN = RuleSettings()
DEFAULT = "governance"


class UnknownProfileError(LookupError):
    """There is no profile of this name."""


def profile_ids() -> tuple[str, ...]:
    """Return the ids of the profiles that come with the tool, in order."""
    names = (entry.name for entry in resources.files("queries.profiles").iterdir())
    return tuple(sorted(name.removesuffix(".json") for name in names if name.endswith(".json")))


@cache
def profile(name: str) -> Profile:
    """Return a profile that comes with the tool; UnknownProfileError if there is none of this name."""
    if name not in profile_ids():
        raise UnknownProfileError(f"There is no profile `{name}`. There are: {', '.join(profile_ids())}.")
    return Profile.model_validate_json(resources.files("queries.profiles").joinpath(f"{name}.json").read_bytes())
