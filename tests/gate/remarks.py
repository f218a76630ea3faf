"""What the gate tells besides its findings: no failure, but something a person should know."""

from __future__ import annotations

import pytest

_REMARKS = pytest.StashKey[list[str]]()


def remark(config: pytest.Config, text: str) -> None:
    """Have the summary in the end say a sentence, in Indonesian; the same one is said once."""
    told = config.stash.setdefault(_REMARKS, [])
    if text not in told:
        told.append(text)


def remarks(config: pytest.Config) -> list[str]:
    """What was remarked so far."""
    return config.stash.get(_REMARKS, [])
