"""Which table a sheet is, which column holds what, and which rows are none."""
