"""What to ask of whom, each thing once."""
