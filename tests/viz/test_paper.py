import pytest

from viz.paper import Definition, Heading, Item, Paper, Paragraph, Picture, Table, Verbatim

HOSTILE = "Fire\u202eytirohtuA\x1b[31m\nAuthority\t\u200b\x00"
HARMLESS = "FireytirohtuA[31m Authority"


def test_every_block_drops_what_could_not_be_seen() -> None:
    assert Paper(HOSTILE, ()).title == HARMLESS
    assert Heading(1, HOSTILE).text == HARMLESS
    assert Paragraph(HOSTILE).text == HARMLESS
    assert Verbatim((HOSTILE,)).lines == (HARMLESS,)
    assert Item(HOSTILE, label=HOSTILE, link=HOSTILE) == Item(HARMLESS, label=HARMLESS, link=HARMLESS)
    assert Definition(HOSTILE, HOSTILE) == Definition(HARMLESS, HARMLESS)
    assert Picture(HOSTILE, HOSTILE) == Picture(HARMLESS, HARMLESS)
    assert Table((HOSTILE,), ((HOSTILE,),), HOSTILE) == Table((HARMLESS,), ((HARMLESS,),), HARMLESS)


def test_a_row_has_as_many_cells_as_the_header() -> None:
    with pytest.raises(ValueError, match="A row of 1 cells stands in a table of 2 columns"):
        Table(("a", "b"), (("1", "2"), ("3",)))


@pytest.mark.parametrize("level", [0, 5])
def test_a_heading_has_a_level_that_every_format_knows(level: int) -> None:
    with pytest.raises(ValueError, match="level 1 to 4"):
        Heading(level, "x")
