"""Realisations by spreadsheet: the template, what is refused, and what reaches the data."""
