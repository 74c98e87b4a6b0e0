"""Figures as plain marks on a sheet, and the files that hold them: SVG, PDF, PNG."""
