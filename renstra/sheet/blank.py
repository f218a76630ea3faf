"""A year's report with nothing reported yet: a form of empty keys, derived from the models."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from renstra.model.base import Entry
from renstra.model.laporan import SELDOM, RealisasiAnggaran, RealisasiIndikator
from renstra.plan.forms import expected_entries
from renstra.plan.plan import Plan
from renstra.reading.fields import models_in

_HEAD = """\
# Realisasi tahun {tahun}, seperti dilaporkan oleh {kantor}.
# Kosong berarti belum dilaporkan; nol yang sungguh nol ditulis 0. Bilangan ditulis biasa, seperti
# 23617 atau 87.5; uang dalam rupiah penuh. Tanggal ditulis seperti {sesudah}-01-31.
{jarang}
tahun: {tahun}
batas_lapor:
"""


def blank_report(plan: Plan, tahun: int) -> str:
    """The text of `realisasi/<tahun>.yml` in which every entry of the plan waits to be filled in.

    Lines of the funding table are left out: their names have changed since the plan was made.
    """
    head = _HEAD.format(
        tahun=tahun,
        sesudah=tahun + 1,
        kantor=plan.rencana.singkatan,
        jarang=_comment(f"Kunci lain bila perlu, menurut urutan skema: {', '.join(_seldom())}."),
    )
    lines = []
    for name, kinds in expected_entries(plan, tahun).items():
        if name == "baris":
            continue
        model = RealisasiIndikator if name == "indikator" else RealisasiAnggaran
        lines.append(f"{name}:")
        for kode in kinds:
            lines.append(f"  - kode: {kode}")
            lines += [f"    {line}" for line in _empty(model)]
    return head + "\n".join(lines) + "\n"


def _seldom() -> list[str]:
    """The keys of an entry that its empty form leaves out."""
    known = {**RealisasiIndikator.model_fields, **RealisasiAnggaran.model_fields}
    return [name for name in SELDOM if name in known]


def _comment(text: str) -> str:
    return textwrap.fill(text, 98, initial_indent="# ", subsequent_indent="# ")


def _empty(model: type[Entry]) -> Iterator[str]:
    for name, info in model.model_fields.items():
        if name == "kode" or name in SELDOM:
            continue
        yield f"{name}:"
        for inner in models_in(info.annotation):
            yield from (f"  {line}" for line in _empty(inner))
