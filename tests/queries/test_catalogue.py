"""Rules that installed packages add: a real module on the path, through a real entry point."""

import dataclasses
import sys
from collections.abc import Iterator
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from queries.catalogue import GROUP, CatalogueError, collected, rules
from queries.rules import RULES, tor_01

ADDED = """
import dataclasses
from queries.rules import tor_01

ONE = dataclasses.replace(tor_01.RULE, id="OWN-02", title="Our own")
SEVERAL = (ONE, dataclasses.replace(ONE, id="OWN-01"))
TWICE = (tor_01.RULE,)
UNGROUNDED = dataclasses.replace(ONE, clauses=("own#1",))
NOTHING = 7
MIXED = [ONE, "a rule"]
"""


@pytest.fixture
def added(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    (tmp_path / "own_rules.py").write_text(ADDED, "utf-8")
    (tmp_path / "broken_rules.py").write_text("raise RuntimeError('no licence')", "utf-8")
    bad = "import dataclasses\nfrom queries.rules import tor_01\nRULE = dataclasses.replace(tor_01.RULE, why='')"
    (tmp_path / "bad_rules.py").write_text(bad, "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    yield
    for name in ("own_rules", "broken_rules", "bad_rules"):
        sys.modules.pop(name, None)


def entry(value: str) -> EntryPoint:
    return EntryPoint(name="own", value=value, group=GROUP)


def test_ours_are_there_in_the_order_of_their_ids() -> None:
    assert {rule.id for rule in rules()} >= {rule.id for rule in RULES}
    assert [rule.id for rule in rules()] == sorted(rule.id for rule in rules())


@pytest.mark.usefixtures("added")
def test_a_package_adds_one_rule_or_several() -> None:
    assert [rule.id for rule in collected((tor_01.RULE,), [entry("own_rules:ONE")])] == ["OWN-02", "TOR-01"]
    several = collected((tor_01.RULE,), [entry("own_rules:SEVERAL")])
    assert [rule.id for rule in several] == ["OWN-01", "OWN-02", "TOR-01"]
    assert several[1] == dataclasses.replace(tor_01.RULE, id="OWN-02", title="Our own")


@pytest.mark.usefixtures("added")
@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("own_rules:TWICE", "The package own_rules adds a rule TOR-01, but answerable itself has one already."),
        ("own_rules:UNGROUNDED", "adds OWN-02, which rests on unknown clauses: own#1"),
        ("own_rules:NOTHING", "adds something that is no rule through `own_rules:NOTHING`: int"),
        ("own_rules:MIXED", "adds something that is no rule through `own_rules:MIXED`: str"),
        ("own_rules:NOWHERE", "cannot be loaded from `own_rules:NOWHERE`"),
        ("no_such_module_here:RULES", "cannot be loaded from `no_such_module_here:RULES`: No module named"),
        ("broken_rules:RULES", "cannot be loaded from `broken_rules:RULES`: no licence"),
        ("bad_rules:RULE", "cannot be loaded from `bad_rules:RULE`: TOR-01: it has no why"),
    ],
)
def test_a_rule_that_cannot_be_used_is_named_with_its_package(value: str, told: str) -> None:
    with pytest.raises(CatalogueError) as raised:
        collected(RULES, [entry(value)])
    assert told in str(raised.value)


@pytest.mark.usefixtures("added")
def test_two_packages_with_the_same_rule() -> None:
    twice = [entry("own_rules:ONE"), entry("own_rules:SEVERAL")]
    with pytest.raises(CatalogueError, match="adds a rule OWN-02, but The package own_rules has one already"):
        collected((), twice)
