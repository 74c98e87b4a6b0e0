"""The report of an audit, and what is laid beside it: clauses, exceptions, an earlier report."""
