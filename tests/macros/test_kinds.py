"""A kind of thing that nobody knew: its model and one entry of the table are all that it takes."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import Field

from macros.frame import links
from macros.frame.site import Site
from macros.frame.view import View
from macros.parts import decrees
from macros.parts.thread import around
from macros.search.index import things
from renstra.dialect.problem import DataError
from renstra.model import kinds
from renstra.model.base import DicabutField, Entry, Teks, entry_id
from renstra.model.kebijakan import ArahKebijakan
from renstra.model.kinds import Kind
from renstra.model.voice import Suara
from renstra.past import reading
from renstra.past.difference import compare_snapshots
from renstra.past.sentences import sentence
from renstra.past.snapshot import Snapshot
from renstra.plan.plan import Plan
from renstra.reading.files import OPTIONAL
from renstra.reading.load import load_plan
from tests.macros.reading import read

KEBIJAKAN, DECREE = "kebijakan.yml", "perubahan/rv-002.yml"
BEFORE = """\
risiko:
  - {id: rs-001, nama: Gudang kebanjiran}
  - {id: rs-002, nama: Listrik padam}
"""
AFTER = """\
risiko:
  - {id: rs-001, nama: Gudang kebakaran}
  - {id: rs-002, nama: Listrik padam}
"""
CHANGE = """\
id: rv-002
nomor: 2/CONTOH/2032
tanggal: 2032-02-03
cabut:
  - {kode: rs-002, mulai: 2033, alasan: Ada genset.}
"""
REVISI = """\
revisi:
  - {id: rv-001, nomor: 1/CONTOH/2031, tanggal: 2031-02-03}
"""
TAUTAN = """\
tautan:
  - {id: tl-001, dari: rs-001, ke: sa-001, sifat: tafsir, alasan: Sama-sama gudang.}
"""


class Risiko(Entry, suara=Suara.KEPUTUSAN):
    """A risk."""

    id: str = entry_id("rs", "Kode risiko, seperti rs-001.")
    nama: Teks = Field(description="Nama risiko.")
    dicabut: DicabutField = None


class ArahDanRisiko(ArahKebijakan):
    """`kebijakan.yml` with risks in it."""

    risiko: list[Risiko] = Field([], description="Risiko.")


RISIKO = Kind("risiko", (Risiko,), page="kebijakan/", thread=13, leads_to=("sasaran",), search=1.5)


@pytest.fixture
def data(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The made-up plan with risks, of which one is linked and another withdrawn."""
    monkeypatch.setattr(kinds, "KINDS", (*kinds.KINDS, RISIKO))
    monkeypatch.setitem(OPTIONAL, KEBIJAKAN, ArahDanRisiko)
    folder = project / "data"
    (folder / "perubahan").mkdir()
    texts = {KEBIJAKAN: AFTER, "revisi.yml": REVISI, "tautan.yml": TAUTAN, DECREE: CHANGE}
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def plan(data: Path) -> Plan:
    return load_plan(data, "data")


@pytest.fixture
def of_risks(plan: Plan) -> Site:
    """The site of the plan with risks."""
    return Site(plan, None, "", "")


def test_it_is_compared(plan: Plan) -> None:
    before, after = Snapshot(), Snapshot()
    for state, text in ((before, BEFORE), (after, AFTER)):
        state.take({KEBIJAKAN: reading.read(text.encode(), KEBIJAKAN)})
    after.take({DECREE: reading.read(CHANGE.encode(), DECREE)})

    changes, unknown = compare_snapshots(before, after)

    assert unknown == {}
    assert [sentence(change) for change in changes] == [
        "Keputusan Nomor 2/CONTOH/2032 dicatat",
        "Risiko rs-001, nama: Gudang kebanjiran → Gudang kebakaran",
        "Risiko rs-002 dicabut (mulai 2033: Ada genset.)",
    ]
    lost, _ = compare_snapshots(before, Snapshot())
    assert [change.aspek for change in lost] == ["hilang", "hilang"], "it could have been withdrawn"


def test_it_is_linked(of_risks: Site) -> None:
    assert links.thing(of_risks.plan, "rs-001") == "kebijakan/#rs-001"
    assert [str(item.thing.kind) for item in of_risks.thread.origins(["sa-001"])] == ["risiko"]
    shown = read(around(View(of_risks, "kegiatan/kg-001/"), "sa-001"))
    assert shown[:2] == ["Kaitan ke hulu: 1 risiko, 1 kegiatan", "Risiko"]


def test_a_link_to_where_none_leads_is_refused(data: Path) -> None:
    (data / "tautan.yml").write_text(TAUTAN.replace("sa-001", "ik-001"), encoding="utf-8")

    with pytest.raises(DataError) as caught:
        load_plan(data, "data")

    assert str(caught.value) == (
        "data/tautan.yml:2: tautan tl-001: ke: ditemukan tautan dari risiko ke indikator; dari "
        "risiko tautan hanya boleh ke sasaran"
    )


def test_it_is_searched(of_risks: Site) -> None:
    assert [entry for entry in things(of_risks) if "rs-001" in entry["location"]] == [
        {
            "location": "kebijakan/#rs-001",
            "title": "Risiko rs-001",
            "text": "Gudang kebakaran",
            "boost": 1.5,
        }
    ]


def test_it_is_withdrawn(of_risks: Site) -> None:
    assert list(of_risks.withdrawn) == ["rs-002"]
    assert "Risiko rs-002: Ada genset." in read(decrees.daftar_revisi(View(of_risks, "perubahan/")))
