"""The pages on rules, clauses and profiles."""
