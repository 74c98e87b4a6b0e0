"""Inputs out of good files: bytes turned, cut out and put together anew, words changed for others, and cells and parts.

What is packed is unpacked first and packed again, or nothing behind the first check sum would ever be tried.
"""

# ruff: noqa: E501  what stands in the inputs is in rows that are too long

import io
import random
import re
import zipfile

_WORDS = (
    b"", b" ", b"0", b"-1", b"1e999", b"nan", b"99999999999999999999", b"4294967296", b"65536", b"\xff", b"\xc3", b"\xf0\x9f\x98\x80", b"\xed\xa0\xbd",
    b"\0", b"&#0;", b"&amp;", b"&x;", b"<", b">", b"/>", b"]]>", b"<!--", b"{", b"}", b"[", b"]", b"[[[[[[[[", b'"', b"'", b":", b";", b",", b"\n", b"\r\n",
    b"\t", b"*", b"&a", b"*a", b"!!python/object:os.system", b"|", b"---\n", b"null", b"true", b"~", b"yes", b"TBC", b"vacant", b"#REF!", b"=1+1", b"see note",
    b"2003-02-30", b"31/12/1899", b"Q4 2003", b"Police; Fire & Rescue", b"Board", b"board", b"id", b"name", b"kind", b"group", b"Seats", b"A1", b"XFD1048576",
    b"AAAA1", b"A0", b"x" * 400, "\u00a0".encode(), "\u200b".encode(), "\u202e".encode(), b"s", b"n", b"e", b"b", b"str", b"d", b"inlineStr",
)  # fmt: skip
_WORD = re.compile(rb"[\w.#/-]{1,60}")
_TEXT_OF_TAG = re.compile(rb">([^<>]{1,200})<")
_STEPS_AT_ONCE = (1, 1, 1, 2, 4)
_BYTES_AT_MOST = 12
_MOST_INPUT = 400_000


def mutated(seed: bytes, others: tuple[bytes, ...], chance: random.Random) -> bytes:
    """Return a good file with something wrong in it."""
    if seed.startswith(b"PK"):
        return _in_parts(seed, chance) if chance.random() < 0.97 else _turned(seed, others, chance)
    return _turned(seed, others, chance)


def _turned(content: bytes, others: tuple[bytes, ...], chance: random.Random) -> bytes:
    for _ in range(chance.choice(_STEPS_AT_ONCE)):
        content = chance.choice(_STEPS)(content, others, chance)[:_MOST_INPUT]
    return content


def _in_parts(packed: bytes, chance: random.Random) -> bytes:
    """Change some parts of a packed file, most often those that hold what people write."""
    with zipfile.ZipFile(io.BytesIO(packed)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    for _ in range(chance.choice((1, 1, 2))):
        name = chance.choices(list(parts), [_weight(name) for name in parts])[0]
        doing = chance.random()
        if doing < 0.02:
            del parts[name]
        elif doing < 0.04:
            parts[name] = chance.choice(list(parts.values()))
        else:
            parts[name] = _turned(parts[name], tuple(parts.values()), chance)
        if not parts:
            break
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        for name, part in parts.items():
            file.writestr(name, part)
    return made.getvalue()


def _weight(name: str) -> int:
    likely = ("worksheets/", "sharedStrings", "content.xml", "slides/slide", "workbook")
    return 20 if any(part in name for part in likely) else 1


def _flip(content: bytes, _others: tuple[bytes, ...], chance: random.Random) -> bytes:
    if not content:
        return content
    changed = bytearray(content)
    for _ in range(chance.randint(1, 3)):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _number(content: bytes, _others: tuple[bytes, ...], chance: random.Random) -> bytes:
    """Write an extreme number over some bytes."""
    size = chance.choice((1, 2, 4))
    at = chance.randrange(len(content) + 1)
    value = chance.choice(
        (0, 1, 2 ** (8 * size) - 1, 2 ** (8 * size - 1), 2 ** (8 * size - 1) - 1, chance.getrandbits(8 * size))
    )
    return content[:at] + value.to_bytes(size, "little") + content[at + size :]


def _cut_off(content: bytes, _others: tuple[bytes, ...], chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content) + 1)]


def _taken_out(content: bytes, _others: tuple[bytes, ...], chance: random.Random) -> bytes:
    at = chance.randrange(len(content) + 1)
    return content[:at] + content[at + chance.randint(1, 40) :]


def _put_in(content: bytes, _others: tuple[bytes, ...], chance: random.Random) -> bytes:
    at = chance.randrange(len(content) + 1)
    return content[:at] + chance.choice(_WORDS) + content[at + chance.choice((0, 0, 1, _BYTES_AT_MOST)) :]


def _again(content: bytes, _others: tuple[bytes, ...], chance: random.Random) -> bytes:
    """Say a piece again, or many times."""
    at = chance.randrange(len(content) + 1)
    piece = content[at : at + chance.randint(1, 200)]
    return content[:at] + piece * chance.choice((2, 2, 3, 50)) + content[at + len(piece) :]


def _spliced(content: bytes, others: tuple[bytes, ...], chance: random.Random) -> bytes:
    other = chance.choice(others)
    at, there = chance.randrange(len(content) + 1), chance.randrange(len(other) + 1)
    return content[:at] + other[there : there + chance.randint(1, 3000)] + content[at + chance.randint(0, 200) :]


def _word(content: bytes, _others: tuple[bytes, ...], chance: random.Random) -> bytes:
    """Put a word in the place of another, or another word of the same file."""
    found = list(_WORD.finditer(content[: _MOST_INPUT // 4]))
    if not found:
        return content
    one = chance.choice(found)
    word = chance.choice(found)[0] if chance.random() < 0.5 else chance.choice(_WORDS)
    return content[: one.start()] + word + content[one.end() :]


def _cell(content: bytes, _others: tuple[bytes, ...], chance: random.Random) -> bytes:
    """Put a word, or the text of another cell, in a cell of a sheet in XML."""
    found = list(_TEXT_OF_TAG.finditer(content))
    if not found:
        return _word(content, _others, chance)
    one = chance.choice(found)
    word = chance.choice(found)[1] if chance.random() < 0.6 else chance.choice(_WORDS)
    return content[: one.start(1)] + word + content[one.end(1) :]


def _lines(content: bytes, _others: tuple[bytes, ...], chance: random.Random) -> bytes:
    lines = content.splitlines(keepends=True)
    first, second = chance.randrange(len(lines) + 1), chance.randrange(len(lines) + 1)
    return b"".join(lines[:first] + lines[second : second + 2] + lines[first + chance.randint(0, 1) :])


_STEPS = (_flip, _number, _cut_off, _taken_out, _put_in, _put_in, _again, _spliced, _word, _word, _cell, _cell, _lines)
