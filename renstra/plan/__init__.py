"""The plan as a whole: its parts by id, the thread through it, its money, what was withdrawn."""
