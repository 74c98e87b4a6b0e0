"""The way to a Neo4j server: its address, the login, and what to say when it does not answer.

The address and the login come from the environment, never from a file or an option, so that a password does not end up
in a shell's history, in a report or in a message.
"""

import logging
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self
from urllib.parse import urlsplit

from answerable.errors import DatabaseError
from graphmodel.stored import NotStoredError, ReplacedError

if TYPE_CHECKING:
    from neo4j import Driver
    from neo4j.exceptions import DriverError, Neo4jError

OLDEST_SERVER = (5, 26)
SECONDS_TO_CONNECT = 15.0
SCHEMES = {"bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc"}
EXAMPLE = "bolt://localhost:7687"

_ADVICE = {
    "Neo.ClientError.Security.Unauthorized": "refuses the login. Check NEO4J_USER and NEO4J_PASSWORD.",
    "Neo.ClientError.Security.AuthenticationRateLimit": "has seen too many wrong logins. Wait a few seconds.",
    "Neo.ClientError.Security.CredentialsExpired": "wants a new password first. Set one, then NEO4J_PASSWORD.",
    "Neo.ClientError.Security.Forbidden": "does not allow this user to do that. Ask whoever runs the database.",
    "Neo.ClientError.General.WriteOnReadOnlyAccessDatabase": "is read only: nothing was written.",
    "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase": "is read only: nothing was written.",
    "Neo.TransientError.General.MemoryPoolOutOfMemoryError": (
        "has too little memory for a structure of this size. Give it more (server.memory.heap.max_size, "
        "dbms.memory.transaction.total.max); nothing was written."
    ),
}


@dataclass(frozen=True)
class Address:
    """Where the server is and how to log in. Printing it shows neither user nor password."""

    uri: str
    user: str = field(repr=False)
    password: str | None = field(repr=False)

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> Self:
        """Read NEO4J_URI, NEO4J_USER (default `neo4j`) and NEO4J_PASSWORD (none: the server asks for no login)."""
        variables = os.environ if environment is None else environment
        uri = variables.get("NEO4J_URI", "").strip()
        if not uri:
            raise DatabaseError(f"NEO4J_URI is not set. Give it the address of your Neo4j server, such as {EXAMPLE}.")
        if "@" in uri:
            raise DatabaseError(
                "NEO4J_URI holds a login. Give the address alone, and the login in NEO4J_USER and NEO4J_PASSWORD."
            )
        return cls(uri, variables.get("NEO4J_USER") or "neo4j", variables.get("NEO4J_PASSWORD") or None)


@contextmanager
def connect(address: Address | None = None) -> Iterator["Driver"]:
    """Hand out an open driver, checked against a live server of a version we support, and close it at the end.

    Without `address` the environment gives it. What the driver raises, here or in the `with` block, becomes a
    `DatabaseError` in one clear sentence; mistakes in our own Cypher are programming errors and stay what they are.
    """
    try:
        import neo4j
        from neo4j.exceptions import CypherSyntaxError, DriverError, Neo4jError

        from loaders.neo4j_store import CannotBeStoredError, NotWholeError
    except ImportError as error:
        raise DatabaseError(
            "The Neo4j driver is not installed. Install it with `uv tool install 'answerable[neo4j]'`, "
            "`pipx inject answerable neo4j` or `pip install 'answerable[neo4j]'`."
        ) from error
    # The driver logs what it will try again; without a handler Python would print that on the user's terminal.
    logging.getLogger("neo4j").addHandler(logging.NullHandler())
    place = address or Address.from_environment()
    login = None if place.password is None else (place.user, place.password)
    with neo4j.GraphDatabase.driver(
        _checked(place.uri),
        auth=login,
        connection_timeout=SECONDS_TO_CONNECT,
        # Hints to the authors of queries, which the driver would otherwise log on the user's terminal.
        notifications_min_severity="OFF",
    ) as driver:
        try:
            _refuse_old_servers(driver.get_server_info().agent)
            yield driver
        except CypherSyntaxError:
            raise
        except (DriverError, Neo4jError) as error:
            raise DatabaseError(_sentence(error, place)) from error
        except (NotStoredError, ReplacedError, NotWholeError, CannotBeStoredError) as error:
            raise DatabaseError(str(error)) from error


def _checked(uri: str) -> str:
    """`uri`, where the driver can use it: checked here because the driver's own words may repeat what was typed."""
    try:
        parts = urlsplit(uri)
        usable = parts.scheme in SCHEMES and bool(parts.hostname) and parts.port != 0
    except ValueError:  # half an IPv6 address, a port that is no number
        usable = False
    if not usable:
        raise DatabaseError(f"NEO4J_URI is not a Neo4j address. One looks like {EXAMPLE}.")
    return uri


def _refuse_old_servers(agent: str) -> None:
    """`agent` is what the server calls itself, such as `Neo4j/5.26.28`; an unfamiliar one gets the benefit of doubt."""
    version = re.match(r"Neo4j/(\d+)\.(\d+)", agent)
    if version and (int(version[1]), int(version[2])) < OLDEST_SERVER:
        oldest = ".".join(map(str, OLDEST_SERVER))
        raise DatabaseError(f"The server is {agent}, which is too old. answerable needs Neo4j {oldest} or later.")


def _sentence(error: "DriverError | Neo4jError", place: Address) -> str:
    from neo4j.exceptions import Neo4jError, ServiceUnavailable, SessionExpired

    if isinstance(error, ServiceUnavailable | SessionExpired):
        return f"No Neo4j server answers at {_shown(place)}. Is it running, and is NEO4J_URI right?"
    server = f"The Neo4j server at {_shown(place)}"
    if not isinstance(error, Neo4jError):
        return f"{server} could not be used: {error}"
    if place.password is None and error.code == "Neo.ClientError.Security.Unauthorized":
        return f"{server} wants a login. Set NEO4J_USER and NEO4J_PASSWORD."
    return f"{server} {_ADVICE.get(error.code or '', f'reports {error.code}: {error.message}')}"


def _shown(place: Address) -> str:
    """The address without a login, a path or a query, whatever somebody wrote into it."""
    parts = urlsplit(place.uri)
    port = f":{parts.port}" if parts.port else ""
    return f"{parts.scheme}://{parts.hostname}{port}"
