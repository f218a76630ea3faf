"""Statuses, counts and sums as the published rules have them, written down a second time."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from tests.site.source import Row, Source, Yaml, Years, is_withdrawn, quarters

GRADES = (("AA",), ("A",), ("BB",), ("B",), ("CC",), ("C",), ("D",))
OPINIONS = (("WTP",), ("WDP",), ("TW", "TMP"))
SCALES = {"predikat": GRADES, "opini": OPINIONS}

STATUSES = {
    "melampaui": "Melampaui target",
    "tercapai": "Tercapai",
    "melebihi_jumlah": "Melebihi jumlah target",
    "tidak_tercapai": "Tidak tercapai",
    "berjalan": "Baru nilai triwulan",
    "belum_dilaporkan": "Belum dimuat di situs ini",
    "ditarik": "Ditarik",
    "tidak_ada_kejadian": "Tidak ada yang diukur",
    "tidak_dapat_dihitung": "Tidak dapat dinilai",
    "tidak_ditargetkan": "Tidak ditargetkan",
    "tidak_tercantum": "Target tidak tercantum",
}
"""Codes of the statuses and their words, in the order in which readers meet them."""

SHORT = STATUSES | {"belum_dilaporkan": "Belum dimuat"}
"""Their words in a narrow cell, and in a sentence."""

VARIANTS = {
    "tidak_ditargetkan": ("Tertulis 0, dibaca tanpa target",),
    "berjalan": ("Baru sampai triwulan ",),
}
"""What some of them are called by what they rest on."""

OUTSIDE = list(STATUSES)[7:]
"""What stays out of the denominator."""

_NUMBER = re.compile(r"-?\d[\d.]*(?:,\d+)?")


MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September"),
    *("Oktober", "November", "Desember"),
)


def day(value: date) -> str:
    """A date in words."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def number_in(cell: str) -> Decimal | None:
    """The number that a cell begins with, in Indonesian notation."""
    found = _NUMBER.match(cell)
    return Decimal(found[0].replace(".", "").replace(",", ".")) if found else None


def value_of(entry: Yaml) -> Decimal | str | None:
    """The year's value as reported, or of its two parts in per cent."""
    if entry.get("pembilang") is not None:
        return Decimal(entry["pembilang"]) * 100 / Decimal(entry["penyebut"])
    value = entry.get("nilai")
    return value if value is None or isinstance(value, str) else Decimal(value)


def status_of(indikator: Yaml, cell: str, entry: Yaml) -> str:
    """The code of the status of a target cell, given what is reported against it."""
    cell, target = cell.strip(), None
    if not cell:
        return "tidak_tercantum"
    if cell in ("-", "–", "—"):
        return "tidak_ditargetkan"
    if indikator["jenis"] == "angka":
        target = number_in(cell)
    if target == 0 and indikator["arah"] != "turun":
        return "tidak_ditargetkan"
    if indikator.get("tidak_dapat_dihitung"):
        return "tidak_dapat_dihitung"
    if is_withdrawn(entry):
        return "ditarik"
    if entry.get("tidak_ada_kejadian") is not None:
        return "tidak_ada_kejadian"
    value = value_of(entry)
    if value is None:
        return "berjalan" if quarters(entry) else "belum_dilaporkan"
    if isinstance(value, str):
        if target is not None:
            return "tidak_dapat_dihitung"
        steps = SCALES[indikator["jenis"]]
        reached, due = (next(n for n, s in enumerate(steps) if v in s) for v in (value, cell))
        return _compared(due - reached)
    if target is None:
        return "tidak_dapat_dihitung"
    if target == 0:
        return "tercapai" if value == 0 else "tidak_tercapai"
    if indikator["arah"] == "tetap":
        return "melebihi_jumlah" if value > target else _compared(value - target)
    return _compared(target - value if indikator["arah"] == "turun" else value - target)


def _compared(better: Decimal | int) -> str:
    return "melampaui" if better > 0 else "tercapai" if better == 0 else "tidak_tercapai"


def label_of(indikator: Yaml, cell: str, entry: Yaml, *, narrow: bool = True) -> str:
    """The words of that status: how a zero is read, up to which quarter is told.

    Those of a `narrow` cell may be shorter.
    """
    kode = status_of(indikator, cell, entry)
    if kode == "tidak_ditargetkan" and number_in(cell.strip()) == 0:
        return "Tertulis 0, dibaca tanpa target"
    if kode == "berjalan":
        last, _ = quarters(entry)[-1]
        return f"Baru sampai triwulan {('I', 'II', 'III', 'IV')[last - 1]}"
    return (SHORT if narrow else STATUSES)[kode]


def percent_of(indikator: Yaml, cell: str, entry: Yaml) -> Decimal | None:
    """The achievement in per cent; None where the rules give none."""
    value, target = value_of(entry), number_in(cell) if indikator["jenis"] == "angka" else None
    if indikator.get("tidak_dapat_dihitung") or entry.get("tidak_ada_kejadian") is not None:
        return None
    if not isinstance(value, Decimal) or target is None or target <= 0:
        return None
    if indikator["arah"] == "turun":
        return max(Decimal(0), (2 * target - value) * 100 / target)
    return value * 100 / target


