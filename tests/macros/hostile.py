"""The made-up plan with markup of every kind behind each of its words."""

from __future__ import annotations

import functools
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import yaml
from pydantic import TypeAdapter, ValidationError

from renstra.model.base import Entry, Known
from renstra.model.kinds import ends
from renstra.reading.fields import fitting, models_in
from renstra.reading.files import FAMILIES, OPTIONAL, SINGLE, data_files
from tests.conftest import TINY
from tests.renstra.whole import WHOLE, write_whole

MARKUP = (
    "<script>window.celaka = 1</script> <img src=x onerror='window.celaka = 1'> </td></h1> <b>x</b>"
    " <!-- x --> &amp; &#42; **x** _x_ [x](javascript:x) ![x](x) `x` | # {: .x } {{ 7 * 7 }}"
    " {% if x %} {# x #} \"x\" 'x' \\ --- :x:"
)
BOUND = {
    "Satuan.tanda": "what stands behind a number of a target",
    "Indikator.target": "a number with its unit, or a grade",
    "RealisasiIndikator.nilai": "a number or a grade",
    "RealisasiIndikator.triwulan": "numbers or grades",
    "RealisasiIndikator.target_pk": "a target",
    "CatatanUji.aturan": "the name of a check",
    "CatatanUji.pokok": "what a check names",
    "CatatanUji.selisih": "a number that the check computes",
    "TempatUji.di": "an id",
    "TempatBaca.di": "an id",
    "Program.kegiatan": "ids",
    "Rencana.naskah": "ids",
    "Rencana.kode_kantor": "a code that workbooks carry and no page shows",
    "Ubah.di": "a place",
    "Ubah.dari": "what stands there",
    "Ubah.menjadi": "what may stand there",
    "Tambah.di": "a place",
    "Tambah.sesudah": "an id",
    "Cabut.kode": "an id",
}
"""Fields whose own rule takes any text, and what a rule of the whole plan wants in them."""


LINKS = """\
tautan:
  - {id: tl-001, dari: st-001, ke: si-001, sifat: tafsir, alasan: Sama-sama mengundang.}
  - id: tl-002
    dari: sn-1
    ke: su-1
    sifat: tersurat
    dasar: dinyatakan
    kutipan: {naskah: ii-004, teks: yang jelas}
  - id: tl-003
    dari: st-001
    ke: ab-001
    sifat: tafsir
    alasan: Sama-sama ramai.
    ditarik: {tanggal: 2034-01-02, alasan: Terlalu umum.}
"""
UNTRUE = ("ct-010", "ct-012")
"""Notes on an order of numbers and a difference of words, which are others with markup in them."""


