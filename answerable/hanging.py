"""What hangs on one, as data: ids and names, with or without those of persons, and what each fact rests on."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graphmodel.structure import Structure
    from queries.whatif.depends import Depends, Thread
    from queries.whatif.results import Break

SCHEMA = 1


def as_json(structure: Structure, found: Depends, *, names: bool = False) -> str:
    """Write what hangs on one as JSON; `docs/what-if.md` says what each key holds."""
    document = _Shown(structure, found, names=names).document()
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


class _Shown:
    """Puts ids in the place of persons' own, in keys of facts too."""

    def __init__(self, structure: Structure, found: Depends, *, names: bool) -> None:
        from viz.whatif.teller import Teller

        self._structure = structure
        self._found = found
        self._teller = Teller(structure, found.structure, names=names)

    def document(self) -> dict[str, Any]:
        found = self._found
        lost = (*found.found.lost, *found.found.faults)
        return {
            "schema": SCHEMA,
            "structure": self._teller.text(self._structure.title),
            "who": self._id(found.who),
            "as_of": found.day,
            "evidence": found.level.value,
            "gone": self._ids(found.gone),
            "empty": self._ids(found.empty),
            "threads": [self._thread(one) for one in found.threads],
            "chains": [
                {"group": self._id(group), "way": self._ids(way), "facts": self._ids(found.lines[group])}
                for group, way in found.ways.items()
            ],
            "plans": [{"plan": self._id(one.about[0]), "was": one.says} for one in found.plans],
            "unheard": [*self._voices(found.voices, "gone"), *self._voices(found.unheard, "empty")],
            "tied": [{"groups": piece.number, "around": self._ids(piece.groups)} for piece in found.pieces],
            "no_longer": [self._teller.text(one.board) for one in lost],
            "ends": self._ids(found.cut),
            "unaffected": self._ids(found.unaffected),
            "facts": self._facts(),
            "names": self._names(),
        }

    def _thread(self, one: Thread) -> dict[str, Any]:
        return {
            "how": one.how.value,
            "what": self._id(one.what),
            "others": self._ids(one.others),
            "list_complete": one.closed,
            "through": self._ids(one.through),
            "facts": self._ids(one.facts),
        }

    def _voices(self, voices: Iterable[Break], while_: str) -> Iterable[dict[str, Any]]:
        return ({"who": self._id(one.about[0]), "groups": self._ids(one.about[1:]), "while": while_} for one in voices)

    def _facts(self) -> dict[str, dict[str, str]]:
        from viz.whatif.depends_cited import Cited

        found = self._found
        of_lines = (fact for facts in found.lines.values() for fact in facts)
        keys = dict.fromkeys((*(fact for one in found.threads for fact in one.facts), *of_lines, *found.cut))
        return {
            self._id(key): {
                "says": said.says, "source": said.source, "place": said.place, "modality": said.modality.value,
                "reason": said.reason,
            }
            for key, said in Cited(self._structure, self._teller).said(keys)
        }  # fmt: skip

    def _names(self) -> dict[str, str]:
        found = self._found
        told = [found.who, *found.gone, *found.empty, *found.unaffected]
        told += [id_ for one in found.threads for id_ in (one.what, *one.others, *one.through)]
        told += [id_ for way in found.ways.values() for id_ in way]
        told += [id_ for one in (*found.plans, *found.voices, *found.unheard) for id_ in one.about]
        told += [id_ for piece in found.pieces for id_ in piece.groups]
        return {self._id(id_): self._teller.name(id_) for id_ in dict.fromkeys(told)}

    def _ids(self, ids: Iterable[str]) -> list[str]:
        return [self._id(id_) for id_ in ids]

    def _id(self, id_: str) -> str:
        """Return an id, or the key of a fact, which holds the ids of its ends between spaces."""
        return " ".join(self._teller.veil.id(word) for word in id_.split(" "))
