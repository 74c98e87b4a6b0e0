"""Why a body or post bears nothing on a day: it has ended, has not begun, or is not evidenced as one that is there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from graphmodel.evidence import Modality
from queries.facts.known import Known
from queries.outcome import COMING

ENDED, TO_COME, DENIED, WEAK = (
    "no longer there", "not there yet", "known not to be there", "not evidenced at this level of evidence",
)  # fmt: skip


def reasons(known: Known, ids: Iterable[str]) -> Mapping[str, str]:
    """Return why some are not there, in words that go on after "is", by id in order."""
    return {id_: _why(known, id_) for id_ in sorted(set(ids))}


def _why(known: Known, id_: str) -> str:
    row = known.entities[id_]
    if row.modality in COMING or row.to_come:
        return TO_COME
    if row.modality == Modality.DENIED:
        return DENIED
    return ENDED if row.current == "no" else WEAK
