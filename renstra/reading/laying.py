"""Later decrees laid over the plan as first decided, file by file, before anything is validated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import AfterValidator

from renstra.dialect.document import Document, Keys
from renstra.dialect.problem import Problem
from renstra.dialect.wording import closest, describe, perhaps
from renstra.model.base import Entry, check_years
from renstra.model.perubahan import Cabut, Perubahan, Tambah, Ubah
from renstra.reading.fields import fitting, shapes_of
from renstra.reading.files import FAMILIES, LISTS, REVISI, model_of
from renstra.reading.grafting import copied, forget, own_copy, shift, take_lines
from renstra.reading.places import (
    ABSENT,
    declared_in,
    ids_in,
    row_name,
    row_place,
    step,
    steps,
    way_to,
)


@dataclass
class Layered:
    """The files of a plan with changes laid over them, one decree after another."""

    documents: dict[str, Document]
    mulai: dict[str, int] = field(default_factory=dict)
    """Id of a thing that a decree added to its first year."""

    problems: list[Problem] = field(default_factory=list)
    unlaid: list[str] = field(default_factory=list)
    """Files of models of which an id could not be laid, so that references to it prove nothing."""

    _fresh: set[str] = field(default_factory=set)

    def lay(self, change: Perubahan, source: Document, years: Sequence[int]) -> Layered:
        """The same with one change more; what cannot be laid is a problem and left out."""
        after = Layered(
            dict(self.documents), dict(self.mulai), list(self.problems), list(self.unlaid)
        )
        after._join(source)
        # What is taken out and what is put right comes before what is new, as in a decree.
        for place, ubah in enumerate(change.ubah):
            after._change(ubah, (source, ("ubah", place)))
        for place, tambah in enumerate(change.tambah):
            after._add(change, tambah, (source, ("tambah", place)), years)
        for place, cabut in enumerate(change.cabut):
            after._withdraw(change, cabut, (source, ("cabut", place)), years)
        return after

    def _join(self, source: Document) -> None:
        """Let the decree stand in the list of decrees."""
        document = self._own(REVISI)
        if document is None or not isinstance(document.value.get("revisi"), list):
            self.unlaid.append(source.value["id"])
            self.problems.append(
                source.problem(
                    (),
                    f"{REVISI} tidak memuat keputusan yang menetapkan rencana; catat itu dahulu",
                )
            )
            return
        names = ("id", "nomor", "tanggal", "berlaku", "commit", "keterangan")
        entry = {name: source.value[name] for name in names if name in source.value}
        place = ("revisi", len(document.value["revisi"]))
        document.value["revisi"].append(entry)
        take_lines(source, (), document, place, names)

    # One value

    def _change(self, ubah: Ubah, at: tuple[Document, Keys]) -> None:
        found = self._found(ubah.di, at, "di")
        if found is None:
            return
        document, keys, now = found
        stood = None if now is ABSENT else now
        if keys[-1:] in (("id",), ("dicabut",)) or not keys:
            self._refuse(at, "di", "bukan kata, sel atau jumlah; kode tidak pernah berubah")
        elif isinstance(now, list) or any(declared_in(now)):
            self._refuse(at, "di", "bukan satu nilai; sebut sel atau kata di dalamnya")
        elif ubah.dari != stood or type(ubah.dari) is not type(stood):
            stands = "kosong" if stood is None else describe(stood)
            origin, place = document.origin(keys)
            where = "" if now is ABSENT else f" ({origin.path}:{origin.line(place)})"
            message = f"ditemukan {describe(ubah.dari)}, padahal yang berlaku {stands}{where}"
            self._refuse(at, "dari", f"{message}; samakan, huruf demi huruf")
        elif ubah.menjadi == ubah.dari:
            self._refuse(at, "menjadi", "sama dengan yang berlaku; hapus, tidak ada yang berubah")
        elif why := self._outside(document, keys):
            self._refuse(at, "di", why)
        else:
            self._put(document, keys, ubah.menjadi)
            forget(document, keys)
            take_lines(at[0], (*at[1], "menjadi"), document, keys)

    def _outside(self, document: Document, keys: Keys) -> str:
        """Why a cell is none that the plan has, for the thing came later or is gone by then."""
        year = keys[-1]
        for depth in range(len(keys)):
            value = document.value_at(keys[:depth])
            if not isinstance(value, dict):
                continue
            kode, gone = value.get("id"), value.get("dicabut")
            if gone and (not isinstance(year, int) or year >= gone["mulai"]):
                return f"{kode} sudah dicabut mulai {gone['mulai']}; hapus perubahan ini"
            if kode in self.mulai and isinstance(year, int) and year < self.mulai[kode]:
                return f"{kode} baru ada mulai {self.mulai[kode]}; hapus sel {year} ini"
        return ""

    # A thing more

    def _add(
        self, change: Perubahan, tambah: Tambah, at: tuple[Document, Keys], years: Sequence[int]
    ) -> None:
        kode = tambah.isi.get("id")
        if isinstance(kode, str):
            self.unlaid.append(kode)  # taken back below, once it stands
        found = self._found(tambah.di, at, "di")
        if found is None:
            return
        document, keys, now = found
        family = self._family(document, keys)
        models, is_list = self._shape(document, keys)
        if family is None and not (models and is_list):
            self._refuse(at, "di", "bukan daftar yang dapat menerima tambahan; periksa tempatnya")
            return
        model = FAMILIES[family] if family else (fitting(models, tambah.isi) or models)[0]
        if "id" in model.model_fields and not isinstance(kode, str):
            self._refuse(at, "isi", "tanpa id; beri kode baru yang belum pernah dipakai")
            return
        if kode in ids_in(self.documents):
            where = f"sudah ada di {self._where(kode)}"
            self._refuse(
                at, "isi", f"{kode} {where}; beri kode baru yang belum pernah dipakai", "id"
            )
            return
        first = tambah.mulai or change.sejak.year
        if first < change.sejak.year or first not in years:
            self._refuse(at, "mulai", self._year_message(first, change, years))
            return
        listed = list(now) if isinstance(now, list) else []
        if why := self._outside(document, (*keys, first)):
            self._refuse(at, "di", why)
            return
        position = self._position(listed, tambah, at)
        if position is None:
            return
        isi = self._whole(model, tambah.isi, (at[0], (*at[1], "isi")), first, years)
        if isinstance(kode, str):
            self.unlaid.remove(kode)
            self.mulai[kode] = first
        shift(document, keys, position)
        if family:
            name = f"{family.split('/', 1)[0]}/{kode}.yml"
            fresh = Document(at[0].path, isi)
            take_lines(at[0], (*at[1], "isi"), fresh, ())
            self.documents[name] = fresh
            self._fresh.add(name)
            self._put(document, keys, [*listed[:position], kode, *listed[position:]])
            take_lines(at[0], (*at[1], "isi", "id"), document, (*keys, position))
        else:
            self._put(document, keys, [*listed[:position], isi, *listed[position:]])
            take_lines(at[0], (*at[1], "isi"), document, (*keys, position))

    def _family(self, document: Document, keys: Keys) -> str | None:
        """The family of files that a list of names orders, where `keys` lead to such a list."""
        name = self._name_of(document)
        for pattern, (listing, way) in LISTS.items():
            plain = tuple("*" if isinstance(key, int) else key for key in keys)
            if name == listing and plain == way[:-1]:
                return pattern
        return None

    def _shape(self, document: Document, keys: Keys) -> tuple[Sequence[type[Entry]], bool]:
        """The models of what stands at `keys`, and whether that is a list of it."""
        name = self._name_of(document)
        root = model_of(name) if name else None
        models: Sequence[type[Entry]] = [root] if root else []
        is_list = False
        for depth, key in enumerate(keys):
            if isinstance(key, int):
                is_list = False
                continue
            found = fitting(models, document.value_at(keys[:depth]))
            shape = shapes_of(found[0]).get(key) if found else None
            models, is_list = (shape.models, shape.is_list) if shape else ([], False)
        return models, is_list

    def _put(self, document: Document, keys: Keys, value: Any) -> None:
        """Let a value stand at `keys`; a new key comes where its model has it."""
        holder: Any = document.value_at(keys[:-1])
        if isinstance(holder, list) or keys[-1] in holder:
            holder[keys[-1]] = value  # type: ignore[index]
            return
        models = fitting(self._shape(document, keys[:-1])[0], holder)
        names: list[Any] = list(models[0].model_fields) if models else []
        behind = names[names.index(keys[-1]) + 1 :] if keys[-1] in names else []
        rest = [(key, holder.pop(key)) for key in list(holder) if key in behind]
        holder[keys[-1]] = value
        holder.update(rest)

    def _position(
        self, listed: Sequence[Any], tambah: Tambah, at: tuple[Document, Keys]
    ) -> int | None:
        """Where in a list what is added stands; None where what it should follow is not there."""
        if tambah.sesudah is None:
            return len(listed)
        names = [item.get("id") if isinstance(item, dict) else item for item in listed]
        if tambah.sesudah in names:
            return names.index(tambah.sesudah) + 1
        known = [name for name in names if isinstance(name, str)]
        hint = perhaps(closest(tambah.sesudah, known)) or f"; yang ada {', '.join(known) or '-'}"
        self._refuse(at, "sesudah", f"{tambah.sesudah} tidak ada di daftar itu{hint}")
        return None

    def _whole(
        self,
        model: type[Entry],
        value: dict[str, Any],
        at: tuple[Document, Keys],
        first: int,
        years: Sequence[int],
    ) -> dict[str, Any]:
        """What is added, with empty cells for the years before it came; none may be written."""
        whole: dict[str, Any] = {}
        shapes = shapes_of(model)
        for name, inside in value.items():
            here = (*at[1], name)
            if name in model.model_fields and _is_by_year(model, name) and isinstance(inside, dict):
                early = [year for year in inside if isinstance(year, int) and year < first]
                for year in early:
                    message = f"ditemukan sel {year}, padahal baru ada mulai {first}; hapus sel itu"
                    self.problems.append(at[0].problem((*here, year), message))
                empty = "" if any(isinstance(cell, str) for cell in inside.values()) else None
                before = {year: empty for year in years if year < first}
                whole[name] = {**before, **{y: c for y, c in inside.items() if y not in early}}
            elif name in shapes and shapes[name].models and isinstance(inside, list):
                whole[name] = [
                    self._whole(found[0], item, (at[0], (*here, place)), first, years)
                    if isinstance(item, dict) and (found := fitting(shapes[name].models, item))
                    else item
                    for place, item in enumerate(inside)
                ]
            else:
                whole[name] = copied(inside)
        return whole

    # A thing less

    def _withdraw(
        self, change: Perubahan, cabut: Cabut, at: tuple[Document, Keys], years: Sequence[int]
    ) -> None:
        found = self._found(cabut.kode, at, "kode")
        if found is None:
            return
        document, keys, now = found
        models = fitting(self._shape(document, keys)[0], now)
        if not any("dicabut" in one.model_fields for one in models):
            self._refuse(at, "kode", f"{cabut.kode} tidak dapat dicabut tersendiri; cabut induknya")
        elif gone := now.get("dicabut"):
            self._refuse(at, "kode", f"{cabut.kode} sudah dicabut mulai {gone['mulai']}; hapus")
        elif any(tambah.isi.get("id") == cabut.kode for tambah in change.tambah):
            message = f"{cabut.kode} ditambahkan oleh keputusan ini juga; hapus salah satunya"
            self._refuse(at, "kode", message)
        elif cabut.mulai < self.mulai.get(cabut.kode, 0):
            message = f"ditemukan {cabut.mulai}, padahal baru ada mulai {self.mulai[cabut.kode]}"
            self._refuse(at, "mulai", f"{message}; tulis tahun itu atau sesudahnya")
        elif cabut.mulai < change.sejak.year or cabut.mulai not in years:
            self._refuse(at, "mulai", self._year_message(cabut.mulai, change, years))
        else:
            entry = {"revisi": change.id, "mulai": cabut.mulai, "alasan": cabut.alasan}
            self._put(document, (*keys, "dicabut"), entry)
            take_lines(at[0], at[1], document, (*keys, "dicabut"), ("mulai", "alasan"))
            document.lines[*keys, "dicabut", "revisi"] = at[0].line(at[1])

    # Where things are

    def _found(
        self, di: str, at: tuple[Document, Keys], key: str
    ) -> tuple[Document, Keys, Any] | None:
        """The file of a place, the way to it and what stands there; None where there is none."""
        way = way_to(self.documents, di)
        if way is None:
            head = di.split(".", 1)[0]
            hint = perhaps(closest(head, list(ids_in(self.documents)))) or "; periksa kodenya"
            self._refuse(at, key, f"{head} tidak ada di rencana{hint}")
            return None
        name, keys, rest = way
        value = self.documents[name].value_at(keys)
        for position, wanted in enumerate(rest):
            found = step(value, wanted)
            last = position == len(rest) - 1
            if found is None:
                if last and isinstance(value, dict) and not wanted.isdigit():
                    return self._own_at(name, (*keys, wanted))
                there = steps(value)
                hint = f"; yang ada {', '.join(there)}" if there else ""
                self._refuse(at, key, f"{di}: tidak ada {wanted} di sana{hint}")
                return None
            keys, value = (*keys, found), value[found]
            row = row_name(value) if isinstance(found, int) else None
            if row and rest[position + 1 :]:
                own = row_place(self.documents[name], name, keys, row)
                tail = ".".join(rest[position + 1 :])
                self._refuse(at, key, f"{di}: tulis {own}.{tail}; baris itu disebut menurut isinya")
                return None
        return self._own_at(name, keys)

    def _own_at(self, name: str, keys: Keys) -> tuple[Document, Keys, Any]:
        document = self._own(name)
        assert document is not None
        holder = document.value_at(keys[:-1])
        there = not keys or isinstance(holder, list) or keys[-1] in holder
        return document, keys, document.value_at(keys) if there else ABSENT

    def _where(self, kode: Any) -> str:
        name, keys = ids_in(self.documents)[kode]
        document, place = self.documents[name].origin((*keys, "id"))
        return f"{document.path}:{document.line(place)}"

    def _name_of(self, document: Document) -> str | None:
        return next((name for name, one in self.documents.items() if one is document), None)

    def _own(self, name: str) -> Document | None:
        """A file's document, made this layer's own before it is changed."""
        document = self.documents.get(name)
        if document is None or not isinstance(document.value, dict):
            return None
        if name not in self._fresh:
            self._fresh.add(name)
            self.documents[name] = document = own_copy(document)
        return document

    def _refuse(self, at: tuple[Document, Keys], key: str, message: str, *below: str) -> None:
        source, keys = at
        self.problems.append(source.problem((*keys, key, *below), message))

    @staticmethod
    def _year_message(year: int, change: Perubahan, years: Sequence[int]) -> str:
        expected = [str(one) for one in years if one >= change.sejak.year]
        span = ", ".join(expected) or "tidak ada lagi tahun rencana sesudahnya"
        since = f"keputusan ini berlaku sejak {change.sejak}"
        return f"ditemukan {year}; {since}, jadi seharusnya salah satu dari {span}"


def _is_by_year(model: type[Entry], name: str) -> bool:
    marks = model.model_fields[name].metadata
    return any(isinstance(mark, AfterValidator) and mark.func is check_years for mark in marks)
