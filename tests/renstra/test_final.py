"""What was final stands until a reason is given, whatever edits lie between."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from renstra.model.laporan import RealisasiAnggaran, RealisasiIndikator
from renstra.model.terms import StatusData
from renstra.results.quality import silently_changed

REASON = "Salah salin."


def entry(
    nilai: int | None, status: StatusData | None, reason: str | None = None
) -> RealisasiIndikator:
    """A report of which nothing but its figure, its standing and its reason matters."""
    value = None if nilai is None else Decimal(nilai)
    return RealisasiIndikator(
        kode="ik-001", nilai=value, status_data=status, alasan_perubahan=reason
    )


provisional = st.builds(entry, st.integers(0, 3), st.just("sementara"))
final = st.builds(entry, st.integers(0, 3), st.just("final"))
unexplained = st.one_of(st.none(), st.just(entry(None, None)), provisional, final)
"""Any step that gives no reason: left out, cleared, provisional or final."""

revised = st.builds(entry, st.integers(0, 3), st.just("direvisi"), st.just(REASON))
withdrawn = st.just(entry(None, "ditarik", REASON))
anything = st.one_of(unexplained, revised, withdrawn)


@given(st.lists(provisional | st.none()), anything)
def test_what_was_never_final_may_become_anything(
    past: list[RealisasiIndikator | None], now: RealisasiIndikator | None
) -> None:
    assert silently_changed(past, now) is None


@given(st.lists(anything), st.lists(unexplained | st.just(entry(7, "sementara"))), unexplained)
def test_no_way_round_leads_past_a_final_figure(
    before: list[RealisasiIndikator | None],
    between: list[RealisasiIndikator | None],
    now: RealisasiIndikator | None,
) -> None:
    stands = entry(7, "direvisi", REASON)
    past = [*before, stands, *between]

    assert silently_changed(past, now) is stands
    assert silently_changed(past, entry(7, "sementara")) is None, "what it was, it may be again"


@given(st.lists(anything), revised | withdrawn)
def test_with_a_reason_a_figure_is_revised_or_withdrawn(
    past: list[RealisasiIndikator | None], now: RealisasiIndikator
) -> None:
    assert silently_changed(past, now) is None


@given(st.lists(anything), st.lists(unexplained), unexplained, st.integers(0, 3))
def test_what_is_withdrawn_says_so_until_something_stands_in_its_place(
    before: list[RealisasiIndikator | None],
    between: list[RealisasiIndikator | None],
    now: RealisasiIndikator | None,
    nilai: int,
) -> None:
    gone = entry(None, "ditarik", REASON)
    past = [*before, gone, *between]

    assert silently_changed(past, now) is gone
    again = entry(nilai, "final", REASON)
    assert silently_changed(past, again) is None
    assert silently_changed([*past, again], entry(nilai, "final")) is None
    assert silently_changed([*past, again], entry(nilai + 1, "final")) is again


def test_money_is_withdrawn_and_its_budget_stays() -> None:
    spent = RealisasiAnggaran(kode="pg-1", pagu=300, realisasi=290, status_data="final")
    gone = RealisasiAnggaran(kode="pg-1", pagu=300, status_data="ditarik", alasan_perubahan=REASON)

    assert silently_changed([spent], gone) is None
    assert silently_changed([spent], RealisasiAnggaran(kode="pg-1", pagu=300)) is spent
