"""`answerable doctor`: versions, what is installed, and name clashes."""

import typer

from answerable.doctor import Clash, Diagnosis, Part, diagnose
from answerable.errors import ExitCode


def doctor() -> None:
    """Show versions, what is installed, and whether another package stands in the way."""
    diagnosis = diagnose()
    typer.echo(_text(diagnosis))
    raise typer.Exit(ExitCode.NOTHING if diagnosis.healthy else ExitCode.FINDINGS)


def _text(diagnosis: Diagnosis) -> str:
    width = max(len(part.name) for part in diagnosis.parts)
    lines = [_part(part, width) for part in diagnosis.parts]
    lines += ["", *([_clash(clash) for clash in diagnosis.clashes] or ["No name clashes with other packages."])]
    return "\n".join(lines)


def _part(part: Part, width: int) -> str:
    state = part.version or ("NOT INSTALLED" if part.needed else "not installed")
    return f"{part.name:<{width}}  {state}" + (f"  ({part.remark})" if part.remark else "")


def _clash(clash: Clash) -> str:
    others = ", ".join(clash.distributions)
    return (
        f"Name clash: the package `{clash.package}` is installed by {others} as well. "
        f"Uninstall {others}, or give answerable an environment of its own (`uv tool install`, `pipx install`)."
    )
