"""How a workbook looks: one accent colour, and nothing that is told by colour alone."""

from __future__ import annotations

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

ACCENT, PALE, GREY = "1F4E79", "DCE6F1", "595959"
_EDGE = Side(style="thin", color="BFC7CF")
_STRONG = Side(style="medium", color=ACCENT)

FONT = Font(name="Calibri", size=11)
TITLE = Font(name="Calibri", size=18, bold=True, color=ACCENT)
SUBTITLE = Font(name="Calibri", size=13, bold=True, color=ACCENT)
BOLD = Font(name="Calibri", size=11, bold=True)
ASIDE = Font(name="Calibri", size=10, italic=True, color=GREY)
LINK = Font(name="Calibri", size=11, underline="single", color=ACCENT)

HEADING = Font(name="Calibri", size=11, bold=True, color="FFFFFF")
HEADING_FILL = PatternFill("solid", fgColor=ACCENT)
FOLDED_HEADING = Font(name="Calibri", size=11, bold=True, color=ACCENT)
FOLDED_FILL = PatternFill("solid", fgColor=PALE)
HEADING_ALIGNMENT = Alignment(wrap_text=True, vertical="center")

WRAPPED = Alignment(wrap_text=True, vertical="top")
PLAIN = Alignment(vertical="top")
CELL_BORDER = Border(bottom=_EDGE, right=_EDGE)

ASKED_FILL = PatternFill("solid", fgColor="FFF2CC")
ASKED_BORDER = Border(left=_STRONG, right=_STRONG, top=_STRONG, bottom=_STRONG)
"""A cell to be filled next stands out by its frame too, for whoever prints in black and white."""

TEXT_FORMAT = "@"
"""As text, so that no spreadsheet makes a day of `April 2026` or a date of `1/2`."""
