"""All checks in one list, and what they find in a plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from renstra.checks import labels, money, names, office, sums, swot, targets
from renstra.checks.rule import Check, Violation
from renstra.plan.plan import Plan

CHECKS: tuple[Check, ...] = (
    Check(
        "jumlah-baris",
        "Jumlah yang tercetak di ujung baris tabel pendanaan sama dengan jumlah tahun-tahunnya.",
        sums.check_rows,
    ),
    Check(
        "jumlah-kolom",
        "Baris jumlah tabel pendanaan sama dengan jumlah program-programnya, tahun demi tahun.",
        sums.check_columns,
    ),
    Check(
        "jumlah-rincian",
        "Rincian kegiatan tiap program berjumlah sama dengan anggaran programnya tiap tahun.",
        sums.check_details,
    ),
    Check(
        "ulangan-jumlah",
        "Kelompok yang mengulang jumlah program memuat angka yang sama dengan tabel program.",
        sums.check_repeats,
    ),
    Check(
        "uang-dalam-naskah",
        "Jumlah uang yang disebut naskah sama dengan jumlah program di tabel pendanaan.",
        sums.check_prose,
    ),
    Check(
        "kepala-uang",
        "Kepala kolom tabel pendanaan menyebut uang, bukan target.",
        money.check_heads,
    ),
    Check(
        "nomor-urut",
        "Nomor dan huruf sebuah daftar mulai dari yang pertama dan tidak melompat.",
        labels.check_sequence,
    ),
    Check(
        "nomor-tabel",
        "Nomor tabel dipakai sekali dan naik menurut urutan bacaan.",
        labels.check_table_numbers,
    ),
    Check(
        "judul-tabel",
        "Tiap tabel punya judul sendiri.",
        labels.check_captions,
    ),
    Check(
        "kode-faktor",
        "Tiap faktor SWOT membawa kodenya sendiri, menurut urutannya.",
        swot.check_codes,
    ),
    Check(
        "teks-faktor",
        "Faktor SWOT berbunyi sama di mana pun ia disebut.",
        swot.check_wordings,
    ),
    Check(
        "strategi-kembar",
        "Tiap strategi sekali dalam satu matriks, dan sekali dalam sintesa.",
        swot.check_strategy_twins,
    ),
    Check(
        "strategi-utama",
        "Strategi utama berbunyi sama dengan sintesanya.",
        swot.check_main_strategies,
    ),
    Check(
        "nama-program",
        "Nama program sama di semua tabel dan di naskah.",
        names.check_programs,
    ),
    Check(
        "nama-kegiatan",
        "Nama kegiatan sama di tabel pendanaan dan tabel target.",
        names.check_kegiatan,
    ),
    Check(
        "kegiatan-bernama",
        "Tiap nomor kegiatan di tabel pendanaan punya nama.",
        names.check_nameless,
    ),
    Check(
        "nomor-kegiatan",
        "Nomor kegiatan sama di tabel pendanaan dan tabel target.",
        names.check_numbers,
    ),
    Check(
        "nama-sasaran",
        "Nama sasaran sama di tabel pendanaan dan tabel target.",
        names.check_sasaran,
    ),
    Check(
        "sasaran-kembar",
        "Tiap sasaran sekali dalam satu tabel.",
        names.check_sasaran_twins,
    ),
    Check(
        "sasaran-bertarget",
        "Tiap baris anggaran punya sasaran di tabel target.",
        money.check_unaimed_lines,
    ),
    Check(
        "nama-tujuan",
        "Tujuan berbunyi sama di naskah dan di tabelnya.",
        names.check_goals,
    ),
    Check(
        "nama-divisi",
        "Nama divisi sama di semua daftar dan di tabel anggota.",
        office.check_divisions,
    ),
    Check(
        "nama-orang",
        "Yang bertanda tangan untuk satu jabatan adalah satu orang.",
        office.check_people,
    ),
    Check(
        "kurun-waktu",
        "Kurun waktu di naskah adalah kurun rencana dan sepanjang yang disebutnya.",
        office.check_periods,
    ),
    Check(
        "nama-daerah",
        "Daerah kantor disebut dengan tingkatnya sendiri.",
        office.check_region,
    ),
    Check(
        "kata-di-naskah",
        "Kata-kata yang dikutip data dari naskah tertulis di sana.",
        office.check_overlays,
    ),
    Check(
        "sel-target",
        "Tiap indikator punya sel target di setiap tahun.",
        targets.check_cells,
    ),
    Check(
        "satuan-sebaris",
        "Satuan ditulis sama di semua sel satu baris.",
        targets.check_units_in_row,
    ),
    Check(
        "satuan-setabel",
        "Satuan yang sama ditulis sama di semua baris.",
        targets.check_units_in_table,
    ),
    Check(
        "jenis-nilai",
        "Sel target sejenis dengan nama indikatornya.",
        targets.check_kinds,
    ),
    Check(
        "indikator-kembar",
        "Tiap indikator sekali, dengan satu deret target.",
        targets.check_twins,
    ),
)
"""Every check, in the order in which the site explains them."""

BY_NAME = {check.name: check for check in CHECKS}
"""Name to check."""


def violations(plan: Plan) -> Sequence[Violation]:
    """All that the checks find in a plan, check by check in the plan's order; looked for once."""
    return plan.once(_violations)


def _violations(plan: Plan) -> Sequence[Violation]:
    return [
        replace(violation, aturan=check.name) for check in CHECKS for violation in check.run(plan)
    ]
