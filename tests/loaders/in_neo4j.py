"""What is really in the database, asked past the store."""

import neo4j

from graphmodel import schema
from loaders.neo4j_store import stored


def ids(driver: neo4j.Driver) -> list[str]:
    """Return the ids of the structures that the list names."""
    return [found.id for found in stored(driver)]


def nodes_of(driver: neo4j.Driver, structure_id: str) -> set[str]:
    """Return the database's own ids of every node of a structure, head included."""
    records, _, _ = driver.execute_query(
        f"MATCH (n) WHERE n.{schema.IN_STRUCTURE} = $id OR (n:{schema.STRUCTURE} AND n.id = $id) "
        "RETURN elementId(n) AS id",
        id=structure_id,
    )
    return {record["id"] for record in records}
