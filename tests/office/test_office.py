"""Our Word and Excel files in LibreOffice: they open, and their pages hold what they should. Few starts, many files."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from pypdf import PdfReader

import sample_data
from answerable.asking import ask, settled
from answerable.rendering import Rendering, render
from loaders.structures import load
from queries.engines.memory import MemoryEngine
from queries.outcome import Severity
from tests.viz.a_book import BOOK
from tests.viz.a_paper import HOSTILE, PAPER
from tests.viz.hostile import NAMES
from viz.book import Book, Column, Sheet
from viz.paper import Paper, Table
from viz.text import clean
from viz.withheld import without_names
from viz.writers.docx import docx
from viz.writers.xlsx import xlsx

SAMPLES = sample_data.names()
LONG = Paper("Long", (Table(("Number", "What stands there"), tuple((str(n), f"row {n}") for n in range(200))),))
LONG_BOOK = Book(
    "Long", (Sheet("S", (Column("Number"), Column("Row", 60)), tuple((n, f"row {n}") for n in range(200))),)
)
FORMULAS = ("=1+1", "+1+1", "-1+1", "@SUM(1;1)", '=HYPERLINK("http://example.org";"x")', "plain")
FORMULA_BOOK = Book("Formulas", (Sheet("Cells", (Column("Text", 40),), tuple((one,) for one in FORMULAS)),))

Pages = Callable[[str], list[str]]


def _rendering(name: str) -> Rendering:
    structure = load(sample_data.path(name)).structure
    report = ask(MemoryEngine(structure), settled(structure))
    return Rendering(without_names(report, structure), structure, whole=report)


def _content(form: str, name: str) -> bytes:
    content = render(form, _rendering(name))
    assert isinstance(content, bytes)
    return content


@pytest.fixture(scope="module")
def papers(office: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Pages:
    """The pages of every Word file of these tests, as text, by name."""
    files = {"paper": docx(PAPER), "hostile": docx(HOSTILE), "long": docx(LONG)}
    return _converted(office, tmp_path_factory, ".docx", files | {name: _content("docx", name) for name in SAMPLES})


@pytest.fixture(scope="module")
def books(office: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Pages:
    """The pages of every Excel file of these tests, as text, by name."""
    files = {"book": xlsx(BOOK), "long": xlsx(LONG_BOOK)}
    return _converted(office, tmp_path_factory, ".xlsx", files | {name: _content("xlsx", name) for name in SAMPLES})


def _converted(office: ModuleType, factory: pytest.TempPathFactory, ending: str, files: dict[str, bytes]) -> Pages:
    folder = factory.mktemp("office")
    paths = [folder / f"{name}{ending}" for name in files]
    for path, content in zip(paths, files.values(), strict=True):
        path.write_bytes(content)
    made = office.to_pdf(paths, folder / "made")
    return lambda name: [_in_one_line(page.extract_text()) for page in PdfReader(made[f"{name}{ending}"]).pages]


def _in_one_line(text: str) -> str:
    return " ".join(text.split())


def test_a_paper_of_every_block_opens_as_pages(papers: Pages) -> None:
    first, second, third, fourth = papers("paper")
    assert first.startswith("An area & its <groups>")
    for words in ("First part", "[square brackets]", "five", "Ask: beside", "21 November 2003", "dag -> csp"):
        assert words in first
    assert "Second part" in first
    assert "[Picture: A map in another file]" in second
    assert "Third part" in third
    assert "Known groups" in third
    assert "ACC-01" in fourth
    assert first.endswith("An area & its <groups> · page 1 of 4")


def test_the_header_of_a_table_stands_on_every_page(papers: Pages, books: Pages) -> None:
    for pages in (papers("long"), books("long")):
        assert len(pages) > 3
        told = " ".join(pages)
        assert sorted(map(int, re.findall(r"\brow (\d+)\b", told))) == list(range(200))
        assert all("Number" in page for page in pages)


def test_hostile_names_open_as_text(papers: Pages) -> None:
    told = " ".join(papers("hostile"))
    for name in NAMES:
        if name.isascii() and len(clean(name)) < 60:
            assert _in_one_line(clean(name)) in told


@pytest.mark.parametrize("name", SAMPLES)
def test_the_section_for_a_board_opens_whole(papers: Pages, name: str) -> None:
    pages = papers(name)
    told, what = " ".join(pages), _rendering(name)
    assert 3 <= len(pages) <= 9  # a section that a board reads
    for words in ("What this is for", "The map", "The groups", "Clause by clause", "For reference"):
        assert words in told
    for request in what.requests():
        if request.priority in (Severity.HIGH, Severity.MEDIUM):
            assert _in_one_line(request.question)[:40] in told
    assert all(f"page {number} of {len(pages)}" in page for number, page in enumerate(pages, start=1))


@pytest.mark.parametrize("name", SAMPLES)
def test_the_register_opens_whole_and_every_page_has_its_header(books: Pages, name: str) -> None:
    pages = books(name)
    report = _rendering(name).report
    assert 8 <= len(pages) <= 80
    told = " ".join(pages)
    for words in ("Of this workbook", "What was found", "Terms of reference", "Held by", "Who answers", "Who is asked"):
        assert words in told
    for finding in report.findings[:5]:
        assert finding.board[:20] in told
    findings = [page for page in pages if page.startswith("Findings Page")]
    assert len(findings) > 1
    assert all("Priority Status Rule About" in page or "Source and place What to do" in page for page in findings)


def test_a_book_with_drop_downs_opens_with_what_stands_in_it(books: Pages) -> None:
    told = " ".join(books("book"))
    for words in (
        "What we would like to know",
        "To whom does it answer?",
        "Yes or no",
        "@SUM(A1)",
        "line one line two",
    ):
        assert words in told
    assert "Choice number" not in told


def test_no_text_is_calculated(office: ModuleType, tmp_path: Path) -> None:
    workbook = tmp_path / "formulas.xlsx"
    workbook.write_bytes(xlsx(FORMULA_BOOK))
    shown = office.to_csv(workbook, tmp_path)
    assert list(shown) == ["Cells"]
    lines = [line.strip('"').replace('""', '"') for line in shown["Cells"].splitlines()]
    assert lines == ["Text", *FORMULAS], json.dumps(lines)
