"""Every rule there is: ours, and those that installed packages add through the entry point `answerable.rules`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import EntryPoint, entry_points

from queries.clauses import clauses
from queries.packages import package, who
from queries.rule import Rule, RuleError
from queries.rules import RULES

GROUP = "answerable.rules"


class CatalogueError(RuleError):
    """An installed package adds rules that cannot be used; its text says which package, and why."""


@cache
def rules() -> tuple[Rule, ...]:
    """Return every rule, ordered by id. Raises CatalogueError.

    An entry point leads to a Rule or to several: ``my-rules = "my_package:RULES"``.
    """
    return collected(RULES, entry_points(group=GROUP))


def collected(ours: Iterable[Rule], added: Iterable[EntryPoint]) -> tuple[Rule, ...]:
    """Put rules and those of entry points together, ordered by id. Raises CatalogueError."""
    found = {rule.id: rule for rule in ours}
    brought_by = dict.fromkeys(found, "answerable itself")
    for entry in sorted(added, key=lambda entry: (who(entry), entry.name)):
        for rule in _rules_of(entry):
            if rule.id in found:
                raise CatalogueError(
                    f"{who(entry)} adds a rule {rule.id}, but {brought_by[rule.id]} has one already. "
                    f"Give it another id, or uninstall {package(entry)}."
                )
            found[rule.id] = rule
            brought_by[rule.id] = who(entry)
    return tuple(found[rule] for rule in sorted(found))


def _rules_of(entry: EntryPoint) -> Iterator[Rule]:
    try:
        given = entry.load()
    except Exception as error:  # whatever another's module may raise as it is imported
        raise CatalogueError(
            f"{who(entry)} adds rules that cannot be loaded from `{entry.value}`: {str(error) or type(error).__name__}"
        ) from error
    for rule in (given,) if isinstance(given, Rule) or not isinstance(given, Iterable) else given:
        if not isinstance(rule, Rule):
            raise CatalogueError(
                f"{who(entry)} adds something that is no rule through `{entry.value}`: {type(rule).__name__}."
            )
        unknown = sorted(set(rule.clauses) - set(clauses()))
        if unknown:
            raise CatalogueError(f"{who(entry)} adds {rule.id}, which rests on unknown clauses: {', '.join(unknown)}.")
        yield rule
