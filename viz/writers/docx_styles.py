"""How a Word file of ours looks: fonts that every machine has, list styles, page, footer, language and properties."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.section import Section
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from viz.about import LANGUAGE, About, as_property

FONT, TYPED = "Arial", "Courier New"
TABLE_TEXT, TABLE_HEAD, TERM, VERBATIM = "Table text", "Table heading", "Term", "Verbatim"
ASIDE = "Aside"
DEEPEST_LIST = 9
_INK, _ACCENT = RGBColor(0x1C, 0x21, 0x27), RGBColor(0x12, 0x39, 0x5B)
_QUIET = RGBColor(0x4B, 0x54, 0x5E)
_LONG, _SHORT, _MARGIN = Cm(29.7), Cm(21.0), Cm(2.0)
_SIZES = {"Title": 22, "Heading 1": 16, "Heading 2": 13, "Heading 3": 11.5, "Heading 4": 11}
_LISTS = ("List Bullet", "List Bullet 2", "List Bullet 3")
_BULLETS = "•–·"


def dress(document: Document, title: str, about: About) -> None:
    """Give a new document our styles, our page and its properties."""
    _set_fonts(document)
    _set_headings(document)
    _add_styles(document)
    _set_lists(document)
    _set_language(document)
    _set_properties(document, title, about)
    lay(document.sections[0], wide=False)
    _set_footer(document.sections[0], title)


def lay(section: Section, *, wide: bool) -> None:
    """Lay a section on A4, upright or across."""
    section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (_LONG, _SHORT) if wide else (_SHORT, _LONG)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = _MARGIN
    section.header_distance = section.footer_distance = Cm(1.0)


def list_style(depth: int) -> str:
    """Name the list style for a depth from 0; the deepest serves all below it."""
    return _LISTS[min(depth, len(_LISTS) - 1)]


def _set_fonts(document: Document) -> None:
    for fonts in document.styles.element.iter(qn("w:rFonts")):
        fonts.attrib.clear()
        for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{kind}"), FONT)
    normal = document.styles["Normal"]
    normal.font.size, normal.font.color.rgb = Pt(11), _INK
    normal.paragraph_format.space_after, normal.paragraph_format.line_spacing = Pt(6), 1.12


def _set_headings(document: Document) -> None:
    for name, size in _SIZES.items():
        style = document.styles[name]
        style.font.size, style.font.bold, style.font.italic = Pt(size), True, False
        style.font.color.rgb = _ACCENT
        form = style.paragraph_format
        form.space_before, form.space_after = Pt(0 if name == "Title" else size), Pt(size / 3)
        form.keep_with_next = True
    border = document.styles["Title"].element.pPr.find(qn("w:pBdr"))
    if border is not None:
        border.getparent().remove(border)
    caption = document.styles["Caption"]
    caption.font.size, caption.font.bold, caption.font.color.rgb = Pt(10), True, _INK
    caption.paragraph_format.space_before, caption.paragraph_format.space_after = Pt(8), Pt(4)
    caption.paragraph_format.keep_with_next = True


def _add_styles(document: Document) -> None:
    for name, size, bold in ((TABLE_TEXT, 9, False), (TABLE_HEAD, 9, True), (TERM, 11, False), (VERBATIM, 9.5, False)):
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles["Normal"]
        style.font.size, style.font.bold = Pt(size), bold
        style.paragraph_format.space_after = Pt(0 if name in {TABLE_TEXT, TABLE_HEAD} else 4)
        if name in {TABLE_TEXT, TABLE_HEAD}:
            style.paragraph_format.line_spacing = 1.0
    aside = document.styles.add_style(ASIDE, WD_STYLE_TYPE.PARAGRAPH)
    aside.base_style = document.styles["Normal"]
    aside.font.size, aside.font.italic, aside.font.color.rgb = Pt(9), True, _QUIET
    typed = document.styles[VERBATIM]
    typed.font.name = TYPED


def _set_lists(document: Document) -> None:
    """One list of nine levels behind the three list styles, so that a deeper item is a deeper level to every reader."""
    numbering = document.part.numbering_part.element
    known = [int(one.get(qn("w:abstractNumId"))) for one in numbering.findall(qn("w:abstractNum"))]
    used = [int(one.get(qn("w:numId"))) for one in numbering.findall(qn("w:num"))]
    abstract, number = max(known, default=0) + 1, max(used, default=0) + 1
    levels = "".join(_level(depth) for depth in range(DEEPEST_LIST))
    kind = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{abstract}"><w:multiLevelType w:val="hybridMultilevel"/>'
        f"{levels}</w:abstractNum>"
    )
    first = numbering.find(qn("w:num"))
    numbering.insert(list(numbering).index(first) if first is not None else 0, kind)
    numbering.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{abstract}"/></w:num>')
    )
    for depth, name in enumerate(_LISTS):
        form = document.styles[name].element.get_or_add_pPr()
        numbered(form, number, depth)
        document.styles[name].paragraph_format.space_after = Pt(3)
        for loose in form.findall(qn("w:contextualSpacing")):
            form.remove(loose)


def numbered(form: Any, number: int, depth: int) -> None:
    """Make a paragraph, or a style, an item of a list at a depth."""
    place = form.get_or_add_numPr()
    place.get_or_add_ilvl().val = depth
    if number:
        place.get_or_add_numId().val = number


def _level(depth: int) -> str:
    style = f'<w:pStyle w:val="{_LISTS[depth].replace(" ", "")}"/>' if depth < len(_LISTS) else ""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="bullet"/>{style}'
        f'<w:lvlText w:val="{_BULLETS[min(depth, 2)]}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{340 * (depth + 1)}" w:hanging="340"/></w:pPr>'
        f'<w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}" w:hint="default"/></w:rPr></w:lvl>'
    )


def _set_language(document: Document) -> None:
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)
        language.set(qn("w:eastAsia"), LANGUAGE)
    for language in document.settings.element.iter(qn("w:themeFontLang")):
        language.set(qn("w:val"), LANGUAGE)
    for setting in document.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")  # else Word opens it in a compatibility mode


def _set_properties(document: Document, title: str, about: About) -> None:
    made = dt.datetime.combine(dt.date.fromisoformat(about.day), dt.time(), dt.UTC)
    known = document.core_properties
    known.title, known.subject = as_property(title), about.subject
    known.author, known.last_modified_by = about.author, about.author
    known.created, known.modified, known.revision = made, made, 1
    known.language, known.comments, known.keywords = LANGUAGE, "", ""
    package = document.part.package.rels
    for key in [key for key, part in package.items() if part.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        package.pop(key)  # the picture of another, empty document


def _set_footer(section: Section, title: str) -> None:
    line = section.footer.paragraphs[0]
    line.paragraph_format.space_before = Pt(6)
    line.add_run(f"{title}  ·  page ")
    _add_field(line, "PAGE")
    line.add_run(" of ")
    _add_field(line, "NUMPAGES")
    _shrink(line.runs)


def _add_field(line: Paragraph, code: str) -> None:
    for kind in ("begin", "", "separate", "shown", "end"):
        run = line.add_run("1" if kind == "shown" else "")
        if kind in {"begin", "separate", "end"}:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)  # noqa: SLF001  python-docx has no call for fields
        elif not kind:
            instruction = OxmlElement("w:instrText")
            instruction.text = code
            run._r.append(instruction)  # noqa: SLF001  the same


def _shrink(runs: Iterable[Any]) -> None:
    for run in runs:
        run.font.size = Pt(8.5)
