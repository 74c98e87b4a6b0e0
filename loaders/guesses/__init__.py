"""What names alone let one guess, in the words of the field, for whoever reads what people bring."""
