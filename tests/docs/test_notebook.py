"""The notebook runs from its first cell to its last, without a network, and shows what it says that it shows."""

import os
import re
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

ROOT = Path(__file__).parents[2]
NOTEBOOK = ROOT / "docs" / "comparing.ipynb"
SECONDS = 120


@pytest.fixture(scope="module")
def read() -> Any:
    return nbformat.read(NOTEBOOK, as_version=4)  # type: ignore[no-untyped-call]  # nbformat ships no types for it


@pytest.fixture(scope="module")
def ran(read: Any, tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Any], Path]:
    """Run all cells in a folder of their own; a cell that fails raises here."""
    folder = tmp_path_factory.mktemp("notebook")
    around = pytest.MonkeyPatch()
    around.setenv("PYTHONPATH", os.pathsep.join((str(ROOT), *filter(None, (os.environ.get("PYTHONPATH"),)))))
    around.setenv("IPYTHONDIR", str(folder / "ipython"))
    for proxy in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"):
        around.setenv(proxy, "http://127.0.0.1:9")  # whoever goes to the network is turned away at the door
    client = NotebookClient(read, timeout=SECONDS, kernel_name="python3", resources={"metadata": {"path": str(folder)}})
    try:
        done = client.execute()
    finally:
        around.undo()
    return {cell["id"]: cell for cell in done.cells}, folder


def shown(cells: dict[str, Any], cell: str, form: str = "text/plain") -> str:
    (output,) = cells[cell]["outputs"]
    return str(output["data"][form])


def test_it_is_kept_without_what_it_shows() -> None:
    """Outputs would be out of date with the next change; whoever opens it runs it."""
    kept: Any = nbformat.read(NOTEBOOK, as_version=4)  # type: ignore[no-untyped-call]  # nbformat ships no types for it
    nbformat.validate(kept)
    code = [cell for cell in kept.cells if cell.cell_type == "code"]
    assert all(not cell.outputs and cell.execution_count is None for cell in code)


def test_every_cell_runs(ran: tuple[dict[str, Any], Path]) -> None:
    cells, _ = ran
    code = [cell for cell in cells.values() if cell["cell_type"] == "code"]
    assert [cell["execution_count"] for cell in code] == list(range(1, len(code) + 1))
    assert not [output for cell in code for output in cell["outputs"] if output["output_type"] in ("error", "stream")]


def test_it_shows_the_figures_with_how_much_was_written(ran: tuple[dict[str, Any], Path]) -> None:
    cells, _ = ran
    assert "Interlock density" in shown(cells, "figures")
    coverage = shown(cells, "coverage")
    assert "375" in coverage
    assert "106" in coverage


def test_it_shows_a_conclusion_that_turns(ran: tuple[dict[str, Any], Path]) -> None:
    cells, _ = ran
    rows = [re.findall(r"<td>(.*?)</td>", row) for row in shown(cells, "turns", "text/html").split("</tr>")]
    assert ["reciprocity", "south_worcestershire", "gloucestershire", "same", "more", "more"] in rows


def test_it_shows_patterns_and_parts(ran: tuple[dict[str, Any], Path]) -> None:
    cells, _ = ran
    assert "dual reporting" in shown(cells, "motifs")
    assert "Rochdale Safer Communities Partnership" in shown(cells, "parts", "text/html")


def test_it_shows_the_page_and_writes_the_files(ran: tuple[dict[str, Any], Path]) -> None:
    cells, folder = ran
    assert "<svg" in shown(cells, "page", "image/svg+xml")
    assert (folder / "side-by-side.pdf").read_bytes().startswith(b"%PDF")
    assert (folder / "figures.csv").read_text("utf-8").count("\n") > 200
    assert "graphml" in shown(cells, "export")
