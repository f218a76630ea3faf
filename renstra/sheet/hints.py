"""The words of the sheet that says how to fill in the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from renstra.model.terms import SCALES, STATUS_DATA
from renstra.plan.plan import Plan
from renstra.results.progress import overall, progress
from renstra.sheet.layout import EXAMPLE, Layout, span


def hint_rows(layouts: Sequence[Layout], plan: Plan) -> Iterator[tuple[str, str]]:
    """Each line as its name and its text; a line without text is a heading.

    The columns of the last year are explained: those of the others are no others.
    """
    if any(layout.example for layout in layouts):
        yield EXAMPLE, ""
    years = span([layout.tahun for layout in layouts])
    yield f"Cara mengisi realisasi {years}, {plan.rencana.singkatan}", ""
    if len(layouts) > 1:
        yield (
            "Beberapa tahun",
            "Tiap tahun punya lembar indikator dan lembar anggaran sendiri. Yang belum ada "
            "nilainya dibiarkan; semua lembar diperiksa bersama-sama.",
        )
    yield (
        "Sel yang diisi",
        "Hanya sel kuning. Sel lain terkunci; bila berubah, berkas ditolak. Jangan menggabung sel.",
    )
    yield (
        "Kosong",
        "Tidak mengubah apa pun: nilai yang sudah tercatat tetap. Menghapus isi sel tidak "
        "menghapus datanya.",
    )
    yield "HAPUS", "Mengosongkan nilai yang sudah tercatat. Ketik HAPUS di selnya."
    yield (
        "Nol",
        "Nol yang sungguh nol ditulis 0. Yang belum dilaporkan dibiarkan kosong.",
    )
    yield (
        "Bilangan",
        "Ketik seperti 87,5 atau 2273454000. Yang ditulis lain dibaca bila hanya dapat berarti "
        "satu hal, seperti 87,5% atau Rp 2.273.454.000, dan disebut bagaimana dibaca.",
    )
    yield "Uang", "Selalu rupiah penuh, bukan ribuan."
    yield "Tanggal", "Ketik seperti 2024-01-31, 31/1/2024, atau 31 Januari 2024."
    for jenis, scale in SCALES.items():
        grades = ", ".join(grade for step in scale for grade in step)
        yield jenis.capitalize(), f"Pilih dari daftar: {grades}."
    yield "Status data", " ".join(f"{name}: {term.meaning}" for name, term in STATUS_DATA.items())
    yield (
        "Mengirim",
        "Simpan sebagai .xlsx, lalu serahkan kepada pengelola data atau unggah menurut panduan di "
        "situs. Semuanya diperiksa, dan yang berubah ditunjukkan, sebelum ada yang ditulis.",
    )
    for layout in layouts:
        yield f"Isi realisasi {layout.tahun} saat lembar ini dibuat", ""
        yield "Seluruhnya", overall(plan, layout.tahun)
        for part in progress(plan, layout.tahun):
            yield part.kode, f"{part.kalimat}."
    for sheet in layouts[-1].sheets:
        yield f"Kolom lembar {sheet.name}", ""
        seen: set[str] = set()
        for column in sheet.columns:
            if column.note in seen:
                continue
            seen.add(column.note)
            same = [other.title for other in sheet.columns if other.note == column.note]
            name = same[0] if len(same) == 1 else f"{same[0]} sampai {same[-1].split()[-1]}"
            yield name, column.note
