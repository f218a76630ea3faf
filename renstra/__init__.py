"""The domain of a strategic plan: reading its data, its meaning, its checks; no site generator."""
