"""A scene as one HTML file that opens anywhere by double click: the interactive map with its text beside it.

pyvis fills the page; the template is ours, because its own asks the network for scripts and lets names run as code.
What the page draws are the scene's own rectangles and curves, on vis-network's canvas, so that page and SVG agree.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable, Mapping
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from pyvis.network import Network

from viz.map import theme
from viz.map.outline import HEADINGS, outline, table
from viz.map.picture import picture
from viz.map.scene import PAPERS, Scene
from viz.map.svg import sample, svg
from viz.map.view import View
from viz.text import clean

# vis-network 9.1.2 (Apache-2.0 or MIT), the copy that pyvis brings.
_VIS = ("templates", "lib", "vis-9.1.2", "vis-network.min.js")

# Nothing moves, nothing is curved, nothing is fetched: positions and routes are the scene's.
_OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "edges": {"smooth": False, "hidden": True, "physics": False},
    # Boxes that nobody sees: they are there for vis-network to know where a click lands.
    "nodes": {
        "shape": "box",
        "physics": False,
        "fixed": True,
        "chosen": False,
        "borderWidth": 0,
        "margin": {"top": 0, "right": 0, "bottom": 0, "left": 0},
        "color": {"background": "rgba(0,0,0,0)", "border": "rgba(0,0,0,0)"},
        "font": {"size": 1},
    },
    "interaction": {
        "dragNodes": False,
        "hover": False,
        "keyboard": {"enabled": False},
        "navigationButtons": False,
        "selectConnectedEdges": False,
        "tooltipDelay": 3600000,
    },
}


def page(view: View, scene: Scene) -> str:
    """The whole page as text, to be written as UTF-8. It needs no other file and no network."""
    network = Network(cdn_resources="in_line", directed=True)
    network.nodes, network.node_ids = _nodes(scene), [box.box.id for box in scene.boxes]
    network.edges = _edges(scene)
    network.options = _OPTIONS
    network.templateEnv, network.path = _environment(view, scene), "page.html.j2"
    html: str = network.generate_html("page.html")
    return html


def _nodes(scene: Scene) -> list[dict[str, Any]]:
    """What vis-network needs to know of a box: where it is and how large, so that a click finds it. No words."""
    return [_node(box.box.id, *box.rect) for box in scene.boxes]


def _node(box: str, left: float, top: float, width: float, height: float) -> dict[str, Any]:
    return {
        "id": box,
        "label": " ",
        "x": left + width / 2,
        "y": top + height / 2,
        "widthConstraint": {"minimum": width, "maximum": width},
        "heightConstraint": {"minimum": height},
    }


def _edges(scene: Scene) -> list[dict[str, Any]]:
    return [{"id": line.line.id, "from": line.line.source, "to": line.line.target} for line in scene.lines]


def _environment(view: View, scene: Scene) -> Environment:
    environment = Environment(loader=PackageLoader("viz", "assets"), autoescape=True, undefined=StrictUndefined)
    environment.filters["shown"] = clean
    environment.filters["values"] = json.loads
    script = "".join(map(_asset, ("draw.js", "panel.js", "page.js")))
    library = files("pyvis").joinpath(*_VIS).read_text(encoding="utf-8")
    environment.globals.update(
        view=view,
        picture=picture(view, scene),
        outline=outline(view),
        headings=HEADINGS,
        table=table(view),
        settled=("met", "na"),
        keys=[(Markup(sample(key)), " ".join(run.text for run in key.runs)) for key in scene.keys],  # noqa: S704
        status_marks=theme.STATUS_MARKS,
        kinds=_in_use(box.kind for box in view.boxes),
        tiers=_in_use(box.tier or "tier not known" for box in view.boxes if box.tier or box.cluster),
        statuses=[status for status in theme.STATUS_MARKS if any(n.status == status for n in view.notes)],
        drawing=Markup(svg(scene)),  # noqa: S704
        style=Markup(_style(scene)),  # noqa: S704
        library=Markup(library),  # noqa: S704
        script=Markup(script),  # noqa: S704
        policy=_policy(library, script),
    )
    return environment


def _in_use(words: Iterable[str]) -> list[str]:
    return sorted(set(words))


def _asset(name: str) -> str:
    return files("viz").joinpath("assets", name).read_text(encoding="utf-8")


def _style(scene: Scene) -> str:
    light, dark = _properties(theme.LIGHT), _properties(theme.DARK)
    return (
        f":root {{\n{light}}}\n"
        f'@media (prefers-color-scheme: dark) {{ :root:not([data-theme="light"]) {{\n{dark}}} }}\n'
        f':root[data-theme="dark"] {{\n{dark}}}\n'
        f"@page map {{ size: {_sheet(scene)}; margin: 10mm; }}\n" + _asset("page.css")
    )


def _sheet(scene: Scene) -> str:
    """The sheet for the drawing in millimetres: browsers know the larger papers by measure only."""
    long, short = (round(side * 25.4 / 72) for side in PAPERS[scene.paper])
    return f"{long}mm {short}mm" if scene.lies_across else f"{short}mm {long}mm"


def _properties(colours: Mapping[str, str]) -> str:
    return "".join(f"  --{name}: {value};\n" for name, value in colours.items())


def _policy(*scripts: str) -> str:
    """Only our own two scripts may run, and nothing may be fetched: a name that smuggles in a script stays a name."""
    hashes = " ".join(f"'sha256-{_hash(script)}'" for script in scripts)
    return (
        f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")
