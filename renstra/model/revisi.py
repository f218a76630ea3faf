"""The official revisions of the plan: decrees, and the commits that carry what they decreed."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Annotated

from pydantic import Field, model_validator

from renstra.model.base import Entry, Finding, Teks, entry_id, raise_findings
from renstra.model.voice import Suara

COMMIT = r"^[0-9A-Za-z][0-9A-Za-z._/-]*$"
"""What the name of a tag or commit may look like."""


class Revisi(Entry, suara=Suara.KANTOR):
    """An official revision: a decree, and the state of the data that says what it says."""

    id: str = entry_id("rv", "Kode revisi, seperti rv-001.")
    nomor: Teks = Field(description="Nomor keputusan, seperti tercetak.")
    tanggal: date = Field(description="Tanggal penetapan, ditulis seperti 2020-07-24.")
    berlaku: date | None = Field(
        None, description="Sejak kapan berlaku; bila dikosongkan, sejak tanggal penetapan."
    )
    commit: Annotated[str, Field(pattern=COMMIT)] | None = Field(
        None,
        description="Nama tag atau commit git yang memuat isinya; kosong bila belum ditandai.",
    )
    keterangan: Teks | None = Field(None, description="Apa yang ditetapkan atau diubah.")

    @property
    def sejak(self) -> date:
        """The day from which it is in force."""
        return self.berlaku or self.tanggal


class DaftarRevisi(Entry):
    """`revisi.yml`: the decree that set the plan; those of `perubahan/` join it at loading."""

    revisi: list[Revisi] = Field([], description="Revisi resmi menurut tanggalnya.")

    @model_validator(mode="after")
    def _in_order(self) -> DaftarRevisi:
        raise_findings(
            [
                Finding(
                    ("revisi", index, key),
                    f"ditemukan {after}, lebih awal daripada {earlier.id} ({before}); "
                    "urutkan menurut tanggal",
                )
                for index, (earlier, later) in enumerate(pairwise(self.revisi), 1)
                for key, before, after in (
                    ("tanggal", earlier.tanggal, later.tanggal),
                    ("berlaku" if later.berlaku else "tanggal", earlier.sejak, later.sejak),
                )
                if after < before
            ]
        )
        return self
