"""How far a reported figure may stray before it is asked about; the office sets it as data."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import BeforeValidator, Field, WithJsonSchema

from renstra.model.base import Entry
from renstra.model.isian import number
from renstra.model.voice import Suara

Batas = Annotated[Decimal, BeforeValidator(number), Field(gt=0), WithJsonSchema({"type": "number"})]


class Ambang(Entry, suara=Suara.KANTOR):
    """`ambang.yml`: the bounds of what passes unasked; without the file, those given here."""

    serapan_paling_tinggi: Batas = Field(
        Decimal(120), description="Realisasi di atas sekian persen pagunya ditanyakan."
    )
    serapan_paling_rendah: Batas = Field(
        Decimal(1), description="Realisasi setahun di bawah sekian persen pagunya ditanyakan."
    )
    pagu_paling_rendah: Batas = Field(
        Decimal(1),
        description="Pagu di bawah sekian persen alokasi rencana ditanyakan: mungkin dalam ribuan.",
    )
    lompatan: Batas = Field(
        Decimal(10),
        description="Nilai sekian kali nilai tahun sebelumnya atau lebih, atau sepersekiannya atau "
        "kurang, ditanyakan.",
    )
    pecahan_paling_tinggi: Batas = Field(
        Decimal(1),
        description="Persentase sampai sekian, padahal targetnya lebih, ditanyakan: mungkin "
        "pecahan.",
    )
