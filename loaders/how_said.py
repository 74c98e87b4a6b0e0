"""The words in which a fault is told: those of a document, or the plain ones of the tables that people fill in."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from loaders.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Callable

    from loaders.parsed import FieldPath


class Wording(NamedTuple):
    """How a field is named by its path, a word of a closed list, a sort of value, and what a link lacks."""

    field: Callable[[FieldPath, str], str]
    word: Callable[[str], str]
    sort: Callable[[str], str]
    a_type_of: Callable[[str], str]
    no_type: tuple[str, str]
    all_of_a_list: str = ""
    """Where all words of a long list stand; nothing where that depends on the document."""


def _key(_path: FieldPath, field: str) -> str:
    return quoted(field)


def _heading(path: FieldPath, field: str) -> str:
    from loaders.tables.columns import ABOUT_COLUMNS, TABLES  # noqa: PLC0415  only tables have headings

    table = next((str(step) for step in reversed(path) if step in TABLES), None)
    columns = TABLES[table].by_field if table else ABOUT_COLUMNS
    column = columns.get(field) or columns.get(f"evidence.{field}")
    return quoted(column.heading if column else field.replace("_", " "))


def _plain(word: str) -> str:
    return quoted(word.replace("_", " "))


AS_WRITTEN = Wording(
    field=_key,
    word=quoted,
    sort=str,
    a_type_of=lambda field: f"a type that {quoted(field)} may have",
    no_type=("This entry has no `type`.", "Add one, such as `type: part_of`."),
)
PLAIN = Wording(
    field=_heading,
    word=_plain,
    sort=lambda sort: {"true": "yes", "false": "no"}.get(sort, sort),
    a_type_of=lambda _field: "a kind of link",
    no_type=("This link does not say of which kind it is.", "Choose one under `Kind of link`, such as `part of`."),
    all_of_a_list="the drop-down list of a workbook from `answerable new`",
)
