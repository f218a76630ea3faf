"""A final figure corrected, withdrawn and given again: possible with a reason, and seen as such."""

from __future__ import annotations

import random
from dataclasses import replace
from decimal import Decimal

from tests.kehidupan import readings, reports
from tests.kehidupan.conftest import Begin
from tests.kehidupan.office import Office
from tests.kehidupan.published import assert_published, feed_titles
from tests.kehidupan.reports import Report
from tests.reading import article

WRONG = "Contoh: disalin dari tahun yang lain."
MENDED = "Contoh: dihitung ulang dari berkasnya."


def changed(report: Report, **values: object) -> Report:
    """The same report with other values; None for what it no longer says."""
    told = {**report.values, **values}
    kept = {key: value for key, value in told.items() if value is not None}
    return replace(report, values=kept)


def test_a_final_figure_is_corrected_and_withdrawn(
    office: Office, begin: Begin, chance: random.Random
) -> None:
    year = chance.choice(readings.years(office.data))
    begin(year)
    counted = readings.indicators(office.data)
    numbers = [item for item in counted if item.get("satuan") not in (None, "persen")]
    item = chance.choice(numbers)
    drawn = Report(
        year,
        "indikator",
        item["id"],
        {
            "nilai": Decimal(1),
            "status_data": "direvisi",
            "sumber": {"judul": f"Laporan CONTOH tahun {year} (dibuat-buat)"},
            "analisis": "Contoh: sebab yang dibuat-buat untuk uji.",
            "alasan_perubahan": MENDED,
        },
    )
    page = office.site / f"indikator/{item['id']}/index.html"

    def enter(report: Report, message: str) -> None:
        reports.write(office.data, report)
        office.commit(f"{message} realisasi {year} {report.kode} menurut laporan", year)

    enter(drawn, "Catat")
    silent = changed(drawn, nilai=Decimal(2), status_data="final", alasan_perubahan=None)
    enter(silent, "Ubah")
    assert "nilai final diubah dari 1 menjadi 2" in office.refused()

    corrected = changed(drawn, nilai=Decimal(2))
    enter(corrected, "Revisi")
    office.passes()
    assert_published(office.site, corrected)
    assert MENDED in article(page).text

    office.renstra("realisasi", "tarik", str(year), item["id"], "--alasan", WRONG)
    office.commit(f"Tarik realisasi {year} {item['id']}", year)
    office.passes()
    assert f"ditarik: {WRONG}" in article(page).text
    assert any("ditarik" in title and item["id"] in title for title in feed_titles(office.site))

    enter(changed(drawn, nilai=Decimal(0), alasan_perubahan=None), "Ganti")
    assert "tanpa alasan_perubahan" in office.plan("periksa").text
    again = changed(drawn, nilai=Decimal(0), status_data="sementara", alasan_perubahan=WRONG)
    enter(again, "Isi lagi")
    office.passes()
    assert_published(office.site, again)
