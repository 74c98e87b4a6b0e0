"""What is guessed from a slide is told, and whoever is named beside its key stays out of what everybody sees."""

from tests.loaders.slides.conftest import Read
from tests.loaders.slides.drawing import Deck


def test_a_contact_beside_the_key_is_none_of_its_words(read: Read) -> None:
    deck = Deck().new()
    deck.glued(deck.box("Drugs Group", 10, 8), deck.box("The Board", 10, 3))
    deck.line(1, 17, 3, 17)
    deck.words("= reports to    Contact: J Tanner x4412", 3.3, 16.6, 12)
    loaded = read(deck)
    (line,) = loaded.structure.lines
    assert line.evidence.reason == (
        "the slide shows a line that its key calls “reports to” without an arrow head; "
        "the lower box is taken to answer to the higher"
    )
    assert "Tanner" not in loaded.structure.model_dump_json()
    assert any("Tanner" in problem.what for problem in loaded.problems), "it is told all the same"


def test_a_name_at_a_line_stays_out_of_its_reason(read: Read) -> None:
    deck = Deck().new()
    deck.glued(deck.box("Drugs Group", 10, 12), deck.box("The Board", 10, 3), head="end")
    deck.words("Reports to Sue Tanner", 13.2, 8)
    loaded = read(deck)
    (line,) = loaded.structure.lines
    assert line.evidence.reason == "the slide shows an arrow, with the words “Reports to …”"


def test_guesses_are_told(read: Read) -> None:
    deck = Deck().new()
    group = deck.box("Drugs Group", 10, 8)
    deck.glued(group, deck.box("The Board", 10, 3))
    deck.glued(deck.box("Police", 10, 14), group)
    (said, *_) = read(deck).understood
    assert said.endswith(
        "Guessed, so held as inferred: 2 lines without an arrow head, and the lower box was taken to answer to the "
        "higher; 1 line from a body, which answers to nobody here, so they were taken to work with the other."
    )


def test_a_box_for_several_is_a_set(read: Read) -> None:
    (group,) = read(_one("Burglary Task Group (x3 areas)")).structure.groups
    assert (group.name, group.set, group.count) == ("Burglary Task Group", True, 3)


def _one(text: str) -> Deck:
    deck = Deck().new()
    deck.box(text, 10, 8)
    return deck
