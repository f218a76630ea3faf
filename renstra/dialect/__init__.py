"""Strict YAML: how a file of the data is read so that nothing in it can mean two things."""
