"""Later decrees laid over the plan as first decided, file by file, before anything is validated."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import AfterValidator

from renstra.dialect.document import Document, Keys
from renstra.dialect.problem import Problem
from renstra.dialect.wording import closest, describe, perhaps
from renstra.model.base import Entry, check_years
from renstra.model.perubahan import Cabut, Perubahan, Tambah, Ubah
from renstra.reading.fields import fitting, shapes_of
from renstra.reading.files import FAMILIES, LISTS, REVISI, changed_by_decree, model_of

REFERENCES = ("program", "tujuan", "faktor", "kode")
"""Keys by which an item without an id is known, the first that it has."""

ABSENT = object()
"""Stands for what is not there, which is not the same as an empty value."""


@dataclass
class Layered:
    """The files of a plan with changes laid over them, one decree after another."""

    documents: dict[str, Document]
    mulai: dict[str, int] = field(default_factory=dict)
    """Id of a thing that a decree added to its first year."""

    problems: list[Problem] = field(default_factory=list)
    unlaid: list[str] = field(default_factory=list)
    """Files of models of which an id could not be laid, so that references to it prove nothing."""

    _berakhir: dict[str, int] = field(default_factory=dict)
    _fresh: set[str] = field(default_factory=set)

    def lay(self, change: Perubahan, source: Document, years: Sequence[int]) -> Layered:
        """The same with one change more; what cannot be laid is a problem and left out."""
        after = Layered(
            dict(self.documents), dict(self.mulai), list(self.problems), list(self.unlaid)
        )
        after._berakhir = dict(self._berakhir)
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
        _copy_lines(source, (), document, place, names)

    # One value

    def _change(self, ubah: Ubah, at: tuple[Document, Keys]) -> None:
        found = self._found(ubah.di, at, "di")
        if found is None:
            return
        document, keys, now = found
        if keys[-1:] in (("id",), ("dicabut",)) or not keys:
            self._refuse(at, "di", "bukan kata, sel atau jumlah; kode tidak pernah berubah")
        elif isinstance(now, list) or any(_declared(now, ())):
            self._refuse(at, "di", "bukan satu nilai; sebut sel atau kata di dalamnya")
        elif ubah.dari != (None if now is ABSENT else now) or type(ubah.dari) is not type(
            None if now is ABSENT else now
        ):
            stands = "kosong" if now in (ABSENT, None) else describe(now)
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
            _forget(document, keys)
            _copy_lines(at[0], (*at[1], "menjadi"), document, keys)

    def _outside(self, document: Document, keys: Keys) -> str:
        """Why a cell is none that the plan has, for the thing came later or is gone by then."""
        year = keys[-1]
        for depth in range(len(keys)):
            value = document.value_at(keys[:depth])
            kode = value.get("id") if isinstance(value, dict) else None
            if kode not in self.mulai and kode not in self._berakhir:
                continue
            if kode in self._berakhir and (
                not isinstance(year, int) or year >= self._berakhir[kode]
            ):
                return f"{kode} sudah dicabut mulai {self._berakhir[kode]}; hapus perubahan ini"
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
        if kode in self._ids():
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
        _shift(document, keys, position)
        if family:
            name = f"{family.split('/', 1)[0]}/{kode}.yml"
            fresh = Document(at[0].path, isi)
            _copy_lines(at[0], (*at[1], "isi"), fresh, ())
            self.documents[name] = fresh
            self._fresh.add(name)
            self._put(document, keys, [*listed[:position], kode, *listed[position:]])
            _copy_lines(at[0], (*at[1], "isi", "id"), document, (*keys, position))
        else:
            self._put(document, keys, [*listed[:position], isi, *listed[position:]])
            _copy_lines(at[0], (*at[1], "isi"), document, (*keys, position))

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
                whole[name] = _copied(inside)
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
        elif cabut.kode in self._berakhir or "dicabut" in now:
            since = self._berakhir.get(cabut.kode)
            self._refuse(
                at, "kode", f"{cabut.kode} sudah dicabut{f' mulai {since}' if since else ''}; hapus"
            )
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
            _copy_lines(at[0], at[1], document, (*keys, "dicabut"), ("mulai", "alasan"))
            document.lines[*keys, "dicabut", "revisi"] = at[0].line(at[1])
            self._berakhir[cabut.kode] = cabut.mulai

    # Where things are

    def standing(self, di: str) -> Any:
        """What stands at a place; ABSENT where nothing does."""
        name, keys, rest = self._way(di)
        if name is None:
            return ABSENT
        value = self.documents[name].value_at(keys)
        for step in rest:
            found = _step(value, step)
            if found is None:
                return ABSENT
            value = value[found]
        return value

    def _found(
        self, di: str, at: tuple[Document, Keys], key: str
    ) -> tuple[Document, Keys, Any] | None:
        """The file of a place, the way to it and what stands there; None where there is none."""
        name, keys, rest = self._way(di)
        if name is None:
            ids = self._ids()
            head = di.split(".", 1)[0]
            hint = perhaps(closest(head, list(ids))) or "; periksa kodenya"
            self._refuse(at, key, f"{head} tidak ada di rencana{hint}")
            return None
        value = self.documents[name].value_at(keys)
        for position, step in enumerate(rest):
            found = _step(value, step)
            last = position == len(rest) - 1
            if found is None:
                if last and isinstance(value, dict) and not step.isdigit():
                    return self._own_at(name, (*keys, step))
                steps = _steps(value)
                hint = f"; yang ada {', '.join(steps)}" if steps else ""
                self._refuse(at, key, f"{di}: tidak ada {step} di sana{hint}")
                return None
            keys, value = (*keys, found), value[found]
            row = row_name(value) if isinstance(found, int) else None
            if row and rest[position + 1 :]:
                own = self._row_place(name, keys, row)
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

    def _way(self, di: str) -> tuple[str | None, Keys, list[str]]:
        for name in self.documents:
            if changed_by_decree(name) and (di == name or di.startswith(f"{name}.")):
                return name, (), di[len(name) + 1 :].split(".") if di != name else []
        head, *rest = di.split(".")
        kode, _, row = head.partition("#")
        if kode not in self._ids():
            return None, (), rest
        name, keys = self._ids()[kode]
        if not row:
            return name, keys, rest
        found = next(_rows(self.documents[name].value_at(keys), row), None)
        return (None, (), rest) if found is None else (name, (*keys, *found), rest)

    def _row_place(self, name: str, keys: Keys, row: str) -> str:
        """How a row is called: after the nearest id above it, and what it refers to."""
        value = self.documents[name].value
        head = value.get("id") or name
        for key in keys:
            value = value[key]
            head = value.get("id", head) if isinstance(value, dict) else head
        return f"{head}#{row}"

    def _ids(self) -> Mapping[str, tuple[str, Keys]]:
        """Id to the file and the way to whatever has it; what no decree changes has no place."""
        return {
            kode: (name, keys)
            for name, document in self.documents.items()
            if changed_by_decree(name)
            for kode, keys in _declared(document.value, ())
        }

    def _where(self, kode: Any) -> str:
        name, keys = self._ids()[kode]
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
            self.documents[name] = document = Document(
                document.path,
                _copied(document.value),
                dict(document.lines),
                set(document.refused),
                set(document.partial),
                dict(document.origins),
            )
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


def _declared(value: Any, keys: Keys) -> Iterator[tuple[str, Keys]]:
    if isinstance(value, dict):
        if isinstance(value.get("id"), str):
            yield value["id"], keys
        for key, inside in value.items():
            yield from _declared(inside, (*keys, key))
    elif isinstance(value, list):
        for place, inside in enumerate(value):
            yield from _declared(inside, (*keys, place))


def row_name(item: Any) -> str | None:
    """What a row without an id refers to, which is its name among the others."""
    if not isinstance(item, dict) or "id" in item:
        return None
    return next((item[name] for name in REFERENCES if isinstance(item.get(name), str)), None)


def _rows(value: Any, row: str, keys: Keys = ()) -> Iterator[Keys]:
    """The ways from a thing to its rows without an id that refer to the one called `row`."""
    if isinstance(value, list):
        for place, item in enumerate(value):
            if isinstance(item, dict) and "id" not in item:
                if row_name(item) == row:
                    yield (*keys, place)
                yield from _rows(item, row, (*keys, place))
    elif isinstance(value, dict):
        for key, inside in value.items():
            yield from _rows(inside, row, (*keys, key))


def _is_by_year(model: type[Entry], name: str) -> bool:
    marks = model.model_fields[name].metadata
    return any(isinstance(mark, AfterValidator) and mark.func is check_years for mark in marks)


def _steps(value: Any) -> list[str]:
    """What may be the next step of a place; items of a list are counted from 1."""
    if isinstance(value, list):
        return [str(place) for place in range(1, len(value) + 1)]
    return list(map(str, value)) if isinstance(value, dict) else []


def _step(value: Any, step: str) -> str | int | None:
    """The key that a step of a place means; items of a list are counted from 1."""
    if isinstance(value, list):
        place = int(step) - 1 if step.isdigit() else -1
        return place if 0 <= place < len(value) else None
    return (
        next((key for key in value if str(key) == step), None) if isinstance(value, dict) else None
    )


def _forget(document: Document, keys: Keys) -> None:
    """Forget the places of what stood at `keys` and below."""
    for known in (document.lines, document.origins):
        for key in [key for key in known if key[: len(keys)] == keys]:
            del known[key]


def _shift(document: Document, keys: Keys, position: int) -> None:
    """Make room for an item of a list: what is behind it stands one place further on."""
    depth = len(keys)

    def moved(place: Keys) -> Keys:
        if place[:depth] == keys and len(place) > depth and int(place[depth]) >= position:
            return (*keys, int(place[depth]) + 1, *place[depth + 1 :])
        return place

    document.lines = {moved(place): line for place, line in document.lines.items()}
    document.origins = {moved(place): origin for place, origin in document.origins.items()}
    document.refused = set(map(moved, document.refused))
    document.partial = set(map(moved, document.partial))


def _copy_lines(
    source: Document, way: Keys, document: Document, keys: Keys, names: Sequence[str] = ()
) -> None:
    """Let what was taken from `way` of `source` know at its new place where it was written."""
    document.lines[keys] = source.line(way)
    document.origins[keys] = (source, way)
    depth = len(way)
    for place, line in source.lines.items():
        inside = place[depth:]
        if place[:depth] == way and inside and (not names or inside[0] in names):
            document.lines[*keys, *inside] = line
    document.refused |= {(*keys, *p[depth:]) for p in source.refused if p[:depth] == way}
    document.partial |= {(*keys, *p[depth:]) for p in source.partial if p[:depth] == way}


def _copied(value: Any) -> Any:
    """A copy of mappings and lists; what they hold stays the very same, refused values too."""
    if isinstance(value, dict):
        return {key: _copied(inside) for key, inside in value.items()}
    if isinstance(value, list):
        return [_copied(inside) for inside in value]
    return value
