"""What would change, and what hangs on whom, as papers."""
