"""Markdown is judged by what a renderer makes of it, not by its looks."""

from html import unescape

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

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
from viz.text import clean
from viz.writers.markdown import markdown

RENDERER = MarkdownIt("commonmark").enable("table").enable("strikethrough")


def rendered(*blocks: Block) -> str:
    html: str = RENDERER.render(markdown(Paper("T", blocks)))
    return html.removeprefix("<h1>T</h1>\n")


def test_every_block() -> None:
    blocks = (
        Heading(1, "Part"),
        Paragraph("Text."),
        Verbatim(("dag -> csp",)),
        Bullets((Item("one", (Item("below", label="Ask"), Item("page", link="ACC-01.md"))),)),
        Definitions((Definition("Why", "because"),)),
        Table(("Name", "Seats"), (("Fire", "3"),), "Known"),
        PageBreak(wide=True),
        Picture("my map.svg", "A map"),
        Picture("map.png", "Another map", b"PNG"),
    )
    assert markdown(Paper("T", blocks)) == (
        "# T\n\n## Part\n\nText.\n\n```\ndag -> csp\n```\n\n"
        "- one\n  - **Ask:** below\n  - [page](ACC-01.md)\n\n* **Why:** because\n\n"
        "Known\n\n| Name | Seats |\n| --- | ---: |\n| Fire | 3 |\n\n![A map](my%20map.svg)\n\n"
        "\\[Picture: Another map\\]\n"
    )


HOSTILE = (
    "<script>alert(1)</script>",
    "a | b | c",
    "`code` **bold** _it_ ~~gone~~",
    "[text](javascript:alert(1)) ![x](y)",
    "# heading",
    "- item",
    "1. item",
    "1) item",
    "+ item",
    "--- ",
    "===",
    "> quote",
    "&lt;b&gt; &amp; &#60;",
    "C:\\folder\\| \\",
    "snake_case _and_ __more__",
    "<!-- comment",
    "https://example.org/<b>",
    "```",
)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_reads_as_itself_everywhere(name: str) -> None:
    shown = clean(name)
    assert unescape(rendered(Paragraph(name))) == f"<p>{shown}</p>\n"
    assert unescape(rendered(Heading(1, name))) == f"<h2>{shown}</h2>\n"
    assert unescape(rendered(Bullets((Item(name),)))) == f"<ul>\n<li>{shown}</li>\n</ul>\n"
    labelled = f"<ul>\n<li><strong>{shown}:</strong> {shown}</li>\n</ul>\n"
    assert unescape(rendered(Definitions((Definition(name, name),)))) == labelled
    assert unescape(rendered(Verbatim((name,)))) == f"<pre><code>{shown}\n</code></pre>\n"
    cell = unescape(rendered(Table(("Name", name), ((name, "x"),))))
    assert f"<th>{shown}</th>" in cell
    assert f"<td>{shown}</td>" in cell


@given(st.text(alphabet=st.sampled_from("ab 1.)#-+*_`~[]()<>&|\\!=:\"'/x;"), min_size=1, max_size=25))
@example("a_ _b")
def test_any_text_reads_as_itself(text: str) -> None:
    shown = clean(text)
    if shown:
        assert unescape(rendered(Paragraph(text))) == f"<p>{shown}</p>\n"


def test_a_list_and_the_terms_after_it_are_two_lists() -> None:
    assert rendered(Bullets((Item("one"),)), Definitions((Definition("Why", "because"),))).count("<ul>") == 2


def test_a_link_cannot_leave_its_place() -> None:
    html = rendered(Bullets((Item("x", link='a)b"><script> c'),)))
    assert "<script>" not in html
    assert html.count("<a ") == 1
