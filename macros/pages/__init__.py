"""The pages that are made, one for each thing, and the macros that written pages call."""
