"""The published folder: built in private, counted, and exchanged whole for the one that stands."""
