"""Where rows come from: a structure in memory, or a Neo4j server."""
