"""Presentations as files: what is opened, what is refused, and that nothing in one does any harm."""

import re
import zipfile
from contextlib import suppress
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphmodel.structure import Structure
from loaders.problems import LoadError
from loaders.structures import load
from tests.loaders.slides.conftest import Read, keys, names
from tests.loaders.slides.drawing import Deck

HOSTILE = (
    "=1+1", "<script>alert(1)</script>", "../../etc/passwd", "A|B Group", "\u202eBoard\u202c Group", "{{7*7}} Group",
    "Группа", "会议组", "😀 Group", "-Group", "x" * 100, "Group\x0b\x0bGroup", '"quoted" Group', "slide 1", "unknown",
    "null", "id: x", "`tick` Group", "a\u0301 Group", "Ａ Group", "@SUM(A1) Group",
)  # fmt: skip


@pytest.fixture(scope="module")
def chart(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two boxes, a glued line between them, a line that is not, and a label."""
    deck = Deck().new("Structure, 1 April 2003")
    board, group = deck.box("The Board\nMeets monthly", 10, 4), deck.box("Drugs Group\nChair: DPH", 10, 12)
    deck.box("Youth Forum", 20, 12)
    deck.glued(group, board)
    deck.line(23, 12, 15, 6, head="end")
    deck.words("supports", 13.3, 8.5)
    return deck.save(tmp_path_factory.mktemp("slides") / "chart.pptx")


def repacked(path: Path, change: dict[str, bytes], to: Path) -> Path:
    """Write a file anew with some parts changed or added."""
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as new:
        parts = {name: old.read(name) for name in old.namelist()} | change
        for name, part in parts.items():
            new.writestr(name, part)
    return to


def part_of(path: Path, name: str) -> bytes:
    with zipfile.ZipFile(path) as packed:
        return packed.read(name)


@pytest.mark.parametrize(
    ("suffix", "kind"),
    [
        (".ppsx", b"presentationml.slideshow.main+xml"),
        (".pptm", b"ms-powerpoint.presentation.macroEnabled.main+xml"),
        (".potx", b"presentationml.template.main+xml"),
    ],
)
def test_slide_shows_macros_and_templates_are_read_too(chart: Path, tmp_path: Path, suffix: str, kind: bytes) -> None:
    types = part_of(chart, "[Content_Types].xml")
    full = b"application/vnd." + (b"" if kind.startswith(b"ms-") else b"openxmlformats-officedocument.") + kind
    changed = re.sub(rb"application/vnd[^\"]*presentation\.main\+xml", full, types)
    assert changed != types
    other = repacked(chart, {"[Content_Types].xml": changed}, tmp_path / f"chart{suffix}")
    assert keys(load(other).structure) == keys(load(chart).structure) != set()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "save"),
        (b"PK\x03\x04" + bytes(60), "damaged"),
        (b"", "no presentation"),
        (b"Just a text", "no presentation"),
    ],
)
def test_what_is_no_presentation_is_refused_in_a_sentence(tmp_path: Path, content: bytes, told: str) -> None:
    path = tmp_path / "chart.pptx"
    path.write_bytes(content)
    with pytest.raises(LoadError, match=told) as refused:
        load(path)
    assert len(refused.value.problems) == 1


@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>',
        '<!DOCTYPE a [<!ENTITY c SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE plist [<!ENTITY c SYSTEM "file:///etc/passwd">]>',
    ],
)
def test_entities_are_never_resolved(chart: Path, tmp_path: Path, declared: str) -> None:
    slide = part_of(chart, "ppt/slides/slide1.xml").decode()
    hostile = re.sub(r"(<\?xml.*?\?>)?", rf"\1{declared}", slide, count=1).replace("Drugs Group", "Drugs &c; Group")
    path = repacked(chart, {"ppt/slides/slide1.xml": hostile.encode()}, tmp_path / "chart.pptx")
    with pytest.raises(LoadError, match="entities"):
        load(path)


def test_entities_do_nothing_even_where_nobody_looks_for_them() -> None:
    from pptx.oxml import parse_xml

    from loaders.slides.xml import lines_of

    space = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    text = f'<!DOCTYPE p [<!ENTITY e SYSTEM "file:///etc/passwd">]><a:b {space}><a:p><a:t>x&e;</a:t></a:p></a:b>'
    assert [line.text for line in lines_of(parse_xml(text))] == ["x"]


def test_what_unpacks_to_far_more_is_refused_unread(chart: Path, tmp_path: Path) -> None:
    path = repacked(chart, {"ppt/media/large.bin": bytes(9_000_000)}, tmp_path / "chart.pptx")
    with pytest.raises(LoadError, match="unpacks to far more"):
        load(path, max_bytes=1_000_000)


def test_names_that_mean_something_elsewhere_mean_nothing_here(read: Read) -> None:
    deck = Deck().new()
    boxes = [deck.box(name, 1 + 4.5 * (place % 7), 1 + 5 * (place // 7), 4, 2) for place, name in enumerate(HOSTILE)]
    for lower, higher in zip(boxes[7:], boxes, strict=False):
        deck.glued(lower, higher)
    loaded = read(deck)
    assert len(loaded.structure.groups) >= len(HOSTILE) - 2
    assert loaded.structure.lines
    shown = "".join(str(problem) for problem in loaded.problems) + "".join(loaded.understood)
    assert all(character.isprintable() for character in shown)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0, 40_000), put=st.binary(min_size=1, max_size=12))
def test_a_damaged_slide_is_read_or_refused_and_nothing_else(chart: Path, tmp_path: Path, at: int, put: bytes) -> None:
    slide = part_of(chart, "ppt/slides/slide1.xml")
    at %= len(slide)
    path = repacked(chart, {"ppt/slides/slide1.xml": slide[:at] + put + slide[at + len(put) :]}, tmp_path / "c.pptx")
    with suppress(LoadError):
        assert isinstance(load(path).structure, Structure)


_NUMBERS = re.compile(rb'(?<= (?:x|y)=")\d+|(?<= (?:cx|cy|id)=")\d+|(?<=rot=")\d+')


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_numbers_without_sense_do_no_harm(chart: Path, tmp_path: Path, data: st.DataObject) -> None:
    odd = st.sampled_from([b"0", b"-1", b"999999999999", b"-999999999999", b"9" * 40, b"x", b"1e9", b"NaN", b""])
    slide = _NUMBERS.sub(
        lambda found: data.draw(odd) if data.draw(st.booleans()) else found[0], part_of(chart, "ppt/slides/slide1.xml")
    )
    path = repacked(chart, {"ppt/slides/slide1.xml": slide}, tmp_path / "c.pptx")
    with suppress(LoadError):
        assert isinstance(load(path).structure, Structure)


def test_no_more_than_so_many_shapes_of_a_slide_are_read_and_that_is_told(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("loaders.slides.shapes.MAX_SHAPES", 30)
    deck = Deck().new()
    for place in range(40):
        deck.box(f"Group {place}", 1 + place % 8, 1 + place // 8)
    loaded = read(deck)
    assert len(loaded.structure.groups) == 30
    assert "all that comes after its first 30 shapes" in loaded.understood[0]


def test_two_readings_are_the_same(chart: Path) -> None:
    first, second = load(chart), load(chart)
    assert (first, first.understood) == (second, second.understood)


def test_what_libreoffice_saves_again_reads_the_same(office: ModuleType, chart: Path, tmp_path: Path) -> None:
    again, before = load(office.saved_again(chart, tmp_path)).structure, load(chart).structure
    assert keys(again) == keys(before)
    assert names(again) == names(before)
    assert (again.title, again.as_of) == (before.title, before.as_of)
