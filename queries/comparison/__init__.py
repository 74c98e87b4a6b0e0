"""Several structures side by side: what they measure, what they are made of, and who plays the same part."""
