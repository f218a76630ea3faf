"""Drawings made from figures."""
