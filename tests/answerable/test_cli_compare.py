"""`answerable compare`: several partnerships side by side, to read, to look at and as data."""

import csv
import io
import json
import sys
import zipfile
from contextlib import redirect_stderr, redirect_stdout
from fractions import Fraction
from pathlib import Path

import networkx as nx
import pytest
from pypdf import PdfReader

import answerable as an
import sample_data
from answerable.cli import main
from answerable.comparing import apart
from answerable.comparison_data import COLUMNS, pair_of
from answerable.data_frames import comparison_frame
from graphmodel.content import content_hash
from graphmodel.evidence import EvidenceLevel
from tests.answerable.conftest import Answer

FIVE = [sample_data.path(name) for name in ("torbay", "rochdale", "south_worcestershire", "gloucestershire", "hackney")]
TORBAY, ROCHDALE, SOUTH_WORCESTERSHIRE, GLOUCESTERSHIRE, HACKNEY = FIVE
ENDINGS = (".csv", ".docx", ".graphml", ".html", ".json", ".md", ".pdf", ".png", ".svg", ".txt", ".yaml")


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Write the five to every format once, for all who look at them, and take down what was said."""
    folder = tmp_path_factory.mktemp("drawn")
    files = [folder / f"comparison{ending}" for ending in ENDINGS]
    said, err = io.StringIO(), io.StringIO()
    with pytest.MonkeyPatch.context() as around, redirect_stdout(said), redirect_stderr(err):
        outputs = [str(part) for file in files for part in ("-o", file)]
        around.setattr(sys, "argv", ["answerable", "compare", *map(str, FIVE), *outputs])
        with pytest.raises(SystemExit) as ended:
            main()
    assert not ended.value.code
    assert said.getvalue() == ""
    assert err.getvalue() == "".join(f"Written: {file}\n" for file in files)
    return {file.suffix: file for file in files}


def test_a_comparison_goes_to_every_format(answer: Answer, drawn: dict[str, Path]) -> None:
    made = drawn
    assert answer("compare", *FIVE).out == made[".txt"].read_text("utf-8")
    assert made[".pdf"].read_bytes().startswith(b"%PDF")
    assert made[".png"].read_bytes().startswith(b"\x89PNG")
    assert "<svg" in made[".svg"].read_text("utf-8")
    assert any(name.endswith(".png") for name in zipfile.ZipFile(made[".docx"]).namelist())
    assert "data:image/png" in made[".html"].read_text("utf-8")


def test_a_pdf_has_a_page_of_panels_and_one_of_figures_at_every_level_each_a4(drawn: dict[str, Path]) -> None:
    pages = PdfReader(drawn[".pdf"]).pages
    assert [(float(page.mediabox.width), float(page.mediabox.height)) for page in pages] == [(841.89, 595.28)] * 2
    first, second = (" ".join(page.extract_text().split()) for page in pages)
    assert "Who plays which part" in first
    assert "What structures measure at each level of evidence" in second
    assert all(one.title.split()[0] in second for one in map(an.load, FIVE))


def test_a_pdf_of_panels_alone_is_one_page(answer: Answer, tmp_path: Path) -> None:
    answer("compare", TORBAY, ROCHDALE, "--panels", "-o", tmp_path / "panels.pdf")
    assert len(PdfReader(tmp_path / "panels.pdf").pages) == 1


def test_the_table_is_tidy_and_says_what_the_comparison_does(drawn: dict[str, Path]) -> None:
    rows = list(csv.DictReader(io.StringIO(drawn[".csv"].read_text("utf-8"))))
    comparison = an.compare(map(an.load, FIVE))
    assert list(rows[0]) == list(COLUMNS)
    assert len(rows) == len(FIVE) * len(EvidenceLevel) * len(comparison.metrics)
    for row in rows:
        (one,) = (one for one in comparison.structures if one.id == row["structure"])
        value = one.values[EvidenceLevel(row["level"])][row["metric"]]
        assert (row["known"] == "true") == (value.number is not None)
        assert [row["at_least"], row["open"]] == [str(flag).lower() for flag in (value.at_least, value.open)]
        if value.part is not None:
            assert Fraction(int(row["part"]), int(row["whole"])) == value.number
        else:
            assert (row["part"], row["whole"]) == ("", "")
        assert int(row["words"]) == one.coverage.words


def test_what_stands_beside_a_figure_is_of_its_level(drawn: dict[str, Path]) -> None:
    rows = list(csv.DictReader(io.StringIO(drawn[".csv"].read_text("utf-8"))))
    groups = {row["level"]: row for row in rows if (row["structure"], row["metric"]) == ("hackney", "groups")}
    told = {level: [row[name] for name in ("value", "groups", "facts", "at_least")] for level, row in groups.items()}
    assert told == {
        "stated": ["4.0", "4", "12", "true"],
        "inferred": ["5.0", "5", "19", "true"],
        "asserted": ["5.0", "5", "19", "true"],
    }
    for row in rows:
        if row["metric"] == "seats_known":
            assert (row["part"], row["whole"]) == (row["seats_known"], row["groups"])


def test_the_json_has_exact_figures_with_their_coverage(answer: Answer, tmp_path: Path) -> None:
    answer("compare", SOUTH_WORCESTERSHIRE, GLOUCESTERSHIRE, "-o", tmp_path / "two.json")
    told = json.loads((tmp_path / "two.json").read_text("utf-8"))
    one, other = told["structures"]
    assert one["values"]["inferred"]["reciprocity"] == {"part": 1, "whole": 3, "at_least": False, "open": True}
    assert one["values"]["stated"]["groups"] == {"part": 6, "whole": 1, "at_least": True, "open": True}
    assert one["values"]["stated"]["tiers"] is None
    assert (one["kin"]["type"], one["kin"]["rests"]) == ("absorbed", "partly inferred")
    assert other["kin"]["words"].endswith("which go on (inferred).")
    assert one["coverage"]["words"] == 229
    assert one["motifs"]["stated"][0]["members"][0] == {"id": "sw.dag", "role": "group"}
    assert one["content"] == content_hash(an.load(SOUTH_WORCESTERSHIRE))
    assert other["as_of"] == "2003-11-21"
    assert {"metric": "reciprocity", "one": "south_worcestershire", "other": "gloucestershire",
            "at": {"stated": "same", "inferred": "more", "asserted": "more"}} in told["flips"]  # fmt: skip
    assert told["names"]["gloucestershire"]["gl.eso"] == "Executive Support Officers group"


def test_one_graph_has_all_structures_apart(answer: Answer, tmp_path: Path) -> None:
    answer("compare", SOUTH_WORCESTERSHIRE, GLOUCESTERSHIRE, "-o", tmp_path / "two.graphml")
    graph = nx.read_graphml(tmp_path / "two.graphml", force_multigraph=True)
    alone = [an.load(file).graph(as_of="2003-11-21") for file in (SOUTH_WORCESTERSHIRE, GLOUCESTERSHIRE)]
    assert graph.number_of_nodes() == sum(one.number_of_nodes() for one in alone)
    assert graph.number_of_edges() == sum(one.number_of_edges() for one in alone)
    assert graph.nodes["gloucestershire:gl.gcsp"]["part"] == "A"
    assert {about["structure"] for _, about in graph.nodes(data=True)} == {"south_worcestershire", "gloucestershire"}
    assert all(start.split(":")[0] == finish.split(":")[0] for start, finish in graph.edges())


def test_parts_are_proposed_edited_and_read_back(answer: Answer, tmp_path: Path, drawn: dict[str, Path]) -> None:
    parts = tmp_path / "parts.yaml"
    proposal = drawn[".yaml"].read_text("utf-8")
    assert "players: {south_worcestershire: [sw.smat_coord], gloucestershire: [gl.pct_ce]}" in proposal
    parts.write_text(proposal.replace("gloucestershire: [gl.pct_ce]", "gloucestershire: [gl.maiden_mgr]"), "utf-8")
    answer("compare", *FIVE, "--parts", parts, "-o", tmp_path / "edited.json")
    told = json.loads((tmp_path / "edited.json").read_text("utf-8"))
    (lead,) = (part for part in told["parts"] if part["name"] == "Drugs lead")
    assert lead["players"]["gloucestershire"] == ["gl.maiden_mgr"]
    assert lead["given"] is True
    assert len(told["parts"]) == proposal.count("- name:")


def test_wrong_names_in_parts_are_told_with_the_likest(answer: Answer, tmp_path: Path) -> None:
    parts = tmp_path / "parts.yaml"
    parts.write_text("parts:\n  - {name: Lead, players: {torbay: [tor.scm], rochdale: [roc.scp]}}\n"
                     "  - {name: Chair, players: {hackny: [hk.p]}}\n", "utf-8")  # fmt: skip
    code, out, err = answer("compare", TORBAY, ROCHDALE, HACKNEY, "--parts", parts)
    assert (code, out) == (2, "")
    assert "The part “Lead” names `tor.scm`, which is not in `torbay`. Did you mean" in err
    assert "`tor.csm`" in err
    assert "names the structure `hackny`, which is not compared here. Did you mean `hackney`?" in err


def test_short_ids_and_names_are_guessed_too_and_persons_never(answer: Answer, tmp_path: Path) -> None:
    parts = tmp_path / "parts.yaml"
    parts.write_text("parts:\n  - {name: Lead, players: {hackney: [hk.strat, DAT], torbay: [tor.parnel]}}\n", "utf-8")
    _, _, err = answer("compare", TORBAY, HACKNEY, "--parts", parts)
    assert "names `hk.strat`, which is not in `hackney`. Did you mean `hk.strategic`?" in err
    assert "names `DAT`, which is not in `hackney`. Did you mean `hk.dat`?" in err
    assert "names `tor.parnel`, which is not in `torbay`." in err
    assert "tor.parnell" not in err


def test_a_misspelt_word_in_parts_is_told_with_its_place(answer: Answer, tmp_path: Path) -> None:
    parts = tmp_path / "parts.yaml"
    parts.write_text("parts:\n  - {nam: Lead, players: {torbay: [tor.csm]}}\n", "utf-8")
    code, _, err = answer("compare", TORBAY, ROCHDALE, "--parts", parts)
    assert code == 2
    assert "parts.yaml:2:6: A given part has no field `nam`. Did you mean `name`?" in err


def test_one_partnership_is_not_compared_and_everything_wrong_is_told_at_once(answer: Answer, tmp_path: Path) -> None:
    code, out, err = answer("compare", TORBAY)
    assert (code, out) == (2, "")
    assert "Name two or more." in err
    code, _, err = answer("compare", TORBAY, tmp_path / "none.yaml", "-o", tmp_path / "x.xlsx", "--evidence", "sttaed")
    assert code == 2
    assert "the comparison is written as" in err
    assert "Did you mean `stated`?" in err
    assert "none.yaml" in err
    assert list(tmp_path.iterdir()) == []


def test_no_file_that_is_read_is_written_over(answer: Answer, tmp_path: Path) -> None:
    mine = tmp_path / "mine.yaml"
    mine.write_bytes(HACKNEY.read_bytes())
    code, _, err = answer("compare", TORBAY, mine, "-o", mine)
    assert code == 2
    assert "is the file that is read" in err
    assert mine.read_bytes() == HACKNEY.read_bytes()


def test_a_figure_has_room_for_six(answer: Answer, tmp_path: Path) -> None:
    code, _, err = answer("compare", *FIVE, TORBAY, HACKNEY, "-o", tmp_path / "seven.svg")
    assert code == 2
    assert "a figure has room for 6 partnerships, not 7" in err
    assert answer("compare", *FIVE, TORBAY, HACKNEY, "-o", tmp_path / "seven.docx").code == 0


def test_a_figure_may_be_drawn_at_a_level_and_without_its_table(
    answer: Answer, tmp_path: Path, drawn: dict[str, Path]
) -> None:
    two = SOUTH_WORCESTERSHIRE, GLOUCESTERSHIRE
    answer("compare", *two, "--panels", "-o", tmp_path / "panels.svg")
    answer("compare", *two, "--evidence", "stated", "-o", tmp_path / "stated.svg")
    panels, stated = ((tmp_path / f"{name}.svg").read_text("utf-8") for name in ("panels", "stated"))
    whole = drawn[".svg"].read_text("utf-8")
    assert "What they measure" in whole
    assert "What they measure" not in panels
    assert "Level of evidence: stated" in stated


def test_one_structure_at_two_days_is_told_apart(answer: Answer, tmp_path: Path) -> None:
    answer("compare", TORBAY, TORBAY, "-o", tmp_path / "two.json")
    told = json.loads((tmp_path / "two.json").read_text("utf-8"))
    assert [one["id"] for one in told["structures"]] == ["torbay", "torbay.2"]
    titles = ["Safer Communities Torbay (torbay)", "Safer Communities Torbay (torbay.2)"]
    assert [one["title"] for one in told["structures"]] == titles
    assert all(title in answer("compare", TORBAY, TORBAY).out.replace("\n", " ") for title in titles)
    assert apart(["a", "a.2", "a"]) == ("a", "a.2", "a.3")


def test_no_person_is_named_unless_asked_for(answer: Answer, tmp_path: Path) -> None:
    parts = tmp_path / "given.yaml"
    parts.write_text("parts:\n  - {name: Voice, players: {torbay: [tor.parnell], rochdale: [roc.scp]}}\n", "utf-8")
    named = (".json", ".txt", ".md", ".graphml", ".html", ".docx")
    for name, wanted, endings in (("without", (), ENDINGS), ("with", ("--names",), named)):
        files = [part for ending in endings for part in ("-o", tmp_path / f"{name}{ending}")]
        assert answer("compare", TORBAY, ROCHDALE, "--parts", parts, *wanted, *files).code == 0
    told = {ending: _bytes(tmp_path / f"without{ending}") for ending in ENDINGS}
    assert [ending for ending, content in told.items() if b"arnell" in content] == []
    for ending in named:
        assert b"Alison Parnell" in _bytes(tmp_path / f"with{ending}")


def _bytes(file: Path) -> bytes:
    if file.suffix != ".docx":
        return file.read_bytes()
    with zipfile.ZipFile(file) as packed:
        return b"".join(packed.read(name) for name in packed.namelist() if name.endswith(".xml"))


def test_a_comparison_is_a_data_frame() -> None:
    comparison = an.compare([an.load(SOUTH_WORCESTERSHIRE), an.load(GLOUCESTERSHIRE)])
    frame = comparison_frame(comparison)
    seats = frame[(frame.metric == "seats") & (frame.level == "stated")].set_index("structure")
    assert seats.value.to_dict() == {"south_worcestershire": 12.0, "gloucestershire": 18.0}
    assert frame[frame.metric == "hours"].value.isna().all()
    assert str(frame.part.dtype) == "Int64"


def test_the_profile_is_one_for_all_and_the_same_figures_come_as_in_a_report() -> None:
    structures = [an.load(SOUTH_WORCESTERSHIRE), an.load(GLOUCESTERSHIRE)]
    comparison = an.compare(structures, profile="governance")
    for structure, one in zip(structures, comparison.structures, strict=True):
        report = an.audit(structure, profile="governance")
        met = {found.subjects[0].id for found in report.findings
               if found.rule == "ACC-11" and found.aspect == "chair" and found.status == "met"}  # fmt: skip
        pair = pair_of(one.values[EvidenceLevel.ASSERTED]["chair_met"])
        assert pair is not None
        assert pair[0] == len(met)


def test_data_says_too_which_file_was_not_read_whole(answer: Answer, tmp_path: Path) -> None:
    from tests.answerable.test_cli_own_files import GOOD, ODD, workbook

    torn = workbook(tmp_path / "torn.xlsx", {**GOOD, "Funds": [["Name", "Kind"], ["Fund", ODD]]})
    answer("compare", TORBAY, torn, "-o", tmp_path / "two.json")
    answer("compare", TORBAY, ROCHDALE, "-o", tmp_path / "whole.json")
    notices = [json.loads((tmp_path / name).read_text("utf-8"))["notice"] for name in ("two.json", "whole.json")]
    assert notices[0].startswith("torn.xlsx: Lists that the file declares complete were not counted as such")
    assert notices[1] == ""
