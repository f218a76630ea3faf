"""A made-up plan of any size, like the real one in all that costs time: 75 indicators a copy.

A copy has as many years, activities and indicators as the decree has; three of five years are
reported. Every figure follows from its position.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import yaml

YEARS = range(2031, 2036)
REPORTED = YEARS[:3]
KEGIATAN = 12
SASARAN = 25
INDIKATOR = 3
"""In each sasaran: 75 in a copy."""

SATUAN = [
    {"id": "persen", "nama": "persen", "tanda": ["%", ""]},
    {"id": "laporan", "nama": "laporan", "tanda": ["laporan", ""]},
]
HEADS = {"nomor": "No", "program": "Program/Kegiatan", "sasaran": "Sasaran"}


def write_plan(folder: Path, copies: int) -> None:
    """Write the data of a plan of `copies` × 75 indicators into `folder`."""
    for place, content in _files(copies):
        target = folder / place
        target.parent.mkdir(parents=True, exist_ok=True)
        text = yaml.dump(content, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100)
        target.write_text(text, encoding="utf-8")


class _Dumper(yaml.CSafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        """Each value is written where it stands, as the data's reader asks."""
        return True


def _files(copies: int) -> Iterator[tuple[str, Any]]:
    programs = [f"pg-{number}" for number in range(1, 2 * copies + 1)]
    groups = {
        program: range(position * KEGIATAN // 2 + 1, (position + 1) * KEGIATAN // 2 + 1)
        for position, program in enumerate(programs)
    }
    yield "rencana.yml", _rencana()
    yield "satuan.yml", {"satuan": SATUAN}
    yield "naskah/bab-i.yml", _chapter()
    yield (
        "target/program.yml",
        {
            "id": "tabel-i-1",
            "nomor": "Tabel I.1",
            "judul": "Target Kinerja",
            "kepala": {**HEADS, "indikator": "Indikator", "target": "Target"},
            "program": [
                {
                    "id": program,
                    "nomor": str(number),
                    "nama": _name(program),
                    "kegiatan": [f"kg-{item:03}" for item in groups[program]],
                }
                for number, program in enumerate(programs, 1)
            ],
        },
    )
    for number in range(1, KEGIATAN * copies + 1):
        yield f"target/kg-{number:03}.yml", _kegiatan(number)
    yield "anggaran/kegiatan.yml", _lines(groups)
    yield "anggaran/program.yml", _totals(groups)
    for year in REPORTED:
        yield f"realisasi/{year}.yml", _report(year, programs, copies)


def _rencana() -> dict[str, Any]:
    return {
        "kantor": "Kantor Rekaan Kota Contoh",
        "singkatan": "Kantor Rekaan",
        "judul": "Rencana Strategis Kantor Rekaan Tahun 2031-2035",
        "keputusan": {"nomor": "1/CONTOH/2031", "tanggal": date(2031, 2, 3)},
        "pengertian": "i-001",
        "tahun": list(YEARS),
        "naskah": ["bab-i"],
    }


def _chapter() -> dict[str, Any]:
    words = "Rencana rekaan ini hanya untuk mengukur waktu."
    return {
        "id": "bab-i",
        "nomor": "BAB I",
        "judul": "PENDAHULUAN",
        "isi": [
            {"id": "i-001", "jenis": "paragraf", "teks": words},
            {"id": "i-002", "jenis": "tabel", "tabel": "tabel-i-1"},
        ],
    }


def _name(kode: str) -> str:
    return f"Nama {kode} yang panjangnya kira-kira sama dengan nama dalam rencana yang sungguh"


def _sasaran_of(kegiatan: int) -> range:
    """The objectives of an activity: 25 in every twelve."""
    return range((kegiatan - 1) * SASARAN // KEGIATAN + 1, kegiatan * SASARAN // KEGIATAN + 1)


def _kegiatan(number: int) -> dict[str, Any]:
    return {
        "id": f"kg-{number:03}",
        "nomor": str((number - 1) % (KEGIATAN // 2) + 1),
        "nama": _name(f"kg-{number:03}"),
        "sasaran": [
            {
                "id": f"sa-{sasaran:03}",
                "nama": _name(f"sa-{sasaran:03}"),
                "indikator": [
                    _indikator((sasaran - 1) * INDIKATOR + place + 1) for place in range(INDIKATOR)
                ],
            }
            for sasaran in _sasaran_of(number)
        ],
    }


def _indikator(number: int) -> dict[str, Any]:
    kode = f"ik-{number:03}"
    percent = number % INDIKATOR == 1
    head = {"id": kode, "nama": ("Persentase " if percent else "Jumlah ") + _name(kode)}
    if number % INDIKATOR == 0:
        target = dict.fromkeys(YEARS, "B")
        return head | {"jenis": "predikat", "arah": "naik", "tingkat": "satker", "target": target}
    values = (f"{60 + 5 * n} %" if percent else f"{n + number % 7} laporan" for n in range(1, 6))
    return head | {
        "jenis": "angka",
        "satuan": "persen" if percent else "laporan",
        "arah": "naik",
        "tingkat": "satker",
        "rentang": {"min": 0, "maks": 100 if percent else "tanpa_batas"},
        "target": dict(zip(YEARS, values, strict=True)),
    }


def _amount(sasaran: int, year: int) -> int:
    return 10_000 + sasaran % 100 * 100 + year


def _lines(groups: dict[str, range]) -> dict[str, Any]:
    return {
        "id": "tabel-i-3",
        "nomor": "Tabel I.3",
        "judul": "Pendanaan Kegiatan",
        "kepala": {**HEADS, "pagu": "Anggaran"},
        "program": [
            {
                "program": program,
                "nomor": str(position),
                "nama": _name(program),
                "kegiatan": [
                    {
                        "id": f"ak-{number:03}",
                        "nomor": str((number - 1) % (KEGIATAN // 2) + 1),
                        "nama": _name(f"kg-{number:03}"),
                        "baris": [
                            {
                                "id": f"an-{sasaran:03}",
                                "sasaran": f"sa-{sasaran:03}",
                                "nama": _name(f"sa-{sasaran:03}"),
                                "pagu": {year: _amount(sasaran, year) for year in YEARS},
                            }
                            for sasaran in _sasaran_of(number)
                        ],
                    }
                    for number in group
                ],
            }
            for position, (program, group) in enumerate(groups.items(), 1)
        ],
    }


def _totals(groups: dict[str, range]) -> dict[str, Any]:
    rows: list[dict[str, Any]] = []
    for position, (program, group) in enumerate(groups.items(), 1):
        sasaran = [item for number in group for item in _sasaran_of(number)]
        pagu = {year: sum(_amount(item, year) for item in sasaran) for year in YEARS}
        rows.append(
            {
                "program": program,
                "kode": f"010.{position:02}",
                "nama": _name(program),
                "pagu": pagu,
                "jumlah": sum(pagu.values()),
            }
        )
    total = {year: sum(row["pagu"][year] for row in rows) for year in YEARS}
    return {
        "id": "tabel-i-2",
        "nomor": "Tabel I.2",
        "judul": "Pendanaan Program",
        "kepala": {"program": "Kode", "sasaran": "Program", "pagu": "Alokasi", "jumlah": "Jumlah"},
        "baris": rows,
        "total": {"nama": "TOTAL", "pagu": total, "jumlah": sum(total.values())},
    }


def _report(year: int, programs: list[str], copies: int) -> dict[str, Any]:
    source: dict[str, Any] = {
        "judul": "Laporan rekaan",
        "nomor": f"1/{year}",
        "tanggal": date(year + 1, 2, 15),
    }
    money: dict[str, Any] = {
        "pagu": 900_000_000,
        "realisasi": 850_000_000,
        "status_data": "sementara",
    }
    money |= {"sumber": source}
    return {
        "tahun": year,
        "contoh": True,
        "indikator": [
            {
                "kode": f"ik-{number:03}",
                "nilai": "B" if number % INDIKATOR == 0 else 75 if number % INDIKATOR == 1 else 4,
                "status_data": "sementara",
                "sumber": source,
                "analisis": "Analisis rekaan yang panjangnya kira-kira satu kalimat laporan.",
            }
            for number in range(1, SASARAN * INDIKATOR * copies + 1)
        ],
        "program": [{"kode": program, **money} for program in programs],
        "kegiatan": [
            {"kode": f"ak-{number:03}", **money} for number in range(1, KEGIATAN * copies + 1)
        ],
    }
