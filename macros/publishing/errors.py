"""Why nothing is published, as a sentence for staff."""

from __future__ import annotations

from renstra.dialect.system import refused


class PublishingError(Exception):
    """Nothing was published, and what stood stands; the message is Indonesian."""


def of_system(error: OSError, doing: str) -> PublishingError:
    """What the system refused, in a sentence; `doing` says while what."""
    return PublishingError(refused(error, doing))
