"""Which partnerships a structure is about, where they work, and who should be there."""
