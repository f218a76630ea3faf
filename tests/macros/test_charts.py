"""The drawings: well-formed, described in words, and the same at each build."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from macros.charts import figures as charts
from macros.frame.site import Site
from macros.frame.view import View
from renstra.plan.plan import Plan
from tests.macros.reading import read

SVG = "{http://www.w3.org/2000/svg}"
NBSP = "\N{NO-BREAK SPACE}"


def drawings(plan: Plan) -> list[str]:
    """Every figure of the plan, drawn anew."""
    view = View(Site(plan, None, "", ""), "")
    programs = plan.anggaran_kegiatan.program
    return [
        charts.program_figure(view),
        *(charts.kegiatan_figure(view, program) for program in programs),
        *(charts.kegiatan_figure(view, programs[0], tahun) for tahun in plan.tahun),
        *(charts.target_figure(view, place.indikator) for place in plan.kedudukan.values()),
    ]


def test_the_same_each_time(tiny: Plan) -> None:
    assert drawings(tiny) == drawings(tiny)


def test_each_drawing_is_described(tiny: Plan) -> None:
    figures = [ET.fromstring(figure) for figure in drawings(tiny) if "<svg" in figure]

    assert len(figures) == 8
    for figure in figures:
        svg = figure[0]
        title, desc = svg.find(f"{SVG}title"), svg.find(f"{SVG}desc")
        assert title is not None
        assert desc is not None
        assert title.text
        assert desc.text
        assert svg.get("role") == "img"
        assert svg.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"


@pytest.mark.parametrize(
    ("number", "lines"),
    [
        (
            0,
            [
                "Alokasi anggaran per program dan tahun",
                "Program Dukungan: 2031 Rp300.000, 2032 Rp400.000, 2033 Rp500.000. "
                "Program Layanan: 2031 Rp10.000, 2032 kosong, 2033 Rp30.000.",
                *("0,0",) * 5,
                "2031",
                "2032",
                "2033",
                "Program Dukungan",
                "Program Layanan",
                "Dalam miliar rupiah, dibulatkan. Sumber: Tabel I.2.",
            ],
        ),
        (
            1,
            [
                "Anggaran per kegiatan, Program I, seluruh tahun rencana",
                "2 Pengelolaan Keuangan: Rp500.000.",
                "2 Pengelolaan Keuangan",
                "Rp500.000",
                "Program I, seluruh tahun rencana: jumlah per kegiatan (hitungan situs ini). "
                "Sumber: Tabel I.3.",
            ],
        ),
        (
            5,
            [
                "Anggaran per kegiatan, Program I, 2033",
                "2 Pengelolaan Keuangan: Rp0.",
                "2 Pengelolaan Keuangan",
                "Rp0",
                "Program I, 2033: jumlah per kegiatan (hitungan situs ini). Sumber: Tabel I.3.",
            ],
        ),
        (
            6,
            [
                "Jalur target ik-001",
                "2031: 0; 2032: 87,5 %; 2033: 100%.",
                "0",
                "87,5 %",
                "100%",
                "2031",
                "2032",
                "2033",
                "Target tiap tahun menurut teks hasil ekstraksi; lingkaran kosong: "
                "nol yang dibaca sebagai belum ditargetkan.",
            ],
        ),
        (7, ["2031 B", "2032 B", "2033 BB"]),
        (10, ["2031 -", "2032 1.234", "2033 kosong"]),
    ],
    ids=["programmes", "kegiatan", "kegiatan of a year", "path", "strip", "strip with gaps"],
)
def test_what_a_drawing_says(tiny: Plan, number: int, lines: list[str]) -> None:
    assert read(drawings(tiny)[number]) == lines


def test_a_path(view: View) -> None:
    indikator = view.site.plan.kedudukan["ik-004"].indikator

    assert charts.target_figure(view, indikator) == (
        '<figure class="grafik">\n'
        '<svg viewBox="0 0 360 150" role="img" aria-labelledby="ik-004-j ik-004-k"'
        ' xmlns="http://www.w3.org/2000/svg">\n'
        '<title id="ik-004-j">Jalur target ik-004</title>\n'
        '<desc id="ik-004-k">2031: 2 perkara; 2032: 1 perkara; 2033: 0 perkara.</desc>\n'
        '<line class="grafik-dasar" stroke="#78909c" x1="8" x2="352" y1="120" y2="120"/>\n'
        '<polyline class="grafik-garis" fill="none" stroke="#7a1f2b" stroke-width="2"'
        ' points="30.0,30.0 180.0,75.0 330.0,120.0 "/>\n'
        + "".join(
            f'<circle class="grafik-titik" fill="#7a1f2b" stroke="#7a1f2b" stroke-width="1.5"'
            f' cx="{x}" cy="{y}" r="4"/>\n'
            f'<text class="grafik-nilai" fill="currentColor" text-anchor="middle" font-size="12"'
            f' x="{x}" y="{y - 9}">{label}</text>\n'
            for x, y, label in (
                (30.0, 30.0, "2 perkara"),
                (180.0, 75.0, "1 perkara"),
                (330.0, 120.0, "0 perkara"),
            )
        )
        + "".join(
            f'<text fill="currentColor" text-anchor="middle" font-size="12" x="{x}" y="140">'
            f"{tahun}</text>\n"
            for x, tahun in ((30.0, 2031), (180.0, 2032), (330.0, 2033))
        )
        + "</svg>\n"
        "<figcaption>Target tiap tahun menurut teks hasil ekstraksi.</figcaption>\n"
        "</figure>\n"
    )
