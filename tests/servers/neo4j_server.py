"""A real Neo4j server for the tests, started here, or the one that the environment names."""

import os
import secrets
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import neo4j
from neo4j.exceptions import DriverError, Neo4jError

from tests.servers.missing import MissingError
from tests.servers.neo4j_parts import Release, fetch

FIRST_LOGIN = ("neo4j", "neo4j")
SECONDS_TO_START = 180
SECONDS_TO_STOP = 60
_OPENED = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")


@dataclass(frozen=True)
class Neo4jServer:
    """A server that answers: its Bolt address and a login that may read and write."""

    uri: str
    user: str
    password: str = field(repr=False)

    @property
    def environment(self) -> dict[str, str]:
        """What a command needs in its environment to find this server."""
        return {"NEO4J_URI": self.uri, "NEO4J_USER": self.user, "NEO4J_PASSWORD": self.password}

    def driver(self) -> neo4j.Driver:
        """An open driver; whoever asks for it closes it."""
        return neo4j.GraphDatabase.driver(
            self.uri, auth=(self.user, self.password), notifications_min_severity="OFF", telemetry_disabled=True
        )


def external() -> Neo4jServer | None:
    """The server that NEO4J_URI, NEO4J_USER and NEO4J_PASSWORD name, where they are set."""
    uri = os.environ.get("NEO4J_URI")
    if not uri:
        return None
    return Neo4jServer(uri, os.environ.get("NEO4J_USER", "neo4j"), os.environ.get("NEO4J_PASSWORD", ""))


@contextmanager
def started(release: Release, settings: Mapping[str, str] | None = None) -> Iterator[Neo4jServer]:
    """Start a server of our own on a free loopback port, with an empty home, and stop it at the end.

    Args: `settings` are further lines for its `neo4j.conf`.
    """
    fetch(release)
    with tempfile.TemporaryDirectory(prefix="answerable-neo4j-", ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        with running(release, home, settings) as uri:
            password = secrets.token_hex(12)
            _set_first_password(uri, password)
            yield Neo4jServer(uri, "neo4j", password)


@contextmanager
def running(release: Release, home: Path, settings: Mapping[str, str] | None = None) -> Iterator[str]:
    """Run a server on an existing home, as it stands, and give its Bolt address."""
    port = _free_port()
    _configure(home, port, settings or {})
    log = home / "console.log"
    with log.open("ab") as console:
        process = subprocess.Popen(_command(release, home), stdout=console, stderr=subprocess.STDOUT, cwd=home)
    try:
        uri = f"bolt://127.0.0.1:{port}"
        _wait_until_it_answers(uri, process, log)
        yield uri
    finally:
        process.terminate()
        try:
            process.wait(SECONDS_TO_STOP)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _configure(home: Path, port: int, settings: Mapping[str, str]) -> None:
    lines = {
        "server.bolt.listen_address": f"127.0.0.1:{port}",
        "server.bolt.advertised_address": f"127.0.0.1:{port}",
        "server.http.enabled": "false",
        "server.https.enabled": "false",
        "dbms.usage_report.enabled": "false",
        "server.memory.pagecache.size": "256m",
        "db.tx_log.preallocate": "false",  # else an empty database takes half a gigabyte of disk
        **settings,
    }
    (home / "conf").mkdir(exist_ok=True)
    (home / "conf" / "neo4j.conf").write_text("".join(f"{key}={value}\n" for key, value in lines.items()), "utf-8")


def _command(release: Release, home: Path) -> list[str]:
    java = shutil.which("java")
    if java is None:
        raise MissingError("There is no Java.")
    opened = [f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in _OPENED]
    return [
        *(java, "-cp", f"{release.parts}/*", "-Xms512m", "-Xmx1g", *opened, release.main_class),
        *(f"--home-dir={home}", f"--config-dir={home / 'conf'}"),
    ]


def _wait_until_it_answers(uri: str, process: subprocess.Popen[bytes], log: Path) -> None:
    latest = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < latest:
        if process.poll() is not None:
            raise MissingError(f"Neo4j stopped while starting: {log.read_text('utf-8', 'replace')[-600:].strip()}")
        if _answers(uri):
            return
        time.sleep(0.5)
    raise MissingError(f"Neo4j did not answer within {SECONDS_TO_START} seconds.")


def _answers(uri: str) -> bool:
    if not _listens(uri):  # asking the socket first is cheaper than a driver and its retries
        return False
    try:
        # `verify_connectivity` would refuse until the first password is changed.
        with neo4j.GraphDatabase.driver(uri, auth=FIRST_LOGIN) as driver:
            driver.get_server_info()
    except Neo4jError as refusal:  # it answers: on a home that has a password already, with a refusal
        return refusal.code == "Neo.ClientError.Security.Unauthorized"
    except DriverError:
        return False
    return True


def _listens(uri: str) -> bool:
    port = int(uri.rpartition(":")[2])
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _set_first_password(uri: str, password: str) -> None:
    with neo4j.GraphDatabase.driver(uri, auth=FIRST_LOGIN) as driver:
        driver.execute_query("ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $new", new=password, database_="system")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
