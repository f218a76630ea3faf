"""A year's realisations as a spreadsheet: out to staff who fill it in, and back into the data."""
