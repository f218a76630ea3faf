"""Deliberate breakages of the project, each with the check that must catch it."""
