"""A drawing with every mark there is, and one whose every text is a name that has broken other tools."""

from tests.viz.hostile import NAMES
from viz.drawing.drawing import Corners, Curve, Drawing, Mark, Oblong, Part, Ring, Words

GREY, BLUE = "#8a939d", "#12395b"
MARKS: tuple[Mark, ...] = (
    Oblong(10, 10, 60, 30, "#f3f4f6", BLUE, 1.2, 4.0),
    Oblong(80, 10, 60, 30, "", GREY, hatch=GREY),
    Oblong(80, 50, 60, 20, hatch=GREY),
    Oblong(80, 80, 60, 20, hatch=BLUE, dash=(2.0, 1.0)),
    Curve(((10, 60), (20, 50), (40, 50), (60, 60), (70, 65), (75, 70), (78, 80)), BLUE, 1.5, (3.0, 2.0)),
    Part((Corners(((10, 90), (30, 90), (30, 110))), Ring(30, 112, 2.0, BLUE)), "An elbow and its ring"),
    Corners(((50, 90), (60, 90), (55, 100)), BLUE, 1.0, (), GREY, closed=True),
    Words("Who answers to whom", 10, 130, 9.0, bold=True),
    Words("in the middle", 90, 130, 7.0, anchor="middle", halo=True),
    Words("at the end", 150, 145, 7.0, colour=GREY, anchor="end"),
    Words("upwards", 156, 110, 6.5, turned=True),
)
SHEET = Drawing(160, 150, "A sheet", "Every mark there is.", MARKS)


def hostile() -> Drawing:
    marks: list[Mark] = [Words(name, 10, 10 + 9 * number, 6.0) for number, name in enumerate(NAMES)]
    marks += [Part((Ring(5, 5, 1),), name) for name in NAMES]
    return Drawing(400, 150, NAMES[0], NAMES[5], tuple(marks))
