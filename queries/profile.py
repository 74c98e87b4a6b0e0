"""Profiles: which rules are asked, how much each matters, and the settings they are asked with. Profiles are data."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Any, ClassVar, Self

from pydantic import Field, model_validator

from graphmodel.dates import Day, FullDate
from graphmodel.evidence import Record
from queries.outcome import Severity
from queries.partnership.authorities import Partner, Required
from queries.wording import day_in_words


class Depth(StrEnum):
    """How much terms of reference are to say: as for a task group, for most groups, or where money is decided."""

    LIGHT = "light"
    STANDARD = "standard"
    FULL = "full"


class Setting(Record):
    """A threshold or switch of a rule, and where it comes from."""

    value: bool | int | float | str
    source: str = Field(min_length=1, alias="from")


class DepthSetting(Record):
    """The depth of terms of reference that is asked for, and where that comes from."""

    value: Depth
    source: str = Field(min_length=1, alias="from")


class RuleSettings(Record):
    """How a profile asks one rule. One that is off has the reason why."""

    TYPE: ClassVar[str] = "rule"

    on: bool = True
    reason: str | None = None
    severity: Severity | None = None
    settings: dict[str, Setting] = Field(default_factory=dict)


class Range(Record):
    """The least and the most that is taken where something is not known, and where that comes from."""

    least: float = Field(ge=0)
    most: float = Field(ge=0)
    source: str = Field(min_length=1, alias="from")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.least > self.most:
            message = f"the least, {self.least:g}, is more than the most, {self.most:g}"
            raise ValueError(message)
        return self


_OURS = "a convention of ours, not law: few boards meet less than twice a year, or more than once a month"
_OURS_LONG = "a convention of ours, not law: few meetings are shorter than an hour, or longer than three"


class BurdenBounds(Record):
    """Between which bounds hours are told where it is not known how often groups meet, or how many hours each time.

    Nothing is filled in with them: they serve only where somebody asks for the least and the most.
    """

    TYPE: ClassVar[str] = "burden"

    per_year: Range = Range(least=2, most=12, source=_OURS)
    hours: Range = Range(least=1, most=3, source=_OURS_LONG)


class _Told(Record):
    """What a profile tells, whole or as a change of another one."""

    schema_: int = Field(default=1, alias="schema")
    note: str | None = None
    sources: tuple[str, ...] = ()
    applies_from: FullDate | None = None
    applies_to: FullDate | None = None
    terms: DepthSetting = Field(
        default=DepthSetting(value=Depth.STANDARD, source="our choice: what most groups need"), alias="depth"
    )
    authorities: tuple[Required, ...] = ()
    expected: tuple[Partner, ...] = ()
    rules: dict[str, RuleSettings] = Field(default_factory=dict)
    burden: BurdenBounds = BurdenBounds()


class Profile(_Told):
    """A set of rules to ask, for one kind of partnership at one time.

    `sources` are the documents whose clauses the report goes through, asked or not. `authorities` are the rows of the
    law, by date, nation and tier; `expected` are partners that the law does not name.
    """

    id: str = Field(min_length=1)
    title: str = Field(min_length=1)
    standard: str | None = Field(default=None, exclude=True)
    """The id of the profile of the tool that it is, or that it comes from through whatever it extends."""

    @property
    def depth(self) -> Depth:
        """The depth of terms of reference that is asked for."""
        return self.terms.value

    def settings(self, rule: str) -> RuleSettings:
        """Return how a rule is asked; a rule that the profile does not name is asked as it stands."""
        return self.rules.get(rule, _PLAIN)

    def values(self, rule: str) -> dict[str, Any]:
        """Return the values of the settings of a rule."""
        return {name: setting.value for name, setting in self.settings(rule).settings.items()}

    def required(self, nation: str, tier: str, as_of: Day) -> tuple[Required, ...]:
        """Return the authorities that the law names for an area on a day: required, expected soon, or co-operating.

        `nation` and `tier` are as an area has them; of an `unknown` one only what holds everywhere is required.
        """
        return tuple(row for row in self.authorities if row.applies(nation, tier, as_of))

    def remarks(self, as_of: Day) -> tuple[str, ...]:
        """Say where the day asked about lies outside the days that the profile is for."""
        asked = f"The day asked about is {day_in_words(as_of)}"
        if self.applies_from is not None and as_of < self.applies_from:
            return (f"The profile is for days from {day_in_words(self.applies_from)} on. {asked}.",)
        if self.applies_to is not None and as_of > self.applies_to:
            return (f"The profile is for days up to {day_in_words(self.applies_to)}. {asked}.",)
        return ()


class ProfileDocument(_Told):
    """A profile as it is written: whole, or as a change of another one that it `extends`, by name or by path."""

    TYPE: ClassVar[str] = "profile"

    extends: str | None = None
    id: str | None = Field(default=None, min_length=1)
    title: str | None = Field(default=None, min_length=1)

    @property
    def changes(self) -> bool:
        """Tell whether it asks anything of its own."""
        return bool(self.model_fields_set - {"extends", "schema_"})


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
    content = resources.files("queries.profiles").joinpath(f"{name}.json").read_bytes()
    document = ProfileDocument.model_validate_json(content)
    made = whole(document, profile(document.extends) if document.extends else None)
    return made.model_copy(update={"standard": made.id})


def whole(document: ProfileDocument, parent: Profile | None = None) -> Profile:
    """Make a profile of a document and of the one that it extends.

    What the document gives takes the place of what the parent has; of `rules`, rule by rule and setting by setting. A
    document that changes nothing is its parent, by name too.
    """
    told = _given(document, leave_out=("extends", "rules"))
    if parent is None:
        return Profile(**{**_NAMELESS, **told}, rules=document.rules)
    if not document.changes:
        return parent
    title = {"title": f"{parent.title}, changed"}
    return parent.model_copy(update={**title, **told, "rules": _merged(parent.rules, document.rules)})


def _given(record: Record, *, leave_out: tuple[str, ...] = ()) -> dict[str, Any]:
    return {name: getattr(record, name) for name in record.model_fields_set if name not in leave_out}


_NAMELESS = {"id": "own", "title": "A profile of one's own"}


def _merged(parents: Mapping[str, RuleSettings], own: Mapping[str, RuleSettings]) -> dict[str, RuleSettings]:
    return {**parents, **{rule: _with(parents.get(rule, _PLAIN), settings) for rule, settings in own.items()}}


def _with(parent: RuleSettings, own: RuleSettings) -> RuleSettings:
    """Lay a rule's own settings over its parent's; why a rule was off is no reason once it is on."""
    given = _given(own, leave_out=("settings",))
    if given.get("on"):
        given.setdefault("reason", None)
    return parent.model_copy(update={**given, "settings": {**parent.settings, **own.settings}})
