"""The plan as open data: CSV, JSON with its schemas, a workbook, and what describes them."""
