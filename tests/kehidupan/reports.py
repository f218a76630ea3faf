"""Valid reports drawn from a seed: every kind of value, for any plan in any state.

A report is drawn for what the plan asks, and written as a person would: by editing the year's file,
or in the cells of its workbook. All of it says that it is made up.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from tests.kehidupan import readings
from tests.kehidupan.readings import Yaml

GRADES = {"predikat": ["AA", "A", "BB", "B", "CC", "C", "D"], "opini": ["WTP", "WDP", "TW", "TMP"]}

ANY_KEYS = (
    *("status_data", "sumber", "analisis", "kendala", "tindak_lanjut"),
    *("alasan_perubahan", "penegasan"),
)
INDICATOR_KEYS = (
    *("triwulan", "nilai", "pembilang", "penyebut", "tidak_ada_kejadian", "target_pk"),
    *("capaian_lkj", *ANY_KEYS),
)
MONEY_KEYS = ("pagu", "hibah", "triwulan", "realisasi", "diaudit", *ANY_KEYS)
WAYS = ("nilai", "bagian", "tanpa_kejadian", "triwulan")


@dataclass(frozen=True)
class Report:
    """What is reported on one thing for one year."""

    year: int
    part: str
    """The list of the year's file that it stands in."""

    kode: str
    values: Mapping[str, Any]
    """Keys of the entry to what is written there, in no order."""

    @property
    def figure(self) -> str:
        """The year's figure as the file has it; empty where there is none."""
        value = self.values.get("realisasi" if self.part != "indikator" else "nilai")
        return "" if value is None else str(value)


def draw(data: Path, chance: random.Random, year: int | None = None) -> Report:
    """A report on something that nothing is reported on, or a revision where all is reported."""
    year = year or chance.choice(readings.years(data))
    there = readings.entries(data, year)
    every = wanted(data)
    blank = [one for one in every if readings.is_blank(there.get(kode_of(one[1])))]
    part, thing = chance.choice(blank or every)
    return draw_on(part, thing, year, chance, revised=not blank)


def wanted(data: Path) -> list[tuple[str, Yaml | str]]:
    """All that is reported on: the list of a report, and the indicator or the id of what spends."""
    return [
        *(("indikator", item) for item in readings.indicators(data)),
        *((part, kode) for part, kodes in readings.money(data).items() for kode in kodes),
    ]


def kode_of(thing: Yaml | str) -> str:
    """The id of an indicator, or of what spends."""
    return thing if isinstance(thing, str) else str(thing["id"])


def draw_on(
    part: str, thing: Yaml | str, year: int, chance: random.Random, *, revised: bool = False
) -> Report:
    """A report on one thing."""
    values = _money(chance) if isinstance(thing, str) else _achieved(thing, chance)
    running = not {"nilai", "pembilang", "tidak_ada_kejadian", "realisasi"} & values.keys()
    status = "sementara" if running else chance.choice(["sementara", "final"])
    values |= {
        "status_data": "direvisi" if revised and not running else status,
        "sumber": _source(year, chance),
        "analisis": "Contoh: sebab yang dibuat-buat untuk uji.",
    }
    if chance.random() < 0.5:
        values["kendala"] = "Contoh: kendala yang dibuat-buat."
        values["tindak_lanjut"] = "Contoh: tindak lanjut yang dibuat-buat."
    if values["status_data"] == "direvisi":
        values["alasan_perubahan"] = "Contoh: angka sebelumnya salah ketik."
    if values["status_data"] != "sementara":  # drawn figures may well be asked about
        values["penegasan"] = "Contoh: angkanya dibuat-buat, jadi memang demikian."
    return Report(year, part, kode_of(thing), values)


def _source(year: int, chance: random.Random) -> dict[str, Any]:
    found: dict[str, Any] = {"judul": f"Laporan CONTOH tahun {year} (dibuat-buat)"}
    if chance.random() < 0.6:
        found |= {
            "nomor": f"CONTOH/{chance.randint(1, 99)}/{year}",
            "tanggal": date(year + 1, 1, chance.randint(2, 28)),
            "url": "https://contoh.invalid/laporan.pdf",
        }
    return found


def _money(chance: random.Random) -> dict[str, Any]:
    budget = chance.randint(40_000, 9_000_000) * 1000
    found: dict[str, Any] = {"pagu": budget}
    if chance.random() < 0.4:
        found["hibah"] = chance.randint(0, 400_000) * 1000
    if chance.random() < 0.4:
        spent = sorted(chance.randint(0, budget) for _ in range(chance.randint(1, 4)))
        found["triwulan"] = dict(enumerate(spent, 1))
    if "triwulan" not in found or chance.random() < 0.5:
        found["realisasi"] = chance.randint(0, budget)
        if chance.random() < 0.4:
            found["diaudit"] = chance.choice(["sudah", "belum"])
    return found


