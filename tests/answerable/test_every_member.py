"""Every role, kind and status has its words wherever it is looked up, and every role can be drawn and written."""

import ast
import importlib
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from inspect import getsource
from pathlib import Path
from types import ModuleType

import pytest

import answerable
import graphmodel
import loaders
import queries
import viz
from graphmodel.evidence import Modality, What
from graphmodel.kinds import Role
from queries.outcome import Says
from viz.map.ties import ROLES
from viz.map.view import Relation, Turn

Answer = Callable[..., tuple[int, str, str]]
FOUR = (What.LINE, What.TERMS_OF_REFERENCE, What.CHAIR, What.RHYTHM)
"""What is asked next of a group."""
OF_ROWS: set[StrEnum] = {Turn.NEW, Turn.FIRST_TOLD, Turn.OVER, Turn.UNTOLD}
"""What becomes of a row; only a group is evidenced or not on either day, or left open."""
NOT_OF_ROWS: set[StrEnum] = {turn for turn in Turn if turn not in OF_ROWS}
SETTLED_BEFORE: dict[str, set[StrEnum]] = {
    "viz.map.theme.STROKES": {relation for relation in Relation if not relation.drawn},
    "viz.comparison.strokes.STROKES": {relation for relation in Relation if not relation.drawn},
    "viz.map.theme.TURNS": {Turn.NONE},
    "viz.map.outline.TURNS": {Turn.NONE},
    "viz.differences.beside.SIGNS": NOT_OF_ROWS,
    "viz.differences.map.SIGNS": NOT_OF_ROWS,
    "viz.differences.words._TURNED": NOT_OF_ROWS,
    "viz.statement.words._HOW": {Modality.STATED, Modality.PLANNED},
    "queries.judgement._JUDGES": {Says.SEEN, Says.NOT_APPLICABLE},
    "loaders.workbook.next_steps._ASKED": {what for what in What if what not in FOUR},
}
"""What the lines above a look-up deal with in another way."""
TIES = "loaders.replies.ties.TIES"
"""Only what is answered by a name is looked up here: `graphmodel.answers` says which that is."""
PACKAGES = (graphmodel, queries, viz, loaders, answerable)


def modules() -> Iterator[ModuleType]:
    for package in PACKAGES:
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not found.name.endswith("__main__"):
                yield importlib.import_module(found.name)


def keyed(module: ModuleType, node: ast.expr) -> tuple[str, Mapping[StrEnum, object]] | None:
    """Return the mapping keyed by a closed list that an expression names, with where it is found; else None."""
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        where, name = vars(module).get(node.value.id), node.attr
    else:
        where, name = module, getattr(node, "id", "")
    if not isinstance(where, ModuleType):
        return None
    value = vars(where).get(name)
    if isinstance(value, Mapping) and value and all(isinstance(key, StrEnum) for key in value):
        return f"{where.__name__}.{name}", value
    return None


def looked_up(module: ModuleType) -> Iterator[tuple[str, Mapping[StrEnum, object]]]:
    """Yield the mappings keyed by a closed list that a module reads by key, and nowhere asks what is in them."""
    nodes = tuple(ast.walk(ast.parse(getsource(module))))
    known = {ast.dump(expression) for node in nodes for expression in walked(node)}
    for node in nodes:
        if not isinstance(node, ast.Subscript) or ast.dump(node.value) in known:
            continue
        if found := keyed(module, node.value):
            yield found


def walked(node: ast.AST) -> Iterator[ast.expr]:
    """Yield what a piece of code asks whether something is in it, or goes through key by key."""
    if isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.In | ast.NotIn):
        yield from node.comparators
    if isinstance(node, ast.For | ast.comprehension):
        if isinstance(node.iter, ast.Call) and isinstance(node.iter.func, ast.Attribute):
            yield node.iter.func.value
        yield node.iter


def test_what_is_looked_up_by_a_closed_list_is_there_for_all_of_it() -> None:
    found = dict(entry for module in modules() for entry in looked_up(module))
    assert {"viz.map.ties.ROLES", "viz.wording.MODALITIES", "viz.map.theme.STROKES"} <= found.keys()
    members = {name: type(next(iter(mapping))) for name, mapping in found.items()}
    without = {name: {one for one in members[name] if one not in mapping} for name, mapping in found.items()}
    assert {name: left for name, left in without.items() if left and name != TIES} == SETTLED_BEFORE


def test_every_role_has_words_of_its_own_beside_a_seat() -> None:
    assert set(ROLES) == set(Role)
    assert len(set(ROLES.values())) == len(Role)


FILE = """\
id: roles
title: All roles
as_of: "2026-11-16"
groups:
  - {id: csp, kind: partnership, name: The partnership}
posts:
"""
POSTS = {role: f"Post {number}" for number, role in enumerate(Role, start=1)}


@pytest.fixture
def every_role(tmp_path: Path) -> Path:
    posts = "".join(f"  - {{id: {role}.post, name: {POSTS[role]}}}\n" for role in Role)
    seats = "".join(f"  - {{member: {role}.post, group: csp, role: {role}}}\n" for role in Role)
    file = tmp_path / "roles.yaml"
    file.write_text(f"{FILE}{posts}seats:\n{seats}", "utf-8")
    return file


@pytest.mark.parametrize("suffix", ["svg", "html"])
def test_a_map_of_every_role(answer: Answer, every_role: Path, tmp_path: Path, suffix: str) -> None:
    target = tmp_path / f"map.{suffix}"
    assert answer("map", every_role, "-o", target)[0] == 0
    drawn = target.read_text("utf-8")
    assert [role for role in Role if POSTS[role] not in drawn] == []
    if suffix == "html":  # a drawing has no room for every word; the words beside it have
        assert [words for words in ROLES.values() if words not in drawn] == []


@pytest.mark.parametrize("suffix", ["docx", "html", "xlsx", "md"])
def test_a_report_of_every_role(answer: Answer, every_role: Path, tmp_path: Path, suffix: str) -> None:
    target = tmp_path / f"report.{suffix}"
    assert answer("audit", every_role, "-o", target)[0] in (0, 1)
    assert target.stat().st_size


@pytest.mark.parametrize("command", [("statement",), ("tor", "csp")])
def test_every_role_is_told(answer: Answer, every_role: Path, command: tuple[str, ...]) -> None:
    name, *rest = command
    code, out, _ = answer(name, every_role, *rest)
    assert code == 0
    assert [role for role in Role if POSTS[role] not in " ".join(out.split())] == []
