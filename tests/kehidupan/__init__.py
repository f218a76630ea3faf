"""The life of the record: what an office does next, played on a copy down to the published page.

Each test is one event, on a copy of the project with a git of its own, and ends with the gate that
guards publishing. What is expected of the data is read from it, in whatever state it is.
"""
