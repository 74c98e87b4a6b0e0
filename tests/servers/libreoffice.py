"""LibreOffice for the tests: the system's own, without a window, in a profile of its own that is thrown away."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path

from tests.servers.missing import MissingError

NAMES = ("soffice", "libreoffice")
SECONDS = 180


def executable() -> str | None:
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def to_pdf(files: Iterable[Path], folder: Path) -> dict[str, Path]:
    """Convert files in one start of the program, and give the PDF of each by the name of the file."""
    given = [*files]
    _run("--convert-to", "pdf", "--outdir", str(folder), *map(str, given))
    made = {file.name: folder / f"{file.stem}.pdf" for file in given}
    lacking = [name for name, pdf in made.items() if not pdf.is_file()]
    assert not lacking, f"LibreOffice could not convert: {', '.join(lacking)}"
    return made


def to_csv(workbook: Path, folder: Path) -> dict[str, str]:
    """Convert every visible sheet of a workbook to CSV, as it is shown, and give their texts by the names of sheets."""
    every_sheet = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    _run("--convert-to", every_sheet, "--outdir", str(folder), str(workbook))
    found = sorted(folder.glob(f"{workbook.stem}-*.csv"))
    return {file.stem.removeprefix(f"{workbook.stem}-"): file.read_text("utf-8") for file in found}


def saved_again(file: Path, folder: Path) -> Path:
    """Open a file and save it in its own format, as whoever passes it on does."""
    _run("--convert-to", file.suffix.removeprefix("."), "--outdir", str(folder), str(file))
    return folder / file.name


def to_xlsx(files: Iterable[Path], folder: Path) -> None:
    """Save workbooks anew, as somebody does who opens them and saves them."""
    _run("--convert-to", "xlsx", "--outdir", str(folder), *map(str, files))


def _run(*arguments: str) -> None:
    path = executable()
    if path is None:
        raise MissingError(f"None of these is installed: {', '.join(NAMES)}.")
    with tempfile.TemporaryDirectory(prefix="answerable-office-", ignore_cleanup_errors=True) as profile:
        run = subprocess.run(
            [path, f"-env:UserInstallation={Path(profile).as_uri()}", "--headless", "--norestore", *arguments],
            capture_output=True,
            text=True,
            check=False,
            timeout=SECONDS,
            env={**os.environ, "HOME": profile},
        )
    if run.returncode != 0:
        raise MissingError(f"LibreOffice ended with {run.returncode}: {(run.stdout + run.stderr)[-400:].strip()}")
