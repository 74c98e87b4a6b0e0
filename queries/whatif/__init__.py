"""What would change: a proposal applied to a structure, and what follows from it."""
