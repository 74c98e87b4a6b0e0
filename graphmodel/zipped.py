"""Office files are zip packages: the same content as the same bytes, whenever and wherever it was packed."""

from __future__ import annotations

import datetime as dt
import re
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


def told_truly(name: str, part: bytes, made: dt.datetime) -> bytes:
    """Put right what openpyxl says of every workbook: the moment of saving, and that Excel made it."""
    if name == "docProps/core.xml":
        moment = made.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
        return re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + moment, part)
    if name == "docProps/app.xml":
        named = re.sub(rb"<Application>[^<]*", b"<Application>answerable", part)
        return re.sub(rb"<AppVersion>[^<]*</AppVersion>", b"", named)
    return part
