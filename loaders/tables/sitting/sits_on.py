"""On which groups somebody sits, where one cell says several, or a role with them: `SBP, DAAG`, `Panel (chair)`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from graphmodel.kinds import Role
from loaders.guesses.guesses import looks_like_group
from loaders.names import folded
from loaders.tables.cell.cells import Exact
from loaders.tables.sitting.roles import role_of
from loaders.wording import one_of, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from loaders.gathered import Gathered
    from loaders.tables.meant.known import Known
    from loaders.tables.rows import Row

_GROUP = frozenset({"group"})
_PARTS = re.compile(r"\s*[,;\n]\s*(?![^()]*\))|\s+(?:and|&|\+|/)\s+(?![^()]*\))")
_WITH_ROLE = re.compile(r"(.+?)\s*[(\[]([^()\[\]]+)[)\]]")
_ALL = frozenset({"all", "all groups", "all of them", "every group", "all meetings", "everything", "all boards"})
_LONGEST = 8
"""Words of a part that may still be the name of a group."""


class Group(NamedTuple):
    """A group that a cell names, and the role that it says there."""

    name: str
    role: str = ""


def with_groups(rows: Iterable[Row], known: Known, into: Gathered) -> list[Row]:
    """Return all rows, a seat on several groups in one cell as one on each; `all` is asked about."""
    kept: list[Row] = []
    for row in rows:
        text = row.values.get("group") if row.table == "seats" else None
        if not isinstance(text, str) or isinstance(text, Exact) or known.same(text, _GROUP):
            kept.append(row)
        elif folded(text) in _ALL:
            what = f"{quoted(text)} may mean every group of this file, or only some, so no seat was read."
            into.tell(row.where.sheet.at(row.where.row, "group"), what, "Write the groups, with ; between them.")
        elif groups := groups_in(text, known):
            kept += [_on(row, group) for group in groups]
            _tell(row, text, groups, into)
        else:
            kept.append(row)
    return kept


def groups_in(text: str, known: Known) -> list[Group]:
    """Take apart what names several groups, or a role on one; nothing where it is a name as it stands."""
    parts = [part for part in _PARTS.split(text) if part]
    groups = [_group(part, known) for part in parts]
    if len(parts) == 1:
        return groups if groups[0].role else []
    is_any = any(_is_known(group.name, known) for group in groups)
    return groups if is_any and all(_is_likely(group.name, known) for group in groups) else []


def _group(part: str, known: Known) -> Group:
    found = None if known.same(part, _GROUP) else _WITH_ROLE.fullmatch(part)
    if found is None:
        return Group(part)
    role = role_of(found[2])
    is_role = role.clear and len(role.roles) == 1 and not role.deputises_for and not found[2].isupper()
    return Group(found[1], role.roles[0].value) if is_role else Group(part)


def _is_known(name: str, known: Known) -> bool:
    return len(known.same(name, _GROUP)) == 1 or len(known.hinted(name, _GROUP)) == 1


def _is_likely(name: str, known: Known) -> bool:
    is_short = name[:1].isupper() and len(name.split()) <= _LONGEST
    return _is_known(name, known) or (is_short and (looks_like_group(name) or name.isupper()))


def _on(row: Row, group: Group) -> Row:
    values = {**row.values, "group": group.name}
    if group.role and values.get("role", Role.MEMBER.value) == Role.MEMBER.value:
        values["role"] = group.role
    return row._replace(values=values)


def _tell(row: Row, text: str, groups: list[Group], into: Gathered) -> None:
    what = f"{quoted(text)} was read as {one_of(list(_words(groups)), last='and')}."
    remedy = "Write them with ; between them." if len(groups) > 1 else ""
    into.tell(row.where.sheet.at(row.where.row, "group"), what, remedy, warning=True)


def _words(groups: list[Group]) -> Iterator[str]:
    for name, role in groups:
        yield f"{quoted(name)}, as {quoted(role.replace('_', ' '))}" if role else quoted(name)
