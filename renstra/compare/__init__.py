"""Two revisions of the data compared by what they say, never by how their files are laid out."""
