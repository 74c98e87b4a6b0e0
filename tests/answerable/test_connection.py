import socket
import subprocess
import sys

import pytest
from neo4j.exceptions import CypherSyntaxError

from answerable.connection import Address, _refuse_old_servers, connect
from answerable.errors import DatabaseError, ExitCode
from tests.servers.neo4j_server import Neo4jServer

SECRET = "not-to-be-seen"  # noqa: S105  # no password of anything


@pytest.fixture
def nobody_listens() -> str:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return f"bolt://127.0.0.1:{probe.getsockname()[1]}"


@pytest.mark.usefixtures("neo4j_environment")
def test_the_driver_it_hands_out_answers() -> None:
    with connect() as driver:
        assert driver.execute_query("RETURN 1 AS one").records[0]["one"] == 1


def test_an_address_may_be_given_instead_of_the_environment(neo4j_server: Neo4jServer) -> None:
    with connect(Address(neo4j_server.uri, neo4j_server.user, neo4j_server.password)) as driver:
        driver.verify_connectivity()


def test_a_wrong_password_is_told_without_showing_the_login(neo4j_server: Neo4jServer) -> None:
    with (
        pytest.raises(DatabaseError, match="refuses the login") as raised,
        connect(Address(neo4j_server.uri, "somebody", SECRET)),
    ):
        pass
    assert SECRET not in str(raised.value)
    assert "somebody" not in str(raised.value)
    assert raised.value.exit_code == ExitCode.DATABASE


def test_a_server_that_wants_a_login_says_so(neo4j_server: Neo4jServer) -> None:
    with pytest.raises(DatabaseError, match="wants a login"), connect(Address(neo4j_server.uri, "neo4j", None)):
        pass


def test_a_server_that_is_down_is_named_by_its_address(nobody_listens: str) -> None:
    with (
        pytest.raises(DatabaseError, match=f"No Neo4j server answers at {nobody_listens}"),
        connect(Address(nobody_listens, "neo4j", SECRET)),
    ):
        pass


@pytest.mark.usefixtures("neo4j_environment")
def test_what_the_server_refuses_inside_the_block_becomes_one_sentence() -> None:
    with pytest.raises(DatabaseError, match=r"reports Neo\.ClientError\.Statement"), connect() as driver:
        driver.execute_query("RETURN 1 / 0")


@pytest.mark.usefixtures("neo4j_environment")
def test_a_mistake_in_our_own_cypher_stays_a_programming_error() -> None:
    with pytest.raises(CypherSyntaxError), connect() as driver:
        driver.execute_query("METCH (n) RETURN n")


@pytest.mark.usefixtures("neo4j_environment")
def test_an_error_that_is_not_the_databases_passes_through() -> None:
    with pytest.raises(KeyError), connect():
        raise KeyError


@pytest.mark.parametrize("agent", ["Neo4j/4.4.30", "Neo4j/5.25.1", "Neo4j/3.5.0"])
def test_a_server_that_is_too_old_is_refused(agent: str) -> None:
    with pytest.raises(DatabaseError, match=f"{agent}, which is too old"):
        _refuse_old_servers(agent)


@pytest.mark.parametrize("agent", ["Neo4j/5.26.0", "Neo4j/5.27-aura", "Neo4j/2026.04.0", "Something/1.0"])
def test_other_servers_are_let_in(agent: str) -> None:
    _refuse_old_servers(agent)


@pytest.mark.parametrize("uri", ["localhost:7687", "http://localhost", "nonsense", "", "bolt://[half"])
def test_what_is_no_address_is_refused(uri: str) -> None:
    with pytest.raises(DatabaseError, match="not a Neo4j address"), connect(Address(uri, "neo4j", SECRET)):
        pass


def test_the_environment_without_an_address_says_what_to_set() -> None:
    with pytest.raises(DatabaseError, match="NEO4J_URI is not set"):
        Address.from_environment({})


def test_a_login_in_the_address_is_refused_and_not_repeated() -> None:
    with pytest.raises(DatabaseError, match="holds a login") as raised:
        Address.from_environment({"NEO4J_URI": f"bolt://somebody:{SECRET}@localhost:7687"})
    assert SECRET not in str(raised.value)


def test_the_environment_gives_the_login() -> None:
    given = {"NEO4J_URI": " bolt://localhost:7687 ", "NEO4J_USER": "somebody", "NEO4J_PASSWORD": SECRET}
    assert Address.from_environment(given) == Address("bolt://localhost:7687", "somebody", SECRET)
    assert Address.from_environment({"NEO4J_URI": "bolt://db"}) == Address("bolt://db", "neo4j", None)


def test_printing_an_address_shows_no_login() -> None:
    shown = repr(Address("bolt://db", "somebody", SECRET))
    assert "bolt://db" in shown
    assert "somebody" not in shown
    assert SECRET not in shown


def test_without_the_driver_it_says_how_to_install_it() -> None:
    # A Python of its own, in which `neo4j` cannot be imported: as on a machine without the extra.
    program = """
import sys
sys.modules["neo4j"] = None
from answerable.connection import Address, connect
from answerable.errors import DatabaseError
try:
    with connect(Address("bolt://localhost", "neo4j", "x")):
        pass
except DatabaseError as error:
    print(error)
"""
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert "The Neo4j driver is not installed" in run.stdout
    assert "answerable[neo4j]" in run.stdout


def test_a_structure_that_is_not_there_is_said_to_be_so(neo4j_environment: Neo4jServer) -> None:
    from queries.engines.neo4j import Neo4jEngine

    assert neo4j_environment.uri
    with pytest.raises(DatabaseError, match="holds no structure `nowhere`"), connect() as driver:
        Neo4jEngine(driver, "nowhere").head()
