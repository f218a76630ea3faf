"""The consistency checks: general rules that a plan should keep, and the notes where it does not.

A check is a generator of violations whose docstring states its rule; `registry` lists them all.
`notes` holds the violations of a plan against the notes that record them.
"""
