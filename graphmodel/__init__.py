"""What a structure is: entities, relations, evidence, dates, schema and index."""
