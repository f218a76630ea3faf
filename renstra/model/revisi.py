"""The official revisions of the plan: decrees, and the commits that carry what they decreed."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Annotated

from pydantic import Field, model_validator

from renstra.model.base import Entry, Finding, Teks, entry_id, raise_findings
from renstra.model.voice import Suara

_COMMIT = r"^[0-9A-Za-z][0-9A-Za-z._/-]*$"


class Revisi(Entry, suara=Suara.KANTOR):
    """An official revision: a decree, and the state of the data that says what it says."""

    id: str = entry_id("rv", "Kode revisi, seperti rv-001.")
    nomor: Teks = Field(description="Nomor keputusan, seperti tercetak.")
    tanggal: date = Field(description="Tanggal penetapan, ditulis seperti 2020-07-24.")
    commit: Annotated[str, Field(pattern=_COMMIT)] | None = Field(
        None,
        description="Nama tag atau commit git yang memuat isinya; kosong bila belum ditandai.",
    )
    keterangan: Teks | None = Field(None, description="Apa yang ditetapkan atau diubah.")


class DaftarRevisi(Entry):
    """`revisi.yml`: the official revisions, the plan's first decree at their head."""

    revisi: list[Revisi] = Field([], description="Revisi resmi menurut tanggalnya.")

    @model_validator(mode="after")
    def _in_order(self) -> DaftarRevisi:
        raise_findings(
            [
                Finding(
                    ("revisi", index, "tanggal"),
                    f"ditemukan {later.tanggal}, lebih awal daripada {earlier.id} "
                    f"({earlier.tanggal}); urutkan menurut tanggal",
                )
                for index, (earlier, later) in enumerate(pairwise(self.revisi), 1)
                if later.tanggal < earlier.tanggal
            ]
        )
        return self
