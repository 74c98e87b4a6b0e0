import struct

import pytest

from viz.drawing.png import DPI, png

LETTERS = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 20" width="100mm" height="20mm" '
    'font-family="Arial">{}</svg>'
)


def drawn(words: str) -> bytes:
    return png(LETTERS.format(f'<text x="2" y="15" font-size="12">{words}</text>'))


def size(picture: bytes) -> tuple[int, int]:
    width, height = struct.unpack(">II", picture[16:24])
    return width, height


def test_a_picture_has_the_size_of_its_paper() -> None:
    assert size(drawn("a")) == (round(100 / 25.4 * DPI), round(20 / 25.4 * DPI))


def test_a_very_wide_one_stays_within_what_a_computer_can_show() -> None:
    wide = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 9" width="2000mm" height="20mm"/>'
    assert 5900 < size(png(wide))[0] <= 6000


@pytest.mark.parametrize("sign", ["a", "ŵ", "→", "≠", "✓", "–", "½"])
def test_letters_and_signs_are_drawn_with_our_own_font(sign: str) -> None:
    nothing, unknown = drawn(" "), drawn("\u2fff")
    assert drawn(sign) not in (nothing, unknown)


def test_the_same_drawing_is_the_same_picture() -> None:
    assert len({drawn("who answers to whom") for _ in range(3)}) == 1
