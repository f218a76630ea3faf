"""Strict YAML, in which nothing can mean two things; and numbers and days as readers write them."""
