"""Whose words each field of the data is."""

from __future__ import annotations

from typing import Annotated

import pytest
from pydantic import Field

from renstra.keeping.voices import voices
from renstra.model.base import Entry, Perbaikan, SasaranRef, Teks
from renstra.model.indikator import Indikator
from renstra.model.voice import Suara
from tests.renstra.test_schema import models


@pytest.mark.parametrize("name", list(models()))
def test_no_field_is_without_a_voice(name: str) -> None:
    assert [field for field, voice in voices(models()[name]).items() if voice is None] == []


def test_a_field_says_it_or_its_model_or_what_it_is() -> None:
    class Contoh(Entry, suara=Suara.KANTOR):
        """Something of each kind."""

        id: str
        sasaran: SasaranRef | None = None
        sumber: Annotated[SasaranRef, Suara.KEPUTUSAN]
        nama: Annotated[Teks | None, Suara.KEPUTUSAN] = Field(None, description="Nama.")
        sel: list[Annotated[str, Suara.PEMBACAAN]]
        catatan: Teks
        perbaikan: list[Perbaikan]

    assert voices(Contoh) == {
        "id": Suara.PEMBACAAN,
        "sasaran": Suara.PEMBACAAN,
        "sumber": Suara.KEPUTUSAN,
        "nama": Suara.KEPUTUSAN,
        "sel": Suara.PEMBACAAN,
        "catatan": Suara.KANTOR,
    }


def test_a_field_may_be_without_one_where_nothing_says_it() -> None:
    class Contoh(Entry):
        """Nothing of whose voice is said."""

        nama: Teks

    assert voices(Contoh) == {"nama": None}


def test_of_an_indicator_only_its_name_and_its_cells_are_the_decrees() -> None:
    decreed = [name for name, voice in voices(Indikator).items() if voice is Suara.KEPUTUSAN]

    assert decreed == ["nama", "target"]