class Counts:
    """How many of some indicators have each status in a year."""

    def __init__(self, source: Source, year: int, rows: Iterable[Row]) -> None:
        """Count the rows that still hold."""
        entries = source.entries(year)
        found = [
            (
                status_of(
                    source.judged(row, year).indikator,
                    source.promise(row, year),
                    entries.get(row.id, {}),
                ),
                entries.get(row.id, {}).get("status_data"),
            )
            for row in rows
            if row.holds(year)
        ]
        self.per_status = Counter(status for status, _ in found)
        self.open = sum(
            status in ("melampaui", "tercapai") and data not in ("final", "direvisi")
            for status, data in found
        )

    @property
    def denominator(self) -> int:
        """Those with a target that can be judged."""
        return self.per_status.total() - sum(self.per_status[kode] for kode in OUTSIDE)

    @property
    def met(self) -> int:
        """Those that met or passed their target."""
        return self.per_status["melampaui"] + self.per_status["tercapai"]

    @property
    def share(self) -> str:
        """`met` of `denominator`; a dash where nothing is reported that a 0 would tell of."""
        told = self.denominator > self.per_status["belum_dilaporkan"] + self.per_status["ditarik"]
        return f"{self.met} dari {self.denominator}" if told else "–"

    @property
    def due(self) -> str:
        """Those that nothing is reported of, and those withdrawn, in a cell of a table."""
        gone = self.per_status["ditarik"]
        return f"{self.per_status['belum_dilaporkan']}{f' dan {gone} ditarik' if gone else ''}"

    @property
    def sentence(self) -> str:
        """How the count is said."""
        if not self.denominator:
            return "Tidak ada indikator yang ditargetkan dan dapat dinilai."
        if self.share == "–":
            return f"Hasil {self.denominator} indikator belum dimuat di situs ini."
        parts = [f"{self.share} tercapai"]
        if self.open:
            parts[0] += f" ({self.open} masih sementara)"
        parts += [
            f"{self.per_status[kode]} {words}"
            for kode, words in (
                ("melebihi_jumlah", "melebihi jumlah target"),
                ("tidak_tercapai", "tidak tercapai"),
                ("berjalan", "baru nilai triwulan"),
                ("belum_dilaporkan", "belum dimuat"),
                ("ditarik", "ditarik"),
            )
            if self.per_status[kode]
        ]
        return f"{'; '.join(parts)}."


def is_targeted(source: Source, row: Row, year: int) -> bool:
    """Whether a cell promises anything."""
    return sets_target(source.judged(row, year).indikator, source.promise(row, year))


def sets_target(indikator: Yaml, cell: str) -> bool:
    """Whether the text of a cell promises anything."""
    return status_of(indikator, cell, {}) in ("belum_dilaporkan", "tidak_dapat_dihitung")


def summed(years: Sequence[int], rows: Iterable[Mapping[int, int | None]]) -> Years:
    """Amounts added up by year; None where every cell is empty."""
    rows = list(rows)
    filled = {year: [a for row in rows if (a := row[year]) is not None] for year in years}
    return {year: sum(cells) if cells else None for year, cells in filled.items()}


def whole(row: Mapping[int, int | None]) -> int | None:
    """The sum over the years; None where every cell is empty."""
    filled = [amount for amount in row.values() if amount is not None]
    return sum(filled) if filled else None


def printed(value: Any, places: int = 0) -> str:
    """A number as readers of Indonesian write it; nothing for None."""
    if value is None:
        return ""
    rounded = Decimal(value).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return f"{rounded:,}".translate(str.maketrans(",.", ".,"))


def percents(value: Decimal | None) -> str:
    """A share to two places; nothing for None."""
    return "" if value is None else f"{printed(value, 2)} %"


def reached(indikator: Yaml, cell: str, entry: Yaml) -> str:
    """What a table shows of achievement: our percentage, and that of the office's own report."""
    own = percents(percent_of(indikator, cell, entry))
    return f"{own} {lkj(entry)}".strip()


def lkj(entry: Yaml) -> str:
    """The percentage of the office's own report, as it is printed there; nothing for none."""
    value = entry.get("capaian_lkj")
    if value is None:
        return ""
    places = max(0, -int(Decimal(value).normalize().as_tuple().exponent))
    return f"LKj {printed(value, places)} %"


def portion(part: Any, of: Any) -> str:
    """A part of a whole in per cent; nothing where there is nothing to divide."""
    return "" if part is None or not of else percents(Decimal(part) * 100 / Decimal(of))


def stated(source: Source, indikator: Yaml, value: Decimal | str | None) -> str:
    """A reported value with its unit; nothing for None."""
    if not isinstance(value, Decimal):
        return value or ""
    places = min(2, max(0, -int(value.normalize().as_tuple().exponent)))
    units = {unit["id"]: unit for unit in source.load("satuan.yml")["satuan"]}
    unit = units[indikator["satuan"]]
    sign = unit["tanda"][0]
    return f"{printed(value, places)} {unit['nama'] if sign.isalpha() else sign}".strip()


def result_of(source: Source, indikator: Yaml, entry: Yaml) -> str:
    """What a table shows of a report: the year's value, or that of its last quarter."""
    value = value_of(entry)
    if value is not None:
        state = entry["status_data"]
        return stated(source, indikator, value) + ("" if state == "final" else f" {state}")
    if found := quarters(entry):
        quarter, last = found[-1]
        last = last if isinstance(last, str) else Decimal(last)
        return f"{stated(source, indikator, last)} sampai triwulan {quarter}"
    return "Ditarik" if is_withdrawn(entry) else ""


def spent(entry: Yaml) -> str:
    """What a table shows of spending, in thousands of rupiah."""
    if entry.get("realisasi") is not None:
        state = entry["status_data"]
        shown = printed(Decimal(entry["realisasi"]) / 1000)
        audit = f" {entry['diaudit']} diaudit" if entry.get("diaudit") else ""
        return shown + ("" if state == "final" else f" {state}") + audit
    if found := quarters(entry):
        return f"{printed(Decimal(found[-1][1]) / 1000)} sampai triwulan {found[-1][0]}"
    return "Ditarik" if is_withdrawn(entry) else "Belum dimuat"
