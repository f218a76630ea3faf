"""A built site, whatever its data, judged by a second and straight reading of that data."""
