"""No output goes over a file that was read for it."""

from pathlib import Path

import pytest

from tests.answerable.small_place import Answer, laid_out

TOP = "extends: parent.json\nid: top\ntitle: Top\n"
PARENT = '{"extends": "governance", "id": "parent", "title": "Parent"}'


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return laid_out(tmp_path)


AUDIT = ("audit", "small.yaml", "--waivers", "waivers.yaml", "--baseline", "last.json")


@pytest.mark.parametrize(
    ("command", "over", "read"),
    [
        (AUDIT, "own.json", "own.yaml"),
        (AUDIT, "parent.json", "parent.json"),
        (AUDIT, "last.json", "last.json"),
        (AUDIT, "waivers.json", "waivers.yaml"),
        (AUDIT, "small.json", "small.yaml"),
        (("requests", "small.yaml"), "own.html", "own.yaml"),
        (("requests", "small.yaml", "-o", "new.md"), "parent.md", "parent.json"),
        (("map", "small.yaml", "-o", "new.svg"), "own.svg", "own.yaml"),
        (("map", "small.yaml"), "parent.html", "parent.json"),
    ],
)
def test_what_was_read_is_left_as_it_is(
    answer: Answer, place: Path, command: tuple[str, ...], over: str, read: str
) -> None:
    Path("own.yaml").write_text(TOP, "utf-8")
    Path("parent.json").write_text(PARENT, "utf-8")
    answer("audit", "small.yaml", "-o", "last.json")
    if over != read:
        Path(over).symlink_to(read)
    before = Path(read).read_bytes()
    code, _, err = answer(*command, "--profile", "own.yaml", "-o", over)
    assert (code, Path(read).read_bytes()) == (2, before)
    assert f"`{over}` is the file that is read." in err
    assert not list(place.glob("new.*"))
