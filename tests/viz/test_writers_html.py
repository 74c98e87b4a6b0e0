"""HTML is judged by what a parser makes of it."""

from base64 import b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as parser

from tests.viz.a_paper import HOSTILE, PAPER, dot
from tests.viz.hostile import NAMES
from viz.paper import Block, Bullets, Heading, Item, Paper, Paragraph, Picture, Table
from viz.text import clean
from viz.writers.html import html

TAGS = {
    *("html", "head", "meta", "title", "style", "body", "a", "header", "nav", "main", "h1", "h2", "h3", "p"),
    *("ul", "li", "strong", "dl", "dt", "dd", "pre", "div", "table", "caption", "thead", "tbody", "tr", "th", "td"),
    *("figure", "img"),
}  # fmt: skip


def page(*blocks: Block) -> parser.HtmlElement:
    return parser.fromstring(html(Paper("T", blocks)))


def text(element: parser.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_every_block_has_its_element() -> None:
    read = parser.fromstring(html(PAPER))
    assert read.get("lang") == "en-GB"
    assert text(read.find(".//title")) == PAPER.title
    assert [(one.tag, text(one)) for one in read.iterfind(".//main/*") if one.tag in {"h1", "h2", "h3", "h4"}] == [
        ("h2", "First part"),
        ("h3", "Lists"),
        ("h2", "Second part"),
        ("h2", "Third part"),
    ]
    assert text(read.find(".//h1")) == PAPER.title
    assert text(read.find(".//main/p")) == "A paragraph, with [square brackets] to fill in."
    deepest = read.xpath("//main/ul/li/ul/li/ul/li/ul/li/ul/li")
    assert [text(one) for one in deepest] == ["five"]
    assert text(read.xpath("//main/ul/li/ul/li[2]")[0]) == "Ask: beside"
    assert read.xpath("//main/ul/li/a/@href") == ["rules/ACC-01.md"]
    assert next(text(one) for one in read.iterfind(".//dl/dt")) == "As at"
    assert read.find(".//pre").text_content() == "dag -> csp\njcg => dag"


def test_a_table_has_a_caption_and_headers_with_a_scope() -> None:
    table, other = parser.fromstring(html(PAPER)).iterfind(".//table")
    assert text(table.find("caption")) == table.get("aria-label") == "Known groups"
    assert [(one.get("scope"), text(one)) for one in table.iterfind("thead/tr/th")] == [
        ("col", "Name"),
        ("col", "Seats"),
    ]
    assert [[text(cell) for cell in row] for row in table.iterfind("tbody/tr")] == [
        ["Fire Authority", "3"],
        ["Probation", "12"],
    ]
    assert [one.get("class") for one in table.iterfind("tbody/tr/td")] == [None, "number", None, "number"]
    assert other.find("caption") is None
    assert other.get("aria-label") == "Third part"


def test_a_picture_is_in_the_file_with_its_words() -> None:
    inside, beside = parser.fromstring(html(PAPER)).iterfind(".//img")
    assert inside.get("src") == f"data:image/png;base64,{b64encode(dot(400, 200)).decode()}"
    assert inside.get("alt") == "A map of two groups"
    assert (beside.get("src"), beside.get("alt")) == ("elsewhere/my%20map.svg", "A map in another file")


def test_the_contents_lead_to_the_parts() -> None:
    read = parser.fromstring(html(PAPER))
    leads = {one.get("href"): text(one) for one in read.iterfind(".//nav//a")}
    assert list(leads.values()) == ["First part", "Second part", "Third part"]
    for address, words in leads.items():
        assert text(read.get_element_by_id(address.removeprefix("#"))) == words
    assert page(Heading(1, "a"), Heading(1, "b")).find(".//nav") is None


def test_what_follows_a_page_break_begins_a_page() -> None:
    read = parser.fromstring(html(PAPER))
    followed = [one.getnext() for one in read.iterfind(".//div[@class='new-page']")]
    assert [one.tag for one in followed] == ["figure", "h2", "div"]


def test_a_list_of_nothing_leaves_no_element() -> None:
    assert page(Bullets(())).find(".//ul") is None


def test_hostile_names_are_text_and_nothing_else() -> None:
    read = parser.fromstring(html(HOSTILE))
    assert {one.tag for one in read.iter()} <= TAGS
    assert {name for one in read.iter() for name in one.attrib if name.startswith("on")} == set()
    assert not [address for address in read.xpath("//@href | //@src") if ":" in address and address[:5] != "data:"]
    assert [text(one) for one in read.iterfind(".//main/h2")] == list(map(clean, NAMES))
    assert [one.get("alt") for one in read.iterfind(".//img")][::2] == list(map(clean, NAMES))


@given(st.text())
def test_any_text_reads_as_itself(words: str) -> None:
    read = page(Paragraph(words), Bullets((Item(words),)), Table((words,), ((words,),)))
    shown = [*read.iterfind(".//main/p"), *read.iterfind(".//li"), *read.iterfind(".//th"), *read.iterfind(".//td")]
    assert [one.text_content() for one in shown] == [clean(words)] * 4


@pytest.mark.parametrize("content", [b"", dot()])
def test_nothing_is_fetched_from_anywhere(content: bytes) -> None:
    written = html(Paper("T", (Picture("map.png", "A map", content),)))
    assert "http:" not in written
    assert "https:" not in written
    assert "<script" not in written
    assert "default-src 'none'" in written
