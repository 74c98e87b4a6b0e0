"""Each way in which a file is no text: the whole of what is said, and nothing read that should not be."""

# What is printed stands here as it is printed, one sentence a line.
# ruff: noqa: E501

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from loaders.file_text import FileText, read_text
from loaders.problems import LoadError

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def said(path: str, **limits: int) -> str:
    with pytest.raises(LoadError) as raised:
        read_text(path, **limits)
    return str(raised.value)


def test_a_text_is_read_with_the_name_it_was_asked_by() -> None:
    Path("area.yaml").write_text("id: é\n", encoding="utf-8")
    assert read_text("area.yaml") == FileText("area.yaml", "id: é\n")


def test_a_file_that_is_not_there_names_the_one_that_is_meant() -> None:
    Path("torbay.yaml").write_text("id: x")
    assert said("trobay.yaml") == "trobay.yaml: There is no such file. Did you mean `torbay.yaml`?"
    assert said("hackney.yaml") == "hackney.yaml: There is no such file."
    assert said("areas/torbay.yaml") == "areas/torbay.yaml: There is no such file. There is no folder `areas` either."


def test_a_folder() -> None:
    Path("region").mkdir()
    assert said("region") == "region: This is a folder, not a file. Name one file in it."


def test_an_empty_file() -> None:
    Path("area.yaml").touch()
    assert said("area.yaml") == "area.yaml: The file is empty. Check that it was saved."


def test_200_megabytes_are_refused_unread() -> None:
    with Path("area.yaml").open("wb") as stream:
        stream.truncate(200 * 1024 * 1024)
    assert said("area.yaml") == (
        "area.yaml: The file is too large: 200 MB, over the limit of 64 MB. "
        "Check that it is the right file; a whole country is about a tenth of the limit. Nothing was read. "
        "If it is right, set ANSWERABLE_MAX_SIZE=500MB in the environment (in Python: max_bytes), and try again."
    )


def test_the_limit_is_the_callers() -> None:
    Path("area.yaml").write_text("id: abcdef")
    assert said("area.yaml", max_bytes=9).startswith(
        "area.yaml: The file is too large: 10 bytes, over the limit of 9 bytes."
    )
    assert read_text("area.yaml", max_bytes=10).text == "id: abcdef"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with a name are of POSIX")
def test_a_pipe_is_read_up_to_the_limit() -> None:
    os.mkfifo("pipe")
    writer = "import sys; open('pipe', 'wb').write(b'x' * int(sys.argv[1]))"
    with subprocess.Popen([sys.executable, "-c", writer, "10"]):
        assert said("pipe", max_bytes=9).startswith("pipe: The file is too large: more than the limit of 9 bytes.")
    with subprocess.Popen([sys.executable, "-c", writer, "10"]):
        assert read_text("pipe").text == "x" * 10


@pytest.mark.skipif(not hasattr(os, "setuid"), reason="rights are of POSIX here")
def test_no_permission() -> None:
    # The superuser may read everything, so that user becomes nobody first, in a process of its own.
    program = (
        "import os, sys\n"
        "from loaders.file_text import read_text\n"
        "from loaders.problems import LoadError\n"
        "if os.getuid() == 0:\n"
        "    os.setuid(65534)\n"
        "try:\n"
        "    read_text('secret.yaml')\n"
        "except LoadError as error:\n"
        "    print(error)\n"
    )
    Path("secret.yaml").write_text("id: x")
    Path("secret.yaml").chmod(0)
    Path().absolute().chmod(0o755)
    asked = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True, text=True, check=True, cwd=Path(), env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert asked.stdout == (
        "secret.yaml: You may not read this file. Ask its owner for the right to read it, or for a copy.\n"
    )


def test_a_byte_order_mark_is_taken_away() -> None:
    Path("area.yaml").write_bytes(b"\xef\xbb\xbfid: x")
    assert read_text("area.yaml").text == "id: x"


@pytest.mark.parametrize(
    ("encoding", "named"),
    [("utf-16", "UTF-16"), ("utf-16-be", "UTF-16"), ("utf-32", "UTF-32"), ("utf-32-be", "UTF-32")],
)
def test_other_encodings_with_a_mark(encoding: str, named: str) -> None:
    Path("area.yaml").write_bytes(
        "\ufeffid: x".removeprefix("" if encoding.endswith("be") else "\ufeff").encode(encoding)
    )
    assert said("area.yaml") == (
        f"area.yaml: The file is saved as {named}, not as UTF-8. "
        "Open it in the program that wrote it and save it as UTF-8."
    )


def test_an_encoding_without_a_mark_shows_by_its_zero_bytes() -> None:
    Path("area.yaml").write_bytes("id: x\nname: y".encode("utf-16-le"))
    assert said("area.yaml") == (
        "area.yaml:1:2: A zero byte stands here, which no text in UTF-8 holds. The file is damaged, not a text, or saved "
        "as UTF-16. Open it in the program that wrote it and save it as UTF-8."
    )


def test_a_byte_of_windows() -> None:
    Path("area.yaml").write_bytes(b"id: x\r\nname: \xc3\xa9 the Council\x92s board")
    assert said("area.yaml") == (
        "area.yaml:2:20: The byte 0x92 here (in Windows-1252 it is `’`) is not UTF-8. "
        "Open it in the program that wrote it and save it as UTF-8."
    )


def test_a_byte_that_windows_does_not_know() -> None:
    Path("area.yaml").write_bytes(b"\x81")
    assert said("area.yaml").startswith("area.yaml:1:1: The byte 0x81 here is not UTF-8.")


@pytest.mark.parametrize(
    ("start", "sort"),
    [
        (b"PK\x03\x04\x14\x00", "a zip file, as Excel workbooks and Word documents are"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "an old Excel workbook or Word document"),
        (b"%PDF-1.7", "a PDF"),
    ],
)
def test_what_is_no_text_at_all(start: bytes, sort: str) -> None:
    Path("area.yaml").write_bytes(start)
    assert said("area.yaml") == f"area.yaml: The file is {sort}, not a text. Name a .yaml, .yml or .json file."


def test_a_name_that_no_file_can_have() -> None:
    assert said("a\0b") == "a\0b: The file cannot be read: embedded null byte."
    assert said("x" * 300).endswith("The file cannot be read: File name too long.")


def test_places_are_those_of_an_editor() -> None:
    text = FileText("f", "ab\ncd\r\ne\rf\u2028g\fh")
    assert [str(text.place(text.text.index(letter))) for letter in "acefgh"] == [
        "f:1:1", "f:2:1", "f:3:1", "f:4:1", "f:4:3", "f:4:5"
    ]  # fmt: skip
