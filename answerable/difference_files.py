"""A difference in the form that a file's ending asks for: a paper, the map of both states, or a document."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from answerable.papers import PAPER_ENDINGS, paper_as

if TYPE_CHECKING:
    from answerable.differing import Differing
    from viz.paper import Paper, Picture

ENDINGS = (*PAPER_ENDINGS, ".json", ".svg", ".png")
_WITH_PICTURE = (".docx", ".html")


@dataclass(frozen=True, slots=True)
class DifferenceFiles:
    """A difference in every form, each made when it is asked for.

    Nothing has to be hidden here: where persons are not named, what is told of has stand-ins for them already.
    """

    made: Differing
    notice: str = ""
    """What of the files could not be read, for the head of a paper."""

    def of(self, ending: str) -> str | bytes:
        """Return the content of a file with an ending of `ENDINGS`."""
        if ending == ".json":
            return self._json()
        if ending in {".svg", ".png"}:
            return self._map(ending)
        return paper_as(ending, self.paper(self._picture() if ending in _WITH_PICTURE else None))

    def paper(self, picture: Picture | None = None) -> Paper:
        """Compose the difference to be read."""
        from answerable.told import headed
        from viz.differences.paper import difference_paper

        paper = difference_paper(*self.made, names=True, picture=picture, author=_author())
        return headed(paper, self.notice)

    def _json(self) -> str:
        from answerable import __version__
        from queries.differences.document import document

        return json.dumps(document(self.made.difference, __version__), indent=2, ensure_ascii=False) + "\n"

    def _map(self, ending: str) -> str | bytes:
        from viz.differences.map import difference_svg
        from viz.drawing.png import png

        drawn = difference_svg(*self.made, names=True, author=_author())
        return drawn if ending == ".svg" else png(drawn)

    def _picture(self) -> Picture:
        from viz.differences.map import difference_picture

        return difference_picture(*self.made, names=True, author=_author())


def _author() -> str:
    from answerable import __version__

    return f"answerable {__version__}"
