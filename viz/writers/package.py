"""Office files are zip packages: the same content as the same bytes, whenever and wherever it was packed."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_OLDEST = (1980, 1, 1, 0, 0, 0)


def pinned(package: bytes, change: Callable[[str, bytes], bytes] = lambda _, content: content) -> bytes:
    """Pack again with one fixed time for every part. `change` gets each part by its name and may replace it."""
    packed = BytesIO()
    with ZipFile(BytesIO(package)) as given, ZipFile(packed, "w", ZIP_DEFLATED) as taken:
        for name in given.namelist():
            part = ZipInfo(name, _OLDEST)
            part.compress_type = ZIP_DEFLATED
            part.create_system = 0  # else it would tell the system it was packed on
            taken.writestr(part, change(name, given.read(name)))
    return packed.getvalue()
