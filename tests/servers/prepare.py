"""`make test` calls this first: fetch what the tests need and the machine lacks. What fails is told, and tests skip."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import partial

from tests.servers import chromium
from tests.servers.missing import MissingError
from tests.servers.neo4j_parts import fetch, runnable
from tests.servers.neo4j_server import external

PACKAGES = ("chromium", "fonts-dejavu-core")


def prepare() -> None:
    steps: list[Callable[[], None]] = [install_chromium]
    if external() is None:
        steps += [partial(fetch, release) for release in runnable()]
    for step in steps:
        try:
            step()
        except MissingError as reason:
            print(f"NOT PREPARED: {reason}", file=sys.stderr)


def install_chromium() -> None:
    """Install Chromium and a font from the system's packages, where we may."""
    if chromium.executable():
        return
    apt = shutil.which("apt-get")
    if apt is None:
        raise MissingError("Chromium is not installed, and this system has no apt-get to install it with.")
    root = _as_root()
    for arguments in (("update", "-q"), ("install", "-q", "-y", "--no-install-recommends", *PACKAGES)):
        run = subprocess.run(
            [*root, "env", "DEBIAN_FRONTEND=noninteractive", apt, *arguments],
            capture_output=True,
            text=True,
            check=False,
        )
        if run.returncode != 0:
            raise MissingError(f"apt-get {arguments[0]} failed: {(run.stdout + run.stderr)[-400:].strip()}")


def _as_root() -> tuple[str, ...]:
    """How to run a command as root without being asked for a password."""
    if os.geteuid() == 0:
        return ()
    sudo = shutil.which("sudo")
    if sudo and subprocess.run([sudo, "-n", "true"], capture_output=True, check=False).returncode == 0:
        return (sudo, "-n")
    raise MissingError("Chromium is not installed, and only root may install it: `apt-get install chromium`.")


if __name__ == "__main__":
    prepare()
