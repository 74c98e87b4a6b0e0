"""The one stream of an old workbook that holds its sheets, taken out of its container and put into a new one.

A container is a small file system, and can say that a block follows itself. So it is followed here, no farther than
there are blocks, and what is handed on is a container with one stream and nothing to follow.
"""

from __future__ import annotations

import struct
from typing import NamedTuple

from loaders.workbook.limits import UnsafeError

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
DAMAGED = "This file is no workbook, or it is damaged"

_STREAMS = ("Workbook", "Book", "WORKBOOK", "BOOK")
_END, _FREE, _OF_TABLE, _LAST = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD, 0xFFFFFFFA
_HEAD, _ENTRY, _MINI = 512, 128, 64
_SHIFTS = {9: 512, 12: 4096}
_LISTED = 109
_FIRST_PLACE = 76
_BLOCK = 4096
_IS_SMALL = 4096


class _Entry(NamedTuple):
    name: str
    start: int
    size: int


def stream_of(content: bytes) -> bytes:
    """Return the stream that holds the sheets. Raises UnsafeError where there is none, or it cannot be followed."""
    try:
        return _Container(content).stream()
    except (struct.error, IndexError, KeyError) as error:
        raise UnsafeError(DAMAGED) from error


class _Container:
    def __init__(self, content: bytes) -> None:
        self._content = content
        self._size = _SHIFTS[struct.unpack_from("<H", content, 30)[0]]
        self._table = self._numbers(self._blocks_of_table())
        entries = self._chain(struct.unpack_from("<I", content, 48)[0])
        self._entries = [_entry(entries[at : at + _ENTRY], self._size) for at in range(0, len(entries), _ENTRY)]

    def stream(self) -> bytes:
        found = [entry for name in _STREAMS for entry in self._entries if entry.name == name]
        if not found:
            raise UnsafeError(DAMAGED)
        _, start, size = found[0]
        whole = self._chain(start) if size >= _IS_SMALL else self._small(start)
        if len(whole) < size:
            raise UnsafeError(DAMAGED)
        return whole[:size]

    def _blocks_of_table(self) -> list[int]:
        blocks = list(struct.unpack_from(f"<{_LISTED}I", self._content, _FIRST_PLACE))
        more = struct.unpack_from("<I", self._content, 68)[0]
        for _ in range(len(self._content) // self._size):
            if more >= _LAST:
                break
            *listed, more = struct.unpack(f"<{self._size // 4}I", self._block(more))
            blocks += listed
        return [block for block in blocks if block < _LAST]

    def _numbers(self, blocks: list[int]) -> list[int]:
        if len(blocks) > len(self._content) // self._size:
            raise UnsafeError(DAMAGED)
        return [number for block in blocks for number in struct.unpack(f"<{self._size // 4}I", self._block(block))]

    def _block(self, number: int) -> bytes:
        start = (number + 1) * self._size
        block = self._content[start : start + self._size]
        if not block:
            raise UnsafeError(DAMAGED)
        return block.ljust(self._size, b"\0")

    def _chain(self, number: int) -> bytes:
        return b"".join(map(self._block, _followed(self._table, number)))

    def _small(self, number: int) -> bytes:
        """Return a stream of less than a block, which shares blocks with others."""
        shared = self._chain(self._entries[0].start)
        raw = self._chain(struct.unpack_from("<I", self._content, 60)[0])
        table = list(struct.unpack(f"<{len(raw) // 4}I", raw))
        return b"".join(shared[at * _MINI : (at + 1) * _MINI] for at in _followed(table, number))


def _followed(table: list[int], number: int) -> list[int]:
    """Return the numbers of a chain; one that is longer than there are blocks goes round."""
    chain: list[int] = []
    while number < _LAST and len(chain) <= len(table):
        chain.append(number)
        number = table[number]
    if number != _END:
        raise UnsafeError(DAMAGED)
    return chain


def _entry(raw: bytes, size_of_block: int) -> _Entry:
    name = raw[:64].decode("utf-16-le", errors="replace").partition("\0")[0]
    start, low, high = struct.unpack_from("<III", raw, 116)
    return _Entry(name, start, low if size_of_block == _HEAD else low | high << 32)


def contained(stream: bytes) -> bytes:
    """Return a container with one stream, in blocks that follow each other."""
    padded = stream.ljust(_BLOCK, b"\0")
    blocks = -(-len(padded) // _BLOCK)
    in_table = _BLOCK // 4
    tables = -(-(blocks + 1) // (in_table - 1))
    chain = [_END, *range(2, blocks + 1), _END, *[_OF_TABLE] * tables]
    chain += [_FREE] * (tables * in_table - len(chain))
    if tables > _LISTED:
        raise UnsafeError(DAMAGED)
    listed = [*range(blocks + 1, blocks + 1 + tables), *[_FREE] * (_LISTED - tables)]
    head = struct.pack("<8s16xHHHHH6xII", COMPOUND, 0x3E, 4, 0xFFFE, 12, 6, 1, tables)
    head += struct.pack("<IIIIIIII", 0, 0, _IS_SMALL, _END, 0, _END, 0, listed[0]) + struct.pack("<108I", *listed[1:])
    entries = _written("Root Entry", 5, 0, 0, child=1) + _written("Workbook", 2, 1, len(padded))
    return b"".join((
        head.ljust(_BLOCK, b"\0"), entries.ljust(_BLOCK, b"\0"),
        padded.ljust(blocks * _BLOCK, b"\0"), struct.pack(f"<{len(chain)}I", *chain),
    ))  # fmt: skip


def _written(name: str, kind: int, start: int, size: int, child: int = _FREE) -> bytes:
    said = name.encode("utf-16-le")
    links = struct.pack("<HBBIII", len(said) + 2, kind, 1, _FREE, _FREE, child)
    return said.ljust(64, b"\0") + links + bytes(36) + struct.pack("<IQ", start, size)
