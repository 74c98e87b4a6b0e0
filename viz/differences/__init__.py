"""How a difference between two states is told and drawn."""
