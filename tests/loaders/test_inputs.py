"""Files under names that do not say what they are, and files that are something else: each is read, or told apart."""

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest

from loaders.file_text import MAX_BYTES
from loaders.problems import LoadError
from loaders.sorts import Sort, sort_of
from loaders.structures import Loaded, load

CSV = "Name,Kind\nAnytown Council,unitary council\n"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def workbook() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Bodies"
    for row in CSV.splitlines():
        sheet.append(row.split(","))
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def packed(**parts: str) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), text)
    return content.getvalue()


def ole(stream: str) -> bytes:
    return OLE + f"{stream}\0".encode("utf-16-le") + bytes(512)


def names(loaded: Loaded) -> list[str]:
    return [body.name for body in loaded.structure.bodies]


@pytest.mark.parametrize(
    ("name", "content", "remark"),
    [
        ("bodies.xlsx", workbook(), ""),
        ("bodies.xls", workbook(), ""),
        ("bodies.csv", CSV.encode(), ""),
        ("bodies.txt", CSV.encode(), ""),
        ("BODIES.CSV", CSV.encode("utf-8-sig"), ""),
        ("bodies.csv", workbook(), "ends in `.csv`, but it holds a workbook, and was read as such. Rename it"),
        ("bodies", workbook(), ""),
        ("bodies.xls", CSV.encode(), "ends in `.xls`, but it holds a table as text, and was read as such."),
        ("bodies.yaml", workbook(), "ends in `.yaml`, but it holds a workbook"),
    ],
)
def test_a_file_is_read_for_what_it_is(tmp_path: Path, name: str, content: bytes, remark: str) -> None:
    (tmp_path / name).write_bytes(content)
    loaded = load(tmp_path / name)
    assert names(loaded) == ["Anytown Council"]
    told = [problem.what + problem.remedy for problem in loaded.problems if problem.where.row is None]
    assert bool(remark) == any("but it holds" in one for one in told)
    assert remark in " ".join(str(problem) for problem in loaded.problems)


@pytest.mark.parametrize(
    ("name", "content", "what", "remedy"),
    [
        ("area.pdf", b"%PDF-1.4 ...", "This is a PDF: it shows a table", "Ask for the file it was made from."),
        ("area.xlsx", b"%PDF-1.4 ...", "This is a PDF", "save that as .xlsx"),
        ("terms.docx", packed(word__document_dot_xml="<w/>"), "This is a Word document", "into a workbook"),
        ("terms.doc", ole("WordDocument"), "This is a Word document", "into a workbook"),
        ("area.odt", packed(mimetype="application/vnd.oasis.opendocument.text"), "a text document", "into a workbook"),
        ("slide.odp", packed(mimetype="application/vnd.oasis.opendocument.presentation"), "slides", "(.pptx)"),
        ("slide.ppt", ole("PowerPoint Document"), "slides in the old format", "save them as .pptx"),
        ("area.numbers", packed(Index__Document_dot_iwa="x"), "an Apple program", "File > Export To > Excel"),
        ("area.xlsx", ole("EncryptedPackage"), "protected with a password", "take the password off"),
        ("area.gsheet", b'{"url": "https://docs.google.com/x"}', "only a link", "File > Download > Microsoft Excel"),
        ("area.xls", b"<html xmlns:x='urn'><table><tr><td>a</td></tr></table></html>", "a web page", "(.xlsx)"),
        ("area.xls", b"\xef\xbb\xbf \r\n<!-- made by X -->\n<TABLE><tr><td>a", "a web page", "Open it in Excel"),
        (
            "area.xls",
            b'<?xml version="1.0"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
            "a workbook saved as XML",
            "(.xlsx)",
        ),
        ("area.zip", packed(bodies_dot_csv=CSV), "an archive", "Unpack it"),
        ("area.xlsx", workbook()[:2000], "The file is damaged", "again"),
        ("area.mdb", b"\x00\x01\x00\x00Standard Jet DB", "a database", "Export"),
        ("mail.msg", ole("__nameid_version1.0"), "an e-mail", "attached"),
        ("slide.png", b"\x89PNG\r\n", "a picture", "Ask for the file it was made from"),
    ],
)
def test_what_cannot_be_read_is_told_by_what_it_is(
    tmp_path: Path, name: str, content: bytes, what: str, remedy: str
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(LoadError) as refused:
        load(tmp_path / name)
    (problem,) = refused.value.problems
    assert what in problem.what
    assert remedy in problem.remedy
    assert problem.where.file == str(tmp_path / name)


def test_what_cannot_be_looked_into_is_told_by_its_name(tmp_path: Path) -> None:
    names = ("a.xlsx", "a.csv", "a.pptx", "a.yaml", "a.txt", "a")
    wanted = [Sort.WORKBOOK, Sort.CSV, Sort.SLIDES, Sort.DOCUMENT, Sort.DOCUMENT, Sort.DOCUMENT]
    assert [sort_of(tmp_path / name, MAX_BYTES) for name in names] == wanted
    (tmp_path / "a.xlsx").write_text(CSV)
    assert sort_of(tmp_path / "a.xlsx", MAX_BYTES) is Sort.CSV
    assert sort_of(tmp_path / "a.xlsx", 3) is Sort.WORKBOOK


@pytest.mark.parametrize("text", ["id: x\ntitle: one, two, three\n", '{"id": "x",\n"title": "T"}', "plain words\n"])
def test_a_document_is_no_table_for_its_commas(tmp_path: Path, text: str) -> None:
    (tmp_path / "area.txt").write_text(text)
    assert sort_of(tmp_path / "area.txt", MAX_BYTES) is Sort.DOCUMENT
