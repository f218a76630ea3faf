"""Revisions compared: each kind of change, and a made-up history that says what it meant."""
