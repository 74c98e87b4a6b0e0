from pathlib import Path

import pytest

from tests import golden_file
from tests.golden_file import Golden


def test_blessed_text_is_held_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(golden_file, "ROOT", tmp_path)
    with pytest.raises(AssertionError, match="not there yet"):
        Golden(blessing=False).check("new/file.md", "one\n")
    Golden(blessing=True).check("new/file.md", "one\n")
    Golden(blessing=False).check("new/file.md", "one\n")
    with pytest.raises(AssertionError, match="not what the code gives now"):
        Golden(blessing=False).check("new/file.md", "one\r\n")
