"""The plan as a book: one document from the words, tables and charts of the site, made a PDF."""
