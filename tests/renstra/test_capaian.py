"""The rules of achievement: the table case by case, and the laws that hold whatever is reported."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from renstra.model.indikator import Indikator, MaknaNol, Rentang
from renstra.model.target import read_target
from renstra.model.terms import SCALES, STATUS, Arah, Jenis
from renstra.results.rules import ATURAN, Capaian, Kasus, decide

TAHUN = 2031
NUMBERS = st.decimals(-1000, 10_000, places=3)
POSITIVE = st.decimals("0.001", 10_000, places=3)
CELLS = ["-", "", "0", "0 %", "1", "87,5 %", "23.617", "-5", "AA", "BB", "D", "WTP", "TW", "TMP"]


def indicator(jenis: Jenis = "angka", arah: Arah = "naik", *, conflict: bool = False) -> Indikator:
    """An indicator as the loader would leave it, but for its targets."""
    return Indikator.model_construct(
        id="ik-001",
        nama="Contoh",
        jenis=jenis,
        satuan="persen" if jenis == "angka" else None,
        arah=arah,
        tingkat="satker",
        rentang=Rentang.model_construct(min=None, maks=None),
        makna_nol=MaknaNol.model_construct(arti="tidak_ditargetkan", alasan="Contoh."),
        tidak_dapat_dihitung="Contoh." if conflict else None,
        target={},
        perbaikan=[],
    )


def case(
    cell: str,
    value: Decimal | str | int | None = None,
    arah: Arah = "naik",
    jenis: Jenis = "angka",
    *,
    quarter: bool = False,
    nothing: bool = False,
    conflict: bool = False,
) -> Capaian:
    """What the rules say of a cell and a value."""
    target = read_target(TAHUN, cell, jenis, ("%", ""))
    return decide(
        Kasus(
            indicator(jenis, arah, conflict=conflict),
            target,
            Decimal(value) if isinstance(value, int) else value,
            2 if quarter else None,
            nothing,
        )
    )


def said(found: Capaian) -> tuple[str, str | None]:
    """Status and percentage, rounded to two places for the eye."""
    return found.label, None if found.persen is None else f"{found.persen:.2f}"


D = Decimal
ZERO = "Tertulis 0, dibaca tanpa target"


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        pytest.param(case("80", 90), ("Melampaui target", "112.50"), id="naik, above"),
        pytest.param(case("80 %", D("80.0")), ("Tercapai", "100.00"), id="naik, equal"),
        pytest.param(case("75", D("30.6")), ("Tidak tercapai", "40.80"), id="naik, below"),
        pytest.param(case("75", 0), ("Tidak tercapai", "0.00"), id="naik, a typed zero"),
        pytest.param(case("85", D("-20")), ("Tidak tercapai", "-23.53"), id="naik, a rise"),
        pytest.param(
            case("80", D("79.999")), ("Tidak tercapai", "100.00"), id="rounding never decides"
        ),
        pytest.param(case("6", 3, "turun"), ("Melampaui target", "150.00"), id="turun, below"),
        pytest.param(case("6", 6, "turun"), ("Tercapai", "100.00"), id="turun, equal"),
        pytest.param(case("6", 9, "turun"), ("Tidak tercapai", "50.00"), id="turun, above"),
        pytest.param(case("6", 20, "turun"), ("Tidak tercapai", "0.00"), id="turun, far above"),
        pytest.param(case("2", 2, "tetap"), ("Tercapai", "100.00"), id="tetap, equal"),
        pytest.param(
            case("2", 3, "tetap"), ("Melebihi jumlah target", "150.00"), id="tetap, above"
        ),
        pytest.param(case("2", 1, "tetap"), ("Tidak tercapai", "50.00"), id="tetap, below"),
        pytest.param(case("0", 0, "turun"), ("Tercapai", None), id="a true zero, met"),
        pytest.param(case("0", 2, "turun"), ("Tidak tercapai", None), id="a true zero, missed"),
        pytest.param(case("0", 95), (ZERO, None), id="a zero on naik"),
        pytest.param(case("0 %"), (ZERO, None), id="a zero on naik, unreported"),
        pytest.param(case("0", 1, "tetap"), (ZERO, None), id="a zero on tetap"),
        pytest.param(case("-", 95), ("Tidak ditargetkan", None), id="a dash"),
        pytest.param(case("", 95), ("Target tidak tercantum", None), id="an empty cell"),
        pytest.param(
            case("75", 75, conflict=True), ("Tidak dapat dinilai", None), id="type conflict"
        ),
        pytest.param(
            case("75", conflict=True), ("Tidak dapat dinilai", None), id="conflict, unreported"
        ),
        pytest.param(case("75", nothing=True), ("Tidak ada yang diukur", None), id="no event"),
        pytest.param(case("75", quarter=True), ("Baru sampai triwulan II", None), id="a quarter"),
        pytest.param(case("75", 75, quarter=True), ("Tercapai", "100.00"), id="year and quarter"),
        pytest.param(case("75"), ("Belum dimuat di situs ini", None), id="nothing"),
        pytest.param(
            case("BB", "A", jenis="predikat"), ("Melampaui target", None), id="a better grade"
        ),
        pytest.param(case("BB", "BB", jenis="predikat"), ("Tercapai", None), id="the same grade"),
        pytest.param(
            case("BB", "CC", jenis="predikat"), ("Tidak tercapai", None), id="a worse grade"
        ),
        pytest.param(
            case("TW", "TMP", jenis="opini"), ("Tercapai", None), id="opinions of one step"
        ),
        pytest.param(
            case("WTP", "WDP", jenis="opini"), ("Tidak tercapai", None), id="a worse opinion"
        ),
        pytest.param(
            case("75", "BB"), ("Tidak dapat dinilai", None), id="a grade against a number"
        ),
        pytest.param(case("-5", -3), ("Melampaui target", None), id="below zero, better"),
        pytest.param(case("-5", -5), ("Tercapai", None), id="below zero, equal"),
        pytest.param(case("-5", -7), ("Tidak tercapai", None), id="below zero, worse"),
        pytest.param(
            case("-5", -3, "tetap"), ("Melebihi jumlah target", None), id="below zero, fixed"
        ),
        pytest.param(case("-5", -7, "tetap"), ("Tidak tercapai", None), id="below zero, less"),
    ],
)
def test_the_table(found: Capaian, expected: tuple[str, str | None]) -> None:
    assert said(found) == expected


values = st.one_of(
    st.none(),
    NUMBERS,
    st.sampled_from([grade for scale in SCALES.values() for step in scale for grade in step]),
    st.text(max_size=3),
)


@given(
    st.sampled_from(CELLS),
    values,
    st.sampled_from(["naik", "turun", "tetap"]),
    st.sampled_from(["angka", "predikat", "opini"]),
    st.booleans(),
    st.booleans(),
    st.booleans(),
)
def test_whatever_is_reported_has_a_status(
    cell: str,
    value: Decimal | str | None,
    arah: Arah,
    jenis: Jenis,
    quarter: bool,
    nothing: bool,
    conflict: bool,
) -> None:
    try:
        target = read_target(TAHUN, cell, jenis, ("%", ""))
    except ValueError:
        assume(False)
    found = decide(
        Kasus(
            indicator(jenis, arah, conflict=conflict),
            target,
            value,
            2 if quarter else None,
            nothing,
        )
    )

    assert found.status in STATUS
    assert (found.syarat, found.status) in found.aturan.putusan
    judged = found.status in ("melampaui", "tercapai", "melebihi_jumlah", "tidak_tercapai")
    assert judged <= (value is not None), "null is never a zero"
    assert (found.persen is not None) == bool(found.aturan.rumus)
    assert found.persen is None or judged


@given(POSITIVE, NUMBERS, NUMBERS)
def test_naik_is_monotone_and_turun_mirrors_it(t: Decimal, a: Decimal, b: Decimal) -> None:
    order = ["tidak_tercapai", "tercapai", "melampaui"]
    low, high = sorted((a, b))

    def found(value: Decimal, arah: Arah) -> Capaian:
        target = read_target(TAHUN, f"{t}".replace(".", ","), "angka", ("",))
        return decide(Kasus(indicator(arah=arah), target, value))

    up, down = (
        [found(value, "naik") for value in (low, high)],
        [found(value, "turun") for value in (low, high)],
    )
    assert up[0].persen is not None
    assert up[1].persen is not None
    assert down[0].persen is not None
    assert down[1].persen is not None
    assert up[0].persen <= up[1].persen
    assert order.index(up[0].status) <= order.index(up[1].status)
    assert down[0].persen >= down[1].persen
    assert order.index(down[0].status) >= order.index(down[1].status)
    # Mirrored at the target: as far below it is on `turun` what as far above is on `naik`.
    mirrored = found(2 * t - low, "naik")
    assert mirrored.status == down[0].status
    assert mirrored.persen is not None
    assert max(Decimal(0), mirrored.persen) == pytest.approx(down[0].persen)


@given(POSITIVE, st.sampled_from(["naik", "turun", "tetap"]))
def test_what_was_promised_is_met_at_a_hundred(t: Decimal, arah: Arah) -> None:
    target = read_target(TAHUN, f"{t}".replace(".", ","), "angka", ("",))
    found = decide(Kasus(indicator(arah=arah), target, t))

    assert found.status == "tercapai"
    assert found.persen == 100


def test_every_rule_says_itself() -> None:
    names = [rule.nama for rule in ATURAN]
    assert len(set(names)) == len(names)
    for rule in ATURAN:
        assert rule.target
        assert rule.realisasi
        assert bool(rule.rumus) == bool(rule.hitung)
        conditions = [condition for condition, _ in rule.putusan]
        assert len(rule.putusan) == 1 or all(conditions)
        assert {status for _, status in rule.putusan} <= STATUS.keys()
    reached = {status for rule in ATURAN for _, status in rule.putusan}
    assert reached == set(STATUS)
