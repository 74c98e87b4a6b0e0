"""Files that hold what the code is expected to give, and how they are renewed on purpose."""

from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class Golden:
    """Compares text with a committed file; where `blessing`, writes the file instead. Read it before you commit it."""

    blessing: bool

    def check(self, path: str, text: str) -> None:
        """Hold `text` to the file at `path`, which starts at the root of the checkout: `tests/golden/torbay.md`."""
        file = ROOT / path
        if self.blessing:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8", newline="\n")
            return
        assert file.is_file(), f"{path} is not there yet: `make bless` (or, under docs/, `make docs`) writes it"
        assert text == file.read_bytes().decode("utf-8"), f"{path} is not what the code gives now"
