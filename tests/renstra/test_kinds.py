"""The table of kinds: every thing once, and nothing named elsewhere that it does not have."""

from __future__ import annotations

import typing
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from renstra.model.base import Reference
from renstra.model.kinds import KINDS, ends, kind_of, kind_of_id
from tests.renstra.test_schema import models

REFERRED = {kind.referred for kind in KINDS}


def references(annotation: Any) -> Iterator[Reference]:
    """The marks of references in an annotation, however deep."""
    yield from (
        mark for mark in getattr(annotation, "__metadata__", ()) if isinstance(mark, Reference)
    )
    for part in typing.get_args(annotation):
        yield from references(part)


def test_every_model_stands_in_it_once() -> None:
    counted = Counter(model for kind in KINDS for model in kind.models)

    assert set(counted.values()) == {1}
    assert counted.keys() <= set(models().values())


@pytest.mark.parametrize("name", [n for n, m in models().items() if "id" in m.model_fields])
def test_whatever_has_an_id_is_of_a_kind(name: str) -> None:
    assert kind_of(models()[name])


def test_every_reference_is_to_a_kind() -> None:
    named = {
        kind
        for model in models().values()
        for info in model.model_fields.values()
        for mark in (
            *(mark for mark in info.metadata if isinstance(mark, Reference)),
            *references(info.annotation),
        )
        for kind in mark.kinds
    }

    assert "sasaran" in named
    assert named <= REFERRED


def test_every_link_leads_to_what_the_thread_passes_through() -> None:
    assert {kind for others in ends().values() for kind in others} <= ends().keys()


def test_no_two_kinds_have_the_same_place_in_the_thread() -> None:
    assert len({kind.thread for kind in KINDS if kind.thread}) == len(ends())


@pytest.mark.parametrize(
    ("kode", "noun"),
    [
        ("ik-014", "indikator"),
        ("ik-14", ""),
        ("nk-1", "arah kebijakan nasional"),
        ("nk-1-a", "butir arah kebijakan nasional"),
        ("mt-01", "mitra"),
        ("tabel-iv-1", "tabel"),
        ("st-001 → si-005", ""),
        ("persen", ""),
        ("ii-003", ""),
    ],
)
def test_what_an_id_tells_by_its_prefix(kode: str, noun: str) -> None:
    kind = kind_of_id(kode)

    assert (kind.noun if kind else "") == noun
