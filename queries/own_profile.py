"""What a profile of somebody's own asks otherwise than the one that it extends, and why: so that no report hides it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from graphmodel.evidence import Record
from queries.profile import Profile, RuleSettings, Setting
from queries.rule import Rule


class OwnChange(Record):
    """Something that a profile asks otherwise: of which rule, what, and why or where that comes from, if it is said."""

    rule: str | None = None
    title: str = ""
    what: str
    why: str | None = None


def own_changes(own: Profile, standard: Profile | None, rules: Iterable[Rule]) -> tuple[OwnChange, ...]:
    """Return how a profile differs from the `standard` one it comes from; without one, from the rules as they stand."""
    known = sorted(rules, key=lambda rule: rule.id)
    return (*_of_all(own, standard), *(change for rule in known for change in _of_rule(rule, own, standard)))


def _of_all(own: Profile, standard: Profile | None) -> Iterator[OwnChange]:
    if standard is None or own.terms != standard.terms:
        yield OwnChange(what=f"terms of reference of {own.depth.value} depth", why=own.terms.source)
    for told, given, before in (
        ("the sources gone through", own.sources, standard.sources if standard else ()),
        ("the authorities that the law requires", own.authorities, standard.authorities if standard else ()),
        ("the partners expected", own.expected, standard.expected if standard else ()),
    ):
        if given != before:
            yield OwnChange(what=f"{told}: a list of its own ({len(given)})")


def _of_rule(rule: Rule, own: Profile, standard: Profile | None) -> Iterator[OwnChange]:
    now = own.settings(rule.id)
    before = standard.settings(rule.id) if standard else RuleSettings()
    if not now.on:
        if before.on or now.reason != before.reason:
            yield OwnChange(rule=rule.id, title=rule.title, what="not asked", why=now.reason)
        return
    if not before.on:
        yield OwnChange(rule=rule.id, title=rule.title, what="asked", why=now.reason)
    severity, usual = (now.severity or rule.severity).value, (before.severity or rule.severity).value
    if severity != usual:
        yield OwnChange(
            rule=rule.id, title=rule.title, what=f"of {severity} severity instead of {usual}", why=now.reason
        )
    for name, standing in rule.settings.items():
        yield from _of_setting(rule, name, now.settings, _value(before.settings, name, standing))


def _of_setting(rule: Rule, name: str, now: Mapping[str, Setting], before: object) -> Iterator[OwnChange]:
    given = now.get(name)
    if given is not None and given.value != before:
        what = f"{name.replace('_', ' ')} {_told(given.value)} instead of {_told(before)}"
        yield OwnChange(rule=rule.id, title=rule.title, what=what, why=given.source)


def _value(settings: Mapping[str, Setting], name: str, standing: object) -> object:
    return settings[name].value if name in settings else standing


def _told(value: object) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
