"""Names that have broken other tools, and a view made of nothing else."""

from __future__ import annotations

from viz.map.view import Box, Cluster, Fact, Line, Mark, Note, Panel, Relation, Section, Shape, View

NAMES = (
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(2)>",
    "\"quoted\" & 'quoted' <b>bold</b>",
    "evil\u202etxt.exe and \u2066more\u2069",
    "x" * 300,
    "word " * 60,
    '<a href="javascript:alert(3)">href</a>',
    "two\nlines\tand\x00controls\x07\x1b[31m",
    "flag 🏴󠁧󠁢󠁥󠁮󠁧󠁿 family 👩‍👩‍👧 smile 😀",
    "]]> <!-- --> <![CDATA[ &amp; &lt;",
    "{{ 7 * 7 }} {% raw %} ${x} `backtick`",
    "مجلس المدينة",
    "-->\u2028line\u2029paragraph",
    "'; DROP TABLE groups; --",
)


def hostile() -> View:
    """Every text of the view is one of the names."""
    boxes = tuple(_box(number, name) for number, name in enumerate(NAMES))
    lines = tuple(
        Line(f"l{n}", f"b{n}", f"b{n - 1}", relation, name, name)
        for (n, name), relation in zip(list(enumerate(NAMES))[1:], _relations(), strict=False)
    )
    return View(
        title=NAMES[0],
        subtitle=NAMES[1],
        as_of=NAMES[2],
        footer=NAMES[6],
        boxes=boxes,
        lines=lines,
        clusters=(Cluster("b0", NAMES[0]), Cluster("b4", NAMES[4])),
        notes=tuple(Note(n, "query", name, name, name, (f"b{n}",)) for n, name in enumerate(NAMES)),
        panels=tuple(_panel(number, name) for number, name in enumerate(NAMES)),
        summary=NAMES,
    )


def _relations() -> list[Relation]:
    return [Relation.REPORTS_TO, Relation.SEAT, Relation.PART_OF, Relation.OTHER, Relation.FUNDING] * 4


def _box(number: int, name: str) -> Box:
    shapes = list(Shape)
    cluster = "b0" if number < 4 else "b4" if number < 7 else None
    mark = (Mark(number, "query"),)
    return Box(f"b{number}", name, name, shapes[number % 9], name, cluster, name, mark, (name,), (name,))


def _panel(number: int, name: str) -> Panel:
    section = Section(name, (Fact(name, name, name),))
    return Panel(f"b{number}", name, name, (section,), (number,), (), name)