class _Dumper(yaml.SafeDumper):
    """Writes an empty cell empty, as the loader wants it, and the same value as often as it is."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


_Dumper.add_representer(
    type(None), lambda dumper, _: dumper.represent_scalar("tag:yaml.org,2002:null", "")
)


def write_reporting(data: Path) -> None:
    """Write the made-up plan with a report for its first year into a new folder."""
    shutil.copytree(TINY / "data", data)
    for folder in ("realisasi", "bukti"):
        shutil.copytree(WHOLE / "data" / folder, data / folder)


def write_calm(data: Path) -> None:
    """Write the made-up plan with every file, part and text it may have into a new folder."""
    write_whole(data)
    (data / "tautan.yml").write_text(LINKS, encoding="utf-8")
    with _edited(data / "swot.yml") as value:
        # Numbers of tables are none with markup behind them, so none may break their order.
        value["matriks"][0]["nomor"] = "Tabel I.9"
    with _edited(data / "istilah.yml") as value:
        value["definisi"][0]["istilah"] = ["kerja sama"]
        source = {"nama": "Kamus", "url": "https://kamus.invalid/", "kutipan": "Warga ialah."}
        term: dict[str, Any] = {"id": "at-01", "istilah": "sengketa", "juga": ["perkara"]}
        term |= {"kepanjangan": "Sengketa hukum", "arti": "Perselisihan.", "sumber": source}
        value["arti"] = [term]
        value["sinonim"] = value.pop("sinonim")
    with _edited(data / "sintesa.yml") as value:
        # Told the same in the prose, with the markup as well.
        value["tabel"]["kelompok"][0]["teks"] = "Selesai."
        value["utama"][0]["naskah"] = "ii-016"
    with _edited(data / "catatan.yml") as value:
        value["catatan"] = [note for note in value["catatan"] if note["id"] not in UNTRUE]
        notes = {note["id"]: note for note in value["catatan"]}
        notes["ct-003"] = _with(notes["ct-003"], "selisih", "satu kata", before="penjelasan")
        place = [{"di": "an-003", "kutipan": "Keuangan yang tertib"}]
        notes["ct-008"] = _with(notes["ct-008"], "tempat", place, before="tercetak")
        notes["ct-003"] = _with(notes["ct-003"], "ringkas", "Dua bunyi.", before="tempat")
        notes["ct-003"]["golongan"] = "angka"
        gone = {"revisi": "rv-001", "alasan": "Sudah diterangkan."}
        notes["ct-003"]["dicabut"] = gone
        answer = {"teks": "Akan diluruskan.", "jabatan": "Sekretaris", "tanggal": date(2033, 1, 2)}
        notes["ct-008"]["tanggapan"] = answer
        value["catatan"] = list(notes.values())
    with _edited(data / "target/program.yml") as value:
        value["program"][0] = _with(
            value["program"][0], "penjelasan", "Program warga.", before="kegiatan"
        )
    with _edited(data / "target/kg-002.yml") as value:
        more = _with(value, "penjelasan", "Kegiatan warga.", before="penanggung_jawab")
        value.clear()
        value.update(more)
        first, second = value["sasaran"][0]["indikator"]
        reason = "Nama dan selnya tidak sejenis."
        value["sasaran"][0]["indikator"] = [
            _explained(_with(first, "tidak_dapat_dihitung", reason, before="target")),
            second,
        ]
    with _edited(data / "perubahan/rv-002.yml") as value:
        words = "Target kinerja disajikan pada tabel berikut."
        other = words.replace("berikut", "berikut ini")
        value["ubah"].append({"di": "i-002.teks", "dari": words, "menjadi": other})
        value["cabut"] = [{"kode": second["id"], "mulai": 2033, "alasan": "Badan itu bubar."}]
    with _edited(data / "realisasi/2031.yml") as value:
        value["program"][0] |= {
            "status_data": "direvisi",
            "analisis": "Hemat.",
            "kendala": "Hujan.",
            "tindak_lanjut": "Payung.",
            "alasan_perubahan": "Salah jumlah.",
            "penegasan": "Memang sebanyak itu.",
        }
        nothing = {"kode": "ik-001", "tidak_ada_kejadian": "Tidak ada pelatihan."}
        nothing |= {key: value["program"][0][key] for key in ("status_data", "sumber")}
        nothing |= {"alasan_perubahan": "Lupa.", "penegasan": "Memang tidak ada."}
        report: dict[str, Any] = {"tahun": 2032}
        for name in ("indikator", "program", "kegiatan"):
            report[name] = [{"kode": item["kode"]} for item in value[name]]
        report["indikator"][0] = nothing
        _write(data / "realisasi/2032.yml", report)


def _explained(indikator: dict[str, Any]) -> dict[str, Any]:
    """An indicator with what we and the office say of how it is read."""
    read = _with(indikator, "penjelasan", "Yang dihitung warga.", before="jenis")
    read = _with(read, "alasan_baca", "Namanya menyebut warga.", before="target")
    letter = {"nomor": "3/S/2034", "tanggal": date(2034, 5, 6), "jabatan": "Sekretaris"}
    return _with(read, "dikonfirmasi", letter, before="target")


@contextmanager
def _edited(file: Path) -> Iterator[dict[str, Any]]:
    value = yaml.safe_load(file.read_text(encoding="utf-8"))
    yield value
    _write(file, value)


def _with(entry: dict[str, Any], key: str, value: Any, *, before: str) -> dict[str, Any]:
    """The entry with one more key, in the order of its model."""
    place = list(entry).index(before)
    pairs = list(entry.items())
    return dict([*pairs[:place], (key, value), *pairs[place:]])


def write_hostile(source: Path, target: Path, markup: str = MARKUP) -> set[str]:
    """Copy the data folder `source` to `target` with `markup` behind every free text.

    Gives the fields that now hold it, each as model and name.
    """
    shutil.copytree(source, target)
    values = {
        name: yaml.safe_load((source / name).read_text(encoding="utf-8"))
        for name in data_files(source)
    }
    words = sorted({re.escape(words) for words in _quoted(values)})
    quoted = re.compile("|".join(words) or "(?!)")
    held: set[str] = set()
    for name, value in values.items():
        _poison(model_of(name), value, markup, held)
        for change in value["ubah"] if name.startswith("perubahan/") else ():
            if change["di"].endswith(".teks"):
                change.update({key: f"{change[key]} {markup}" for key in ("dari", "menjadi")})
        for part in value["isi"] if name.startswith("naskah/") else ():
            if "teks" in part:
                own = len(part["teks"]) - len(markup) - 1  # what stands before the markup
                text = quoted.sub(lambda found: f"{found[0]} {markup}", part["teks"][:own])
                part["teks"] = text + part["teks"][own:]
        _write(target / name, value)
    return held


def model_of(name: str) -> type[Entry]:
    """The model of a file of the data."""
    return (SINGLE | OPTIONAL).get(name) or next(
        family for pattern, family in FAMILIES.items() if Path(name).match(pattern)
    )


def _write(file: Path, value: Any) -> None:
    text = yaml.dump(value, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=10**6)
    file.write_text(text, encoding="utf-8")


def _quoted(values: dict[str, Any]) -> Iterator[str]:
    """What must stand in the prose as it stands here, and so with the markup there as well."""
    terms = values.get("istilah.yml", {})
    for item in terms.get("definisi", ()):
        yield from item["istilah"]
    for item in terms.get("singkatan", ()):
        if "naskah" in item:
            yield from (item["singkatan"], item["kepanjangan"])
    for item in values.get("kebijakan.yml", {}).get("prioritas", ()):
        yield from (item["nama"], *(project["nama"] for project in item["proyek"]))
    for kind in values.get("kelembagaan.yml", {}).get("lembaga", ()):
        for field in kind["bidang"]:
            yield from (partner["nama"] for partner in field["mitra"])


def _poison(model: type[Entry], entry: dict[str, Any], markup: str, held: set[str]) -> None:
    for name, info in model.model_fields.items():
        inside = entry.get(name)
        models = models_in(info.annotation)
        if models:
            for item in inside if isinstance(inside, list) else [inside]:
                if item:
                    _poison(fitting(models, item)[0], item, markup, held)
        elif inside and free(model, name):
            held.add(f"{model.__name__}.{name}")
            if isinstance(inside, list):
                entry[name] = [f"{item} {markup}" for item in inside]
            else:
                # A label ends in what a citation leaves out.
                stem = inside.rstrip(".)") if name == "label" else inside
                entry[name] = f"{stem} {markup}{inside[len(stem) :]}"


class _Anything(dict[str, frozenset[str]]):
    """Ids of every kind of thing, of which none is known."""

    def __contains__(self, key: object) -> bool:
        return True

    def __missing__(self, key: str) -> frozenset[str]:
        return frozenset()


@functools.cache
def takes_any(model: type[Entry], name: str) -> bool:
    """Whether a field's own rule lets any text through, alone, in a list or under a year."""
    info = model.model_fields[name]
    rule: Any = Annotated[(info.annotation, *info.metadata)] if info.metadata else info.annotation
    adapter: TypeAdapter[Any] = TypeAdapter(rule)
    years = (2031, 2032, 2033)
    known = Known(years=years, units={}, ids=_Anything(), ends=ends())
    for value in (MARKUP, [MARKUP], dict.fromkeys(years, MARKUP), {1: MARKUP}):
        with suppress(ValidationError):
            adapter.validate_python(value, strict=True, context=known)
            return True
    return False


def free(model: type[Entry], name: str) -> bool:
    """Whether any text may stand in a field."""
    return takes_any(model, name) and f"{model.__name__}.{name}" not in BOUND


def all_models() -> set[type[Entry]]:
    """Every model of the data."""
    found: set[type[Entry]] = set()
    new: set[type[Entry]] = {*SINGLE.values(), *OPTIONAL.values(), *FAMILIES.values()}
    while new:
        found |= new
        fields = [info for model in new for info in model.model_fields.values()]
        new = {model for info in fields for model in models_in(info.annotation)} - found
    return found


def benign(line: str, markup: str = MARKUP) -> str:
    """A line of what a reader is shown, without the markup that stands in it as text."""
    line = line.replace(f" {markup}", "")
    # A policy of the thread is named by what its label says last.
    return line.replace(f".{markup.rpartition('.')[2]}", ".a") if "." in markup else line
