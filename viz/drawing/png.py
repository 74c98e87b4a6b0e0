"""A drawing as a PNG picture, the same pixels on every machine, for papers that cannot show an SVG."""

from __future__ import annotations

import re
from importlib.resources import as_file, files

DPI = 200
"""Dots an inch where nobody says otherwise: enough for print."""
_MOST_PIXELS = 6000
_WIDTH = re.compile(r'<svg\b[^>]*\bwidth="([\d.]+)mm"')
_INCH = 25.4
_COVERED = (
    *((0x00, 0x24F), (0x300, 0x4FF), (0x1E00, 0x1EFF), (0x2000, 0x206F), (0x20A0, 0x20BF), (0x2100, 0x214F)),
    *((0x2190, 0x22FF), (0x25A0, 0x25FF), (0x2713, 0x2718)),
)
"""The letters and signs that our own fonts hold."""


def png(svg: str, *, dpi: int = DPI) -> bytes:
    """Draw an SVG document, whose width is in millimetres, at so many dots an inch; fewer where it is a very wide one.

    Words are set in our own font. Only a drawing with letters that it does not hold looks to the machine's fonts.
    """
    import resvg_py  # noqa: PLC0415  it brings a renderer of several megabytes, for drawings alone

    found = _WIDTH.search(svg)
    wide = _MOST_PIXELS * _INCH / float(found[1]) if found else dpi
    fonts = files("viz").joinpath("assets", "fonts")
    with as_file(fonts.joinpath("DejaVuSans.ttf")) as plain, as_file(fonts.joinpath("DejaVuSans-Bold.ttf")) as bold:
        return resvg_py.svg_to_bytes(
            svg_string=re.sub(r'font-family="[^"]*"', 'font-family="DejaVu Sans"', svg),
            dpi=float(min(dpi, int(wide))),
            font_files=[str(plain), str(bold)],
            skip_system_fonts=_is_covered(svg),
            sans_serif_family="DejaVu Sans",
            font_family="DejaVu Sans",
        )


def _is_covered(text: str) -> bool:
    return all(any(first <= ord(letter) <= last for first, last in _COVERED) for letter in set(text))
