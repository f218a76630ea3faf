"""From a tree of files to a plan, or to every problem that stands in the way."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from renstra.checks.funded import check_funded
from renstra.checks.notes import check_notes
from renstra.checks.proofread import check_proofread
from renstra.checks.reports import check_reports
from renstra.checks.revisions import check_revisions
from renstra.checks.tautan import check_links
from renstra.dialect.document import Document, read_yaml
from renstra.dialect.problem import DataError, Problem
from renstra.dialect.wording import closest, perhaps, unknown_in
from renstra.model.anggaran import TabelAnggaranKegiatan, TabelAnggaranProgram
from renstra.model.base import Entry, Known
from renstra.model.kegiatan import Kegiatan, TabelTarget
from renstra.model.kinds import KINDS, ends, kind_of_id
from renstra.model.naskah import Naskah
from renstra.model.perubahan import AWAL, Perubahan
from renstra.model.realisasi import Realisasi
from renstra.model.rencana import DaftarSatuan, Rencana, Tahun
from renstra.plan.forms import with_whole_forms
from renstra.plan.plan import Plan
from renstra.reading import places
from renstra.reading.belonging import check_listed, typed_elsewhere
from renstra.reading.evidence import check_evidence
from renstra.reading.files import (
    ANGGARAN_KEGIATAN,
    ANGGARAN_PROGRAM,
    OPTIONAL,
    REALISASI,
    RENCANA,
    REVISI,
    SATUAN,
    SINGLE,
    TARGET,
    TIMELESS,
    changed_by_decree,
    family,
    is_change,
    model_of,
)
from renstra.reading.ids import Declared, declared
from renstra.reading.laying import Layered
from renstra.reading.trees import Folder, Replaced, Tree
from renstra.reading.validate import validate

_YEARS: TypeAdapter[list[int]] = TypeAdapter(Tahun)

Model = TypeVar("Model", bound=Entry)
Check = Callable[[Plan], Iterable[Problem]]


def data_tree(data: Path, shown: str | None = None, realisasi: Tree | None = None) -> Tree:
    """The folder `data`, which problems name `shown` (as given, by default).

    The files of `realisasi`, if given, stand in for those of `data/realisasi`.
    """
    folder = Folder(data, shown or data.as_posix())
    return Replaced(folder, REALISASI, realisasi) if realisasi else folder


def load_plan(
    data: Path,
    shown: str | None = None,
    realisasi: Tree | None = None,
    also: Sequence[Check] = (),
) -> Plan:
    """The plan of a folder, as `data_tree` has it; raises DataError like `load`."""
    tree = data_tree(data, shown, realisasi)
    return load(tree, also=[*also, partial(check_evidence, tree=tree)])


def load(tree: Tree, also: Sequence[Check] = ()) -> Plan:
    """The plan that a tree of files holds.

    Raises DataError with every problem of every file, what the checks `also` find among them.
    """
    loader = _Loader(tree)
    plan = loader.load()
    if loader.problems or plan is None:
        raise DataError(loader.problems)
    if unfunded := list(check_funded(plan)):
        raise DataError(unfunded)  # what follows takes every programme's money for granted
    problems = list(check_reports(plan))
    if not problems:
        plan = with_whole_forms(plan)
    checks: tuple[Check, ...] = (check_links, check_revisions, check_proofread, *also)
    problems += [problem for check in checks for problem in check(plan)]
    # What is told of at its own place is not told of again at a note that quotes it.
    told = {problem.tentang for problem in problems} - {""}
    problems += [problem for problem in check_notes(plan) if problem.tentang not in told]
    if problems:
        raise DataError(problems)
    return plan


def standing(tree: Tree) -> Callable[[str], Any]:
    """What is in force at each place of a tree's plan, as a later decree names places.

    Raises DataError with every problem of every file.
    """
    loader = _Loader(tree)
    if loader.load() is None:
        raise DataError(loader.problems)
    return partial(places.standing, loader.documents)


@dataclass
class _Loader:
    tree: Tree
    names: Sequence[str] = ()
    problems: list[Problem] = field(default_factory=list)
    documents: dict[str, Document] = field(default_factory=dict)
    entries: dict[str, Entry] = field(default_factory=dict)
    changes: list[Perubahan] = field(default_factory=list)
    lost: set[str] = field(default_factory=set)
    """Kinds of which an id could not be read, so that a reference to them proves nothing."""

    def load(self) -> Plan | None:
        if not any(map(self._has, SINGLE)):  # asked first, for a wrong folder may be a whole disk
            self._file_problem(
                "",
                f"bukan folder data, {RENCANA} tidak ada di sini; jalankan dari folder proyek, "
                "atau sebut yang benar dengan --data",
            )
            return None
        self.names = self.tree.names()
        models = self._find()
        for name in models:
            document, problems = read_yaml(partial(self.tree.read, name), self.tree.shown(name))
            self.problems += problems
            if document:
                self.documents[name] = document
        misplaced, lost = check_listed(self.tree, self.names, self.documents)
        self.problems += misplaced
        for one in lost:
            self._lose(one)
        layers = self._layers()
        self.documents = layers[-1].documents
        added = {name: model for name in self.documents if (model := model_of(name))}
        ids = self._ids(
            {name: model for name, model in (models | added).items() if not is_change(name)}
        )
        units = None if "satuan" in self.lost else self._units()
        known = Known(self._years(), units, ids, ends())
        read: dict[int, Entry] = {}
        for name, document in self.documents.items():
            entry = self._validated(name, document, known, read)
            if isinstance(entry, Realisasi):
                self._check_year(name, entry)
            if entry:
                self.entries[name] = entry
        earlier = [self._as_it_was(layer, known, read) for layer in layers[:-1]]
        if self.problems:
            self.problems += self._absent()
            return None
        names = [AWAL, *(change.id for change in self.changes)]
        versions: dict[str, Plan] = {}
        for number, (layer, entries) in enumerate(
            zip(layers, [*earlier, self.entries], strict=True)
        ):
            versions[names[number]] = replace(
                self._assemble(entries),
                perubahan=self.changes[:number],
                mulai=layer.mulai,
                versi=dict(versions),
            )
        return versions[names[-1]]

    def _validated(
        self, name: str, document: Document, known: Known, read: dict[int, Entry]
    ) -> Entry | None:
        """What a document holds, read once however many versions of the plan have it."""
        model = model_of(name)
        if id(document) not in read and model:
            entry, problems = validate(document, model, known)
            self.problems += [one for one in problems if one not in self.problems]
            if entry:
                read[id(document)] = entry
        return read.get(id(document))

    def _as_it_was(self, layer: Layered, known: Known, read: dict[int, Entry]) -> dict[str, Entry]:
        """What an earlier version of the plan says, without what is about today's alone."""
        found = {
            name: self._validated(name, document, known, read)
            for name, document in layer.documents.items()
            if changed_by_decree(name) or name == REVISI
        }
        found |= {name: self.entries.get(name) for name in TIMELESS}
        return {name: entry for name, entry in found.items() if entry}

    def _layers(self) -> list[Layered]:
        """The plan as first decided, then with each later decree laid over it."""
        decrees = {
            name: self.documents.pop(name) for name in list(self.documents) if is_change(name)
        }
        self.problems += typed_elsewhere(self.documents)
        layers = [Layered(self.documents)]
        years = self._years()
        for name, document in sorted(decrees.items()):
            change, problems = validate(document, Perubahan, Known())
            self.problems += problems
            if isinstance(change, Perubahan) and change.id != Path(name).stem:
                message = f"ditemukan {change.id}, padahal nama berkasnya {Path(name).stem}"
                self.problems.append(change.problem(f"{message}; samakan keduanya", "id"))
            if not isinstance(change, Perubahan) or years is None:
                self.lost |= {kind.referred for kind in KINDS}  # it may have added anything
                continue
            self.changes.append(change)
            layers.append(layers[-1].lay(change, document, years))
        self.problems += layers[-1].problems
        for kode in layers[-1].unlaid:
            kind = kind_of_id(kode)
            self.lost |= {kind.referred} if kind else set()
        return layers

    def _has(self, name: str) -> bool:
        try:
            self.tree.read(name)
        except (FileNotFoundError, NotADirectoryError):
            return False
        except OSError:
            pass  # what cannot be read is there
        return True

    def _file_problem(self, name: str, message: str) -> None:
        self.problems.append(Problem(self.tree.shown(name), 1, "", message))

    def _absent(self) -> Iterator[Problem]:
        """A problem for each optional file that is not there though others speak of its things."""
        named = [name for one in list(self.problems) if (name := unknown_in(one.message))]
        for file, model in OPTIONAL.items():
            if self._has(file):
                continue
            # Tables stand in many files, so that the id of one does not tell of which.
            kinds = {entry.kind for entry in declared(model, None)} - {"tabel"}
            there = [
                name for name in named if (kind := kind_of_id(name)) and kind.referred in kinds
            ]
            if there:
                message = (
                    f"berkas tidak ada, padahal {len(there)} tempat menyebut isinya, seperti "
                    f"{there[0]}; kembalikan berkas itu, misalnya dari riwayat git, atau hapus "
                    "yang menyebutnya"
                )
                yield Problem(self.tree.shown(file), 1, "", message, pangkal=True)

    def _find(self) -> dict[str, type[Entry]]:
        """The files to read and their models, with a problem for each file that is no part."""
        models = dict(SINGLE)
        for name in self.names:
            model = SINGLE.get(name) or OPTIONAL.get(name) or family(name)
            if model:
                models[name] = model
                continue
            meant = closest(name, {**models, **OPTIONAL}.keys() - set(self.names))
            models.pop(meant or "", None)  # its absence is said by this
            if meant in OPTIONAL:
                self._lose(OPTIONAL[meant])
            hint = perhaps(meant) or "; pindahkan ke luar folder data, atau perbaiki namanya"
            self._file_problem(name, f"berkas tidak dikenal{hint}")
        return models

    def _value(self, name: str) -> Any:
        return self.documents[name].value if name in self.documents else None

    def _years(self) -> tuple[int, ...] | None:
        """The plan's years, where they are sound enough to hold others against."""
        rencana = self._value(RENCANA)
        years = rencana.get("tahun") if isinstance(rencana, dict) else None
        try:
            return tuple(_YEARS.validate_python(years, strict=True))
        except ValidationError:
            return None

    def _units(self) -> dict[str, tuple[str, ...]]:
        listed = self._value(SATUAN)
        units = listed.get("satuan") if isinstance(listed, dict) else None
        return {
            unit["id"]: tuple(unit["tanda"])
            for unit in (units if isinstance(units, list) else [])
            if isinstance(unit, dict)
            and isinstance(unit.get("id"), str)
            and isinstance(unit.get("tanda"), list)
            and all(isinstance(sign, str) for sign in unit["tanda"])
        }

    def _ids(self, models: Mapping[str, type[Entry]]) -> dict[str, frozenset[str]]:
        """The ids of each kind of which none was lost, with a problem for each that is not new."""
        found: dict[str, set[str]] = {kind.referred: set() for kind in KINDS}
        first: dict[str, str] = {}
        for name, model in {**SINGLE, **models}.items():
            document = self.documents.get(name)
            for entry in declared(model, document.value if document else None):
                if document is None or entry.name is None:
                    self.lost.add(entry.kind)
                elif not entry.keys and family(name) and entry.name != Path(name).stem:
                    message = f"ditemukan {entry.name}, padahal nama berkasnya {Path(name).stem}"
                    self._id_problem(document, entry, f"{message}; samakan keduanya")
                elif entry.name in first:
                    message = (
                        f"{entry.name} sudah dipakai di {first[entry.name]}; gunakan kode lain"
                    )
                    self._id_problem(document, entry, message)
                else:
                    first[entry.name] = f"{document.path}:{document.line((*entry.keys, 'id'))}"
                    found.setdefault(entry.kind, set()).add(entry.name)
            if document and document.partial:
                self._lose(model)
        return {kind: frozenset(ids) for kind, ids in found.items() if kind not in self.lost}

    def _check_year(self, name: str, report: Realisasi) -> None:
        stem = Path(name).stem
        if str(report.tahun) != stem:
            message = f"ditemukan {report.tahun}, padahal nama berkasnya {stem}; samakan keduanya"
            self.problems.append(report.problem(message, "tahun"))

    def _id_problem(self, document: Document, entry: Declared, message: str) -> None:
        self.problems.append(document.problem((*entry.keys, "id"), message))
        self.lost.add(entry.kind)

    def _lose(self, model: type[Entry]) -> None:
        """Take it that ids of the kinds that `model` holds exist and are not known."""
        self.lost |= {entry.kind for entry in declared(model, None)}

    @staticmethod
    def _assemble(entries: Mapping[str, Entry]) -> Plan:
        def one(name: str, model: type[Model]) -> Model:
            entry = entries[name]
            assert isinstance(entry, model)
            return entry

        # A part that the plan does without is empty; each file is named as the plan calls it.
        parts: dict[str, Any] = {
            name.removesuffix(".yml"): entries.get(name) or model()
            for name, model in OPTIONAL.items()
        }
        rencana = one(RENCANA, Rencana)
        return Plan(
            rencana=rencana,
            satuan={unit.id: unit for unit in one(SATUAN, DaftarSatuan).satuan},
            tabel_target=one(TARGET, TabelTarget),
            kegiatan={entry.id: entry for entry in entries.values() if isinstance(entry, Kegiatan)},
            anggaran_program=one(ANGGARAN_PROGRAM, TabelAnggaranProgram),
            anggaran_kegiatan=one(ANGGARAN_KEGIATAN, TabelAnggaranKegiatan),
            naskah=[one(f"naskah/{name}.yml", Naskah) for name in rencana.naskah],
            realisasi={
                entry.tahun: entry for entry in entries.values() if isinstance(entry, Realisasi)
            },
            **parts,
        )
