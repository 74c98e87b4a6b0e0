import platform
import tomllib
from pathlib import Path

import pytest
from typer.testing import CliRunner

from answerable import __version__
from answerable.cli import app
from answerable.doctor import PACKAGES, Clash, Diagnosis, Part, clashes, diagnose, installed_version

PYPROJECT = Path(__file__).parents[2] / "pyproject.toml"


def test_this_environment_is_healthy() -> None:
    diagnosis = diagnose()
    versions = {part.name: part.version for part in diagnosis.parts}
    assert diagnosis.healthy
    assert versions["Python"] == platform.python_version()
    assert versions["answerable"] == __version__
    assert versions["networkx"] == installed_version("networkx")
    assert versions["Graphviz"]
    assert diagnosis.clashes == ()


def test_our_packages_are_those_of_the_wheel() -> None:
    project = tomllib.loads(PYPROJECT.read_text("utf-8"))
    assert set(project["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]) == set(PACKAGES)
    assert project["project"]["version"] == installed_version("answerable") == __version__


def test_a_package_of_the_same_name_from_elsewhere_is_a_clash() -> None:
    installed = {"viz": ["answerable", "vizzy"], "queries": ["answerable"], "loaders": ["zoo", "fast-loaders"]}
    assert clashes(("viz", "queries", "loaders", "graphmodel"), installed) == (
        Clash("loaders", ("fast-loaders", "zoo")),
        Clash("viz", ("vizzy",)),
    )


def test_what_is_not_installed_has_no_version() -> None:
    assert installed_version("no-such-distribution-anywhere") is None


@pytest.mark.parametrize(
    ("parts", "found", "healthy"),
    [
        ((Part("x", "1"),), (), True),
        ((Part("x", None),), (), False),
        ((Part("x", None, needed=False),), (), True),
        ((Part("x", "1"),), (Clash("viz", ("vizzy",)),), False),
    ],
)
def test_healthy_means_all_that_is_needed_and_no_clash(
    parts: tuple[Part, ...], found: tuple[Clash, ...], healthy: bool
) -> None:
    assert Diagnosis(parts, found).healthy is healthy


def test_the_command_shows_every_part_and_ends_well() -> None:
    result = CliRunner().invoke(app, ["doctor"])
    assert result.exit_code == 0
    for part in diagnose().parts:
        assert part.name in result.stdout
    assert "No name clashes with other packages." in result.stdout
