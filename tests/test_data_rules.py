"""The rules of `tests/data` themselves: each finds what it is for, on a made-up office's plan."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.building import PROJECT
from tests.data import (
    test_bentuk,
    test_keutuhan,
    test_kode,
    test_naskah,
    test_perbaikan,
    test_tautan,
)
from tests.data.reading import Isi, read

SOUND = read(PROJECT / "contoh/kantor")


def broken(change: Callable[[dict[str, Any]], object]) -> Isi:
    """What the made-up office says, with something changed."""
    files = copy.deepcopy(SOUND.berkas)
    change(files)
    return Isi(SOUND.folder, files)


def found(rule: Callable[..., None], isi: Isi, *more: Any) -> list[str]:
    """What a rule finds; nothing where all is well."""
    try:
        rule(isi, *more)
    except pytest.fail.Exception as failure:
        lines = str(failure.msg).splitlines()
        assert lines[-1].startswith("Yang perlu dilakukan: ")
        return [line.removeprefix("- ") for line in lines[:-1]]
    return []


def part(files: dict[str, Any], name: str, kode: str) -> dict[str, Any]:
    """A part of a chapter."""
    parts = files[f"naskah/{name}.yml"]["isi"]
    return next(part for part in parts if part["id"] == kode)


FIRST_INDICATOR = ("target/kg-001.yml", "sasaran", 0, "indikator", 0)


def at(files: dict[str, Any], *way: str | int) -> Any:
    """What a way leads to."""
    value: Any = files
    for key in way:
        value = value[key]
    return value


def set_at(files: dict[str, Any], value: Any, *way: str | int) -> None:
    """Put a value where a way leads."""
    at(files, *way[:-1])[way[-1]] = value


RULES: dict[str, tuple[Callable[..., None], Callable[[dict[str, Any]], object], list[str]]] = {
    "an id used twice": (
        test_kode.test_each_id_is_one_things,
        lambda files: set_at(files, "mi-1", "tujuan.yml", "misi", 1, "id"),
        ["tujuan.yml: mi-1 sudah dipakai di tujuan.yml"],
    ),
    "an item too deep": (
        test_naskah.test_an_item_stands_below_the_item_it_belongs_to,
        lambda files: part(files, "bagian-dua", "dua-020").update(tingkat=3),
        [
            "naskah/bagian-dua.yml: dua-020 bertingkat 3, padahal yang di atasnya bertingkat 1",
        ],
    ),
    "a table placed twice": (
        test_naskah.test_a_table_stands_in_the_prose_at_most_once,
        lambda files: part(files, "bagian-tiga", "tiga-010").update(
            tabel=part(files, "bagian-tiga", "tiga-009")["tabel"]
        ),
        ["naskah/bagian-tiga.yml: tabel-3-2 ditempatkan 2 kali"] * 2,
    ),
    "two missions swapped": (
        test_naskah.test_a_list_of_things_is_a_list_of_the_prose,
        lambda files: files["tujuan.yml"]["misi"].reverse(),
        ["tujuan.yml: misi menunjuk dua-007, dua-006; daftarnya di naskah adalah dua-006, dua-007"],
    ),
    "a mission left out": (
        test_naskah.test_a_list_of_things_is_a_list_of_the_prose,
        lambda files: files["tujuan.yml"]["misi"].pop(),
        ["tujuan.yml: misi menunjuk dua-006; daftarnya di naskah adalah dua-006, dua-007"],
    ),
    "a regulation of another kind": (
        test_naskah.test_a_regulation_is_of_the_kind_that_its_words_begin_with,
        lambda files: set_at(files, "SK", "regulasi.yml", "kelompok", 0, "regulasi", 1, "jenis"),
        ["rg-002 berjenis SK, di naskah BA"],
    ),
    "a mend of nothing": (
        test_perbaikan.test_a_mend_mends_something,
        lambda files: mend(files).update(terekstrak=mend(files)["dibaca"]),
        ["target/kg-003.yml: ik-006: dibaca sama dengan yang semula"],
    ),
    "a mended cell that is another": (
        test_perbaikan.test_what_was_mended_stands_as_read,
        lambda files: mend(files).update(dibaca="400 orang | 1.250 orang | 2.001 orang"),
        [
            'target/kg-003.yml: ik-006: "400 orang | 1.250 orang | 2.001 orang" '
            "tidak tertulis di situ"
        ],
    ),
    "a reason that quotes what is not there": (
        test_tautan.test_the_words_that_a_reason_quotes_stand_in_the_plan,
        lambda files: set_at(
            files, 'Hanya "rumah belajar bagi" yang sama.', "tautan.yml", "tautan", 8, "alasan"
        ),
        ['tautan.yml: tl-009: "rumah belajar bagi" tidak ada di rencana'],
    ),
    "a note that quotes what is not there": (
        test_tautan.test_the_words_that_a_note_quotes_stand_at_its_place,
        lambda files: set_at(
            files, "Pendidikan Pemilih", "catatan.yml", "catatan", 2, "tempat", 0, "kutipan"
        ),
        ['catatan.yml: ct-003: "Pendidikan Pemilih" tidak ada di kg-003'],
    ),
    "a name that is not as listed": (
        test_keutuhan.test_every_listed_value_stands_where_the_list_says,
        lambda files: set_at(files, "Lain", *FIRST_INDICATOR, "nama"),
        [
            'ik-001.nama: di data "Lain", di daftar awal "Persentase pegawai yang mengikuti '
            'pelatihan"'
        ],
    ),
    "an item that is not there": (
        test_keutuhan.test_every_listed_value_stands_where_the_list_says,
        lambda files: files["naskah/keputusan.yml"]["isi"].pop(4),
        ["kep-005.label tidak ada lagi di data", "kep-005.teks tidak ada lagi di data"],
    ),
    "a year that is not listed": (
        lambda isi: test_keutuhan.test_every_name_text_target_and_amount_is_listed(isi, "target"),
        lambda files: set_at(files, "1", *FIRST_INDICATOR, "target", 2034),
        ["target/kg-001.yml: ik-001.target.2034 tidak tercatat"],
    ),
}


def mend(files: dict[str, Any]) -> dict[str, Any]:
    """The one mend of the made-up office."""
    found: dict[str, Any] = at(
        files, "target/kg-003.yml", "sasaran", 0, "indikator", 0, "perbaikan", 0
    )
    return found


@pytest.mark.parametrize(("rule", "change", "expected"), RULES.values(), ids=RULES)
def test_finds(
    rule: Callable[..., None],
    change: Callable[[dict[str, Any]], object],
    expected: list[str],
) -> None:
    assert found(rule, SOUND) == []
    assert found(rule, broken(change)) == expected


def test_what_a_later_decree_changed_need_not_stand_as_first_read() -> None:
    def change(files: dict[str, Any]) -> None:
        mend(files).update(dibaca="lain")
        change = {"di": "x", "dari": "y", "menjadi": "yang lain"}
        files["perubahan/rv-002.yml"] = {"id": "rv-002", "ubah": [change]}

    assert found(test_perbaikan.test_what_was_mended_stands_as_read, broken(change)) == []


def test_a_published_id_that_is_gone(tmp_path: Path) -> None:
    (tmp_path / "terbit").mkdir()
    (tmp_path / "terbit/id.txt").write_text("ik-001\nik-900\n", encoding="utf-8")
    isi = Isi(tmp_path, SOUND.berkas)

    assert found(test_kode.test_no_published_id_is_gone, isi) == [
        "ik-900 pernah diterbitkan dan tidak ada lagi"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\n", []),
        ("a: 1 \n", ["satuan.yml:1: hapus spasi di ujung baris"]),
        ("a:\n   b: 1\n", ["satuan.yml:2: jorokkan dengan kelipatan dua spasi"]),
        ("a: 1", ["satuan.yml: akhiri berkas dengan tepat satu baris baru"]),
        ("a: 1\n\n", ["satuan.yml: akhiri berkas dengan tepat satu baris baru"]),
        ("a: 1\r\n", ["satuan.yml: akhir barisnya dari Windows; simpan dengan akhir baris LF"]),
    ],
)
def test_how_a_file_is_written(text: str, expected: list[str], tmp_path: Path) -> None:
    (tmp_path / "realisasi").mkdir()
    (tmp_path / "realisasi/2031.yml").write_text("tahun: 2031  ", encoding="utf-8")
    (tmp_path / "satuan.yml").write_bytes(text.encode())

    rule = test_bentuk.test_a_file_of_the_plan_is_written_like_all_others
    assert found(rule, read(tmp_path)) == expected


def test_what_is_not_listed_yet_is_a_remark(
    tmp_path: Path, pytestconfig: pytest.Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(test_kode, "remark", lambda _, text: said.append(text))
    monkeypatch.setattr(test_keutuhan, "remark", lambda _, text: said.append(text))
    request = SimpleNamespace(config=pytestconfig)
    isi = Isi(tmp_path, {"satuan.yml": {"satuan": [{"id": "orang"}]}})

    test_kode.test_ids_that_are_not_listed_are_a_remark(isi, request)  # type: ignore[arg-type]
    test_keutuhan.test_a_list_that_is_not_there_is_a_remark(isi, request)  # type: ignore[arg-type]

    assert said == [
        "1 kode belum tercatat (orang); renstra alamat mencatatnya.",
        "Keutuhan teks tidak diperiksa: keutuhan/awal.txt belum ada.",
    ]
