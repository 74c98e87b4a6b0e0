"""A fault put into any rule is noticed by its worked examples, or by the reports of the samples that were read."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache, partial
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from graphmodel import shorthand
from graphmodel.structure import Structure
from loaders.structures import load
from queries.findings.report import Finding
from queries.rule import Example, Rule
from queries.rules import RULES
from sample_data import names, path
from tests import asked
from tests.mutants.mutants import Mutant, mutants, mutated
from viz.handbook.rule_page import answer_key

SURVIVORS = Path(__file__).with_name("survivors.json")
Shown = tuple[Any, ...]

MODULES = {rule.id: import_module(f"queries.rules.{rule.id.lower().replace('-', '_')}") for rule in RULES}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_fault_in_a_rule_is_noticed(rule: Rule) -> None:
    """What lives on is listed with the reason why it may; what is listed and no longer lives on is taken out."""
    module = MODULES[rule.id]
    tried = list(mutants(module, until="RULE"))
    living = {str(mutant) for mutant in tried if not noticed(module, mutant, rule)}
    listed = set(survivors()) & {str(mutant) for mutant in tried}
    assert sorted(living - listed) == [], "nobody would notice these"
    assert sorted(listed - living) == [], "these are noticed now: strike them from the list"


def test_every_survivor_has_a_reason_and_still_can_be_made() -> None:
    possible = {str(mutant) for module in MODULES.values() for mutant in mutants(module, until="RULE")}
    assert set(survivors()) <= possible, "these cannot be made any more"
    assert all(len(reason.split()) > 3 for reason in survivors().values())


@cache
def survivors() -> dict[str, str]:
    found: dict[str, str] = json.loads(SURVIVORS.read_text("utf-8"))
    return found


def noticed(module: ModuleType, mutant: Mutant, rule: Rule) -> bool:
    """Tell whether an example or a sample gives something else, or nothing at all, with the fault in the rule."""
    try:
        faulty = mutated(module, mutant)["RULE"]
        return any(case(faulty) != as_it_is(rule.id, place) for place, case in enumerate(cases(rule.id)))
    except Exception:  # noqa: BLE001  a rule that breaks down is noticed, however it does
        return True


@cache
def as_it_is(rule: str, place: int) -> Shown:
    return cases(rule)[place](next(one for one in RULES if one.id == rule))


@cache
def cases(rule: str) -> tuple[Callable[[Rule], Shown], ...]:
    """The worked examples of a rule, with what its page says of them, and the samples, whose reports were read."""
    examples = (example for one in RULES if one.id == rule for example in one.examples)
    return (*map(_example, examples), *(partial(_sample, name) for name in names()))


def _example(example: Example) -> Callable[[Rule], Shown]:
    structure = shorthand.parse(example.structure)

    def answers(rule: Rule) -> Shown:
        found = {answer_key(finding): finding for finding in report_of(structure, named=example.profile, rules=[rule])}
        return tuple(
            (found[key].status, found[key].priority, found[key].board, found[key].ask) for key in example.gives
        )

    return answers


def _sample(name: str, rule: Rule) -> Shown:
    return report_of(load_sample(name), named="dat-cdrp-2003", rules=[rule])


@cache
def load_sample(name: str) -> Structure:
    return load(path(name)).structure


def report_of(structure: Structure, *, named: str, rules: list[Rule]) -> tuple[Finding, ...]:
    return asked.report_of(structure, named=named, rules=rules).findings
