"""What pages are made of: tables, lists, notes, results, the thread."""
