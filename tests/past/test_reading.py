"""What a version of a file holds, or why it cannot be read."""

from __future__ import annotations

import pytest

from renstra.past.reading import FileReading, read


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"\xff", "baris 1: bita 0xff bukan UTF-8; simpan berkas dengan pengodean UTF-8"),
        (b"- a\n", "puncaknya bukan kunci-kunci"),
        (b"# " + b"x" * 1_000_000, "lebih dari 1000000 bita"),
    ],
    ids=["not UTF-8", "a list", "too long"],
)
def test_what_cannot_be_read(content: bytes, reason: str) -> None:
    assert read(content, "swot.yml") == FileReading((), reason)


def test_how_things_are_known() -> None:
    things = [
        (thing.key, thing.jenis, thing.kode, thing.tahun)
        for name, text in (
            ("satuan.yml", "satuan:\n  - id: bab-i\n    nama: bab\n"),
            ("lain.yml", "visi: ii-003\nmisi:\n  - naskah: ii-004\n    id: mi-1\n"),
            (
                "anggaran/program.yml",
                "id: tabel-x\nbaris:\n  - kode: '01'\n    program: pg-1\n    nama: A\n",
            ),
            ("realisasi/lama.yml", "tahun: 2031\nindikator:\n  - kode: ik-001\n    nilai: 1\n"),
            ("realisasi/2032.yml", "tahun: 2032\nindikator:\n  - kode: ik-001\n    nilai:\n"),
            ("asing.yml", "hal:\n  - id: ik-009\n    nama: A\n  - id: x-1\n    nama: B\n"),
            ("tautan.yml", "tautan:\n  - id: tl-001\n    dari: st-001\n    ke: si-001\n"),
        )
        for thing in read(text.encode(), name).things
    ]

    assert things == [
        ("satuan bab-i", "satuan", "bab-i", None),
        ("tujuan", "visi", "tujuan", None),
        ("mi-1", "misi", "mi-1", None),
        ("tabel-x", "tabel", "tabel-x", None),
        ("tabel-x#pg-1", "pendanaan program", "pg-1", None),
        ("realisasi/2031#ik-001", "realisasi", "ik-001", 2031),
        ("ik-009", "indikator", "ik-009", None),
        ("x-1", "hal", "x-1", None),
        ("st-001 → si-001", "tautan", "st-001 → si-001", None),
    ]