def _achieved(indicator: Yaml, chance: random.Random) -> dict[str, Any]:
    share = indicator.get("satuan") == "persen"
    way = chance.choice(WAYS if share else ("nilai", "triwulan"))
    if way == "tanpa_kejadian":
        return {"tidak_ada_kejadian": "Contoh: tidak ada yang dapat dihitung."}
    if way == "bagian":
        whole = chance.randint(1, 400)
        return {"pembilang": chance.randint(0, whole), "penyebut": whole}
    if way == "triwulan":
        count = chance.randint(1, 4)
        drawn = [value(indicator, chance) for _ in range(count)]
        ordered = sorted(drawn) if all(isinstance(one, Decimal) for one in drawn) else drawn
        found: dict[str, Any] = {"triwulan": dict(enumerate(ordered, 1))}
        return found | ({"nilai": ordered[-1]} if chance.random() < 0.5 else {})
    found = {"nilai": value(indicator, chance)}
    if share and chance.random() < 0.3:
        found["target_pk"] = f"{chance.randint(1, 100)} %"
    if chance.random() < 0.3:
        found["capaian_lkj"] = Decimal(chance.randint(0, 20_000)) / 100
    return found


def value(indicator: Yaml, chance: random.Random) -> Decimal | str:
    """A value that the indicator can have; whole where its unit counts things."""
    if indicator["jenis"] != "angka":
        return chance.choice(GRADES[indicator["jenis"]])
    bounds = [indicator["rentang"][key] for key in ("min", "maks")]
    low = bounds[0] if isinstance(bounds[0], int | float) else -30
    high = bounds[1] if isinstance(bounds[1], int | float) else low + 250
    if indicator["satuan"] in ("persen", "indeks"):
        hundredths = chance.randint(round(low * 100), round(high * 100))
        return Decimal(hundredths) / 100
    return Decimal(chance.randint(round(low), round(high)))


def write(data: Path, report: Report) -> None:
    """Edit the entry in the year's file, or add it, leaving every other line as it is."""
    file = data / f"realisasi/{report.year}.yml"
    lines = file.read_text(encoding="utf-8").splitlines()
    if report.kode not in readings.entries(data, report.year):
        _add(lines, report, readings.forms(data)[report.part])
    head = lines.index(f"{report.part}:")
    start = lines.index(f"  - kode: {report.kode}", head)
    end = next(
        (n for n in range(start + 1, len(lines)) if not lines[n].startswith("    ")), len(lines)
    )
    lines[start + 1 : end] = list(_yaml(report))
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _add(lines: list[str], report: Report, order: list[str]) -> None:
    """Add an entry without values at its place in the plan's order."""
    if f"{report.part}:" not in lines:
        parts = ("indikator", "program", "kegiatan", "baris")
        later = {f"{part}:" for part in parts[parts.index(report.part) :]}
        place = next((n for n, line in enumerate(lines) if line in later), len(lines))
        lines.insert(place, f"{report.part}:")
    place = lines.index(f"{report.part}:") + 1
    behind = {f"  - kode: {kode}" for kode in order[order.index(report.kode) + 1 :]}
    while place < len(lines) and lines[place].startswith(" ") and lines[place] not in behind:
        place += 1
    lines.insert(place, f"  - kode: {report.kode}")


def _yaml(report: Report) -> list[str]:
    keys = INDICATOR_KEYS if report.part == "indikator" else MONEY_KEYS
    lines = []
    for key in keys:
        if key not in report.values:
            continue
        given = report.values[key]
        if isinstance(given, Mapping):
            lines.append(f"    {key}:")
            lines += [f"      {name}: {_scalar(item)}" for name, item in given.items()]
        else:
            lines.append(f"    {key}: {_scalar(given)}")
    return lines


def _scalar(given: Any) -> str:
    return f'"{given}"' if isinstance(given, str) else str(given)


TITLES = {
    "nilai": "Nilai setahun",
    "pembilang": "Pembilang",
    "penyebut": "Penyebut",
    "tidak_ada_kejadian": "Tidak ada kejadian",
    "target_pk": "Target PK",
    "capaian_lkj": "Capaian menurut LKj",
    "pagu": "Pagu akhir (DIPA)",
    "hibah": "Hibah",
    "realisasi": "Realisasi setahun",
    "diaudit": "Diaudit",
    "status_data": "Status data",
    "analisis": "Analisis",
    "kendala": "Kendala",
    "tindak_lanjut": "Tindak lanjut",
    "alasan_perubahan": "Alasan perubahan",
    "penegasan": "Penegasan",
    "judul": "Sumber: judul",
    "nomor": "Sumber: nomor",
    "tanggal": "Sumber: tanggal",
    "url": "Sumber: alamat",
}
"""Keys to the heads of the workbook's columns, as staff read them there."""


def cells(report: Report) -> dict[tuple[str, str], Any]:
    """What a person types into the workbook: kode and head of the column to the value."""
    found: dict[tuple[str, str], Any] = {}
    for key, given in report.values.items():
        if key == "triwulan":
            found |= {(report.kode, f"Triwulan {quarter}"): item for quarter, item in given.items()}
        elif key == "sumber":
            found |= {(report.kode, TITLES[name]): item for name, item in given.items()}
        else:
            found[report.kode, TITLES[key]] = given
    return {place: float(v) if isinstance(v, Decimal) else v for place, v in found.items()}
