"""What is installed, in which version, and what stands in its way."""

import platform
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib import metadata

from answerable import __version__

DISTRIBUTION = "answerable"
PACKAGES = ("answerable", "graphmodel", "loaders", "queries", "viz", "sample_data")
NEEDED = ("jinja2", "networkx", "pydantic", "pygraphviz", "pyvis", "PyYAML", "rich", "typer")
OPTIONAL = {"neo4j": "only for a Neo4j database: install answerable[neo4j]"}


@dataclass(frozen=True)
class Part:
    """One thing that the tool stands on: its version, or None where it is not installed."""

    name: str
    version: str | None
    needed: bool = True
    remark: str = ""

    @property
    def works(self) -> bool:
        return self.version is not None


@dataclass(frozen=True)
class Clash:
    """A top-level package of ours that another distribution installs as well: whichever came last is imported."""

    package: str
    distributions: tuple[str, ...]


@dataclass(frozen=True)
class Diagnosis:
    """What `answerable doctor` found."""

    parts: tuple[Part, ...]
    clashes: tuple[Clash, ...]

    @property
    def healthy(self) -> bool:
        return not self.clashes and all(part.works or not part.needed for part in self.parts)


def diagnose() -> Diagnosis:
    """Look at the running environment; nothing is changed and nothing leaves the machine."""
    return Diagnosis(
        parts=(
            Part("Python", platform.python_version(), remark=sys.executable),
            Part(DISTRIBUTION, __version__),
            *(Part(name, installed_version(name)) for name in NEEDED),
            graphviz(),
            *(Part(name, installed_version(name), needed=False, remark=remark) for name, remark in OPTIONAL.items()),
        ),
        clashes=clashes(PACKAGES, metadata.packages_distributions()),
    )


def installed_version(distribution: str) -> str | None:
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return None


def graphviz() -> Part:
    """Whether Graphviz, which pygraphviz carries as a compiled library, loads and can lay out a graph."""
    try:
        import pygraphviz
    except (ImportError, OSError) as error:  # a wheel for another machine, or a library it cannot find
        return Part("Graphviz", None, remark=f"pygraphviz does not load: {error}")
    try:
        drawing = pygraphviz.AGraph(directed=True)
        drawing.add_edge("a", "b")
        drawing.layout(prog="dot")
    except (OSError, ValueError) as error:  # the library is there, its layout program is not
        return Part("Graphviz", None, remark=f"pygraphviz cannot lay out a graph: {error}")
    return Part("Graphviz", pygraphviz.__graphviz_version__, remark="inside pygraphviz")


def clashes(packages: Iterable[str], installed: Mapping[str, list[str]]) -> tuple[Clash, ...]:
    """Those of `packages` that a distribution other than ours installs, by name.

    `installed` maps a top-level package to the distributions that install it. Our rooms have plain names, so another
    distribution may well bring a package `queries` or `viz`.
    """
    others = {package: tuple(sorted(set(installed.get(package, ())) - {DISTRIBUTION})) for package in sorted(packages)}
    return tuple(Clash(package, distributions) for package, distributions in others.items() if distributions)
