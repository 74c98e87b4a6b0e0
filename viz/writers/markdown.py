"""A Paper as Markdown that any renderer reads alike, with nothing in it that a name could turn into markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from viz.paper import (
    Block,
    Bullets,
    Definition,
    Definitions,
    Heading,
    Item,
    PageBreak,
    Paper,
    Paragraph,
    Picture,
    Table,
    Verbatim,
)
from viz.writers.columns import numeric

_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_SPECIAL = re.compile(r"[\\`*\[\]|~$&<>]|(?<![^\W_])_|_(?![^\W_])")
"""Signs that mean something anywhere in a line; an underscore between two letters means nothing."""
_AT_THE_START = re.compile(r"^(?:\d{1,9}(?=[.)](?:\s|$))|(?=[-+=:#]))")
"""What would make a line a heading, a list or a rule."""


def markdown(paper: Paper) -> str:
    """Write a paper as Markdown that ends in a line break."""
    blocks = "".join(f"\n{block}\n" for block in map(_block, paper.blocks) if block)
    return f"# {escaped(paper.title)}\n{blocks}"


def escaped(text: str) -> str:
    """Write text so that it reads as itself."""
    plain = _SPECIAL.sub(lambda found: _ENTITIES.get(found[0], f"\\{found[0]}"), text)
    return _AT_THE_START.sub(lambda found: f"{found[0]}\\", plain)


def _block(block: Block) -> str:
    match block:
        case Heading(level=level, text=words):
            written = f"{'#' * (level + 1)} {escaped(words)}"
        case Paragraph(text=words, aside=aside):
            written = f"> {escaped(words)}" if aside else escaped(words)
        case Verbatim(lines=typed):
            written = _fenced("\n".join(typed))
        case Bullets(items=items):
            written = "\n".join(_items(items, ""))
        case Definitions(entries=entries):
            written = "\n".join(_definition(entry) for entry in entries)
        case Table():
            written = _table(block)
        case Picture(words=words, content=carried) if carried:
            written = escaped(f"[Picture: {words}]")
        case Picture(file=file, words=words):
            written = f"![{escaped(words)}]({address(file)})"
        case PageBreak():
            written = ""
    return written


def _fenced(words: str) -> str:
    longest = max(map(len, re.findall("`+", words)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{words}\n{fence}"


def _items(items: Iterable[Item], indent: str) -> Iterator[str]:
    for item in items:
        words = f"[{escaped(item.text)}]({address(item.link)})" if item.link else escaped(item.text)
        label = f"**{escaped(item.label)}:** " if item.label else ""
        yield f"{indent}- {label}{words}".rstrip()
        yield from _items(item.children, f"{indent}  ")


def _definition(entry: Definition) -> str:
    # With a sign of its own, for a list right after another with the same sign would be taken for more of that one.
    return f"* **{escaped(entry.term)}:** {escaped(entry.text)}".rstrip()


def address(file: str) -> str:
    """Write where a link leads: a file or a place in it, never a scheme such as ``javascript:``."""
    return quote(file.replace("\\", "/"), safe="/.-_#")


def _table(table: Table) -> str:
    rule = ["---:" if right else "---" for right in numeric(table)]
    rows = (_row(map(escaped, table.header)), _row(rule), *(_row(map(escaped, row)) for row in table.rows))
    caption = f"{escaped(table.caption)}\n\n" if table.caption else ""
    return caption + "\n".join(rows)


def _row(parts: Iterable[str]) -> str:
    return f"| {' | '.join(parts)} |"
