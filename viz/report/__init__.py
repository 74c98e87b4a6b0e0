"""A report as papers and as a workbook."""
