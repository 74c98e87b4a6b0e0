"""The list of texts of an old workbook: how large each is. A text may go over from a piece of the list to the next."""

from __future__ import annotations

import struct
from typing import Final

from loaders.workbook.limits import UnsafeError

DAMAGED: Final = "The list of texts in the workbook is damaged"
_HEAD = 8
_WIDE, _OUTSIDE, _RICH = 1, 4, 8
_MOST_BYTES_OF_CHARACTER = 3


def sizes_of_texts(pieces: list[bytes]) -> list[int]:
    """Return how many bytes each text may take."""
    at, sizes = _At(pieces, _HEAD), []
    while at.has_more():
        sizes.append(_size(at))
    return sizes


class _At:
    """A place in the pieces."""

    def __init__(self, pieces: list[bytes], place: int) -> None:
        self._pieces, self._number, self.place = pieces, 0, place

    @property
    def left(self) -> int:
        """How many bytes are left of this piece."""
        return len(self._pieces[self._number]) - self.place

    def has_more(self) -> bool:
        """Tell whether anything is left; at the end of a piece, go on to the next."""
        while self.left <= 0:
            if self._number + 1 >= len(self._pieces):
                return False
            self._number, self.place = self._number + 1, 0
        return True

    def take(self, form: str) -> int:
        """Return a number, which never goes over to the next piece."""
        number: int = struct.unpack_from(form, self._pieces[self._number], self.place)[0]
        self.place += struct.calcsize(form)
        return number

    def skip(self, size: int) -> None:
        """Go on, over the ends of pieces."""
        while size > 0:
            if not self.has_more():
                raise UnsafeError(DAMAGED)
            step = min(size, self.left)
            self.place += step
            size -= step


def _size(at: _At) -> int:
    length, flags = at.take("<H"), at.take("<B")
    runs = at.take("<H") if flags & _RICH else 0
    outside = at.take("<I") if flags & _OUTSIDE else 0
    _skip_letters(at, length, 2 if flags & _WIDE else 1)
    at.skip(4 * runs)
    at.skip(outside)
    return length * _MOST_BYTES_OF_CHARACTER


def _skip_letters(at: _At, length: int, width: int) -> None:
    """Go over the letters of a text; where it goes on in another piece, that says anew how wide they are."""
    while length > 0:
        here = min(length, at.left // width)
        at.place += here * width
        length -= here
        if length > 0:
            at.place += at.left
            if not at.has_more():
                raise UnsafeError(DAMAGED)
            width = 2 if at.take("<B") & _WIDE else 1
