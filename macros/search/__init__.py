"""The search: its index, and Indonesian for the theme's worker."""
