"""The closed lists: their words in the types are the words that have a label."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

import pytest

from renstra.model import terms
from renstra.model.terms import Term

LISTS = [
    pytest.param(terms.Jenis, terms.JENIS, id="jenis"),
    pytest.param(terms.Arah, terms.ARAH, id="arah"),
    pytest.param(terms.Tingkat, terms.TINGKAT, id="tingkat"),
    pytest.param(terms.ArtiNol, terms.ARTI_NOL, id="arti nol"),
]


@pytest.mark.parametrize(("literal", "labels"), LISTS)
def test_every_word_has_a_label_in_the_same_order(literal: Any, labels: Mapping[str, Term]) -> None:
    assert list(labels) == list(get_args(literal))


@pytest.mark.parametrize(("literal", "labels"), LISTS)
def test_labels_differ_and_meanings_are_sentences(literal: Any, labels: Mapping[str, Term]) -> None:
    assert len({term.label for term in labels.values()}) == len(labels)
    assert [term.meaning for term in labels.values() if not term.meaning.endswith(".")] == []


def test_every_kind_but_numbers_has_a_scale() -> None:
    assert list(terms.SCALES) == [kind for kind in get_args(terms.Jenis) if kind != "angka"]


def test_grades_from_best_to_worst() -> None:
    assert [" = ".join(step) for step in terms.PREDIKAT] == ["AA", "A", "BB", "B", "CC", "C", "D"]


def test_opinions_from_best_to_worst() -> None:
    assert [" = ".join(step) for step in terms.OPINI] == ["WTP", "WDP", "TW = TMP"]
