"""One deliberate breakage: a text of a file replaced by another, and what must notice it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Breakage:
    """A mistake that somebody could make in one place of the project."""

    name: str
    file: str
    """The file that it is made in, from the top of the project."""

    old: str
    """A text that the file holds exactly once."""

    new: str
    check: str
    """What must notice it: a selection for pytest. One of `tests/site` is asked about the site of
    the made-up office that is built with the mistake."""

    def broken(self, project: Path) -> str:
        """The text of the file with the mistake; ValueError where it cannot be made once."""
        text = (project / self.file).read_text(encoding="utf-8")
        if text.count(self.old) != 1 or self.old == self.new:
            message = f"{self.name}: {self.file} holds the text {text.count(self.old)} times"
            raise ValueError(message)
        return text.replace(self.old, self.new)
