"""CSV files whatever wrote them: encodings, separators, quotation marks, and what cannot be read among others."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from loaders.problems import LoadError
from loaders.structures import Loaded, load

TEXT = "name,kind,sector\r\nCafé – North,private,two\r\nPolice,police_force\r\n"


def read(folder: Path, content: bytes, name: str = "bodies.csv") -> Loaded:
    (folder / name).write_bytes(content)
    return load(folder / name)


def told(loaded: Loaded) -> list[str]:
    return [str(problem).rpartition("/")[2] for problem in loaded.problems]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    mark = b"\xfe\xff" if encoding == "utf-16-be" else b""
    loaded = read(tmp_path, mark + TEXT.encode(encoding))
    assert (told(loaded), [body.name for body in loaded.structure.bodies]) == ([], ["Café – North", "Police"])


def test_windows_1252_is_told(tmp_path: Path) -> None:
    loaded = read(tmp_path, TEXT.encode("cp1252"))
    assert told(loaded) == [
        (
            "bodies.csv: The file is not saved as UTF-8 (the first sign of it is in line 2), so it was "
            "read as Windows-1252. Check the letters with accents. Save it once more as CSV UTF-8."
        )
    ]
    assert loaded.structure.bodies[0].name == "Café – North"


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_separators(tmp_path: Path, mark: str) -> None:
    text = f'Bodies, as at May; all\nname{mark}kind{mark}sector\nA{mark}private{mark}"one, two\nthree; four"\n'
    loaded = read(tmp_path, text.encode())
    assert (told(loaded), loaded.structure.bodies[0].sector) == ([], "one, two\nthree; four")


def test_the_line_that_names_the_separator_keeps_the_numbers_of_the_rows(tmp_path: Path) -> None:
    loaded = read(tmp_path, b"sep=;\nname;kind\nA;nonsense\nB;private\n")
    assert str(loaded.problems[0].where).rpartition("/")[2] == "bodies.csv!B3"


def test_zero_bytes_and_long_cells(tmp_path: Path) -> None:
    limit = csv.field_size_limit()
    loaded = read(tmp_path, f"name,kind,sector\nA\0B,private,{'x' * 200_000}\n".encode())
    assert told(loaded) == [
        ("bodies.csv: Zero bytes stand in the file; they were left out. Save it once more as CSV UTF-8.")
    ]
    assert (loaded.structure.bodies[0].name, len(loaded.structure.bodies[0].sector or "")) == ("AB", 200_000)
    assert csv.field_size_limit() == limit


def test_a_quotation_mark_that_is_never_closed(tmp_path: Path) -> None:
    loaded = read(tmp_path, b'name,kind,sector\nA,private,"open\nB,private,\nC,private,\n')
    assert told(loaded) == [
        (
            "bodies.csv!C2: A quotation mark is opened here and never closed, so everything below it was "
            "read as one cell. Close it, or delete it."
        )
    ]
    assert not loaded.is_whole


def test_the_rest_of_a_folder_is_read(tmp_path: Path) -> None:
    (tmp_path / "2023_bodies.csv").write_text(TEXT, encoding="utf-8")
    (tmp_path / "groups.csv").write_bytes(b"")
    (tmp_path / "seats.csv").write_bytes(b"PK\x03\x04")
    (tmp_path / "notes.txt").write_text("nothing", encoding="utf-8")
    loaded = load(tmp_path)
    assert told(loaded) == [
        "groups.csv: `groups` is empty. Fill it in, or leave it out.",
        ("seats.csv: The file is no CSV file, whatever its name says. Save it as CSV from the program."),
    ]
    assert (len(loaded.structure.bodies), loaded.is_whole) == (2, False)


def test_a_folder_of_which_nothing_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "seats.csv").write_bytes(b"%PDF")
    with pytest.raises(LoadError, match="The file is no CSV file"):
        load(tmp_path)
