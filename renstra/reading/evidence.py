"""Documents that reports rest on, where they are kept beside the data: there, and unchanged."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from renstra.dialect.problem import Problem
from renstra.model.base import Entry
from renstra.model.isian import Sumber
from renstra.model.realisasi import Realisasi, entries_of
from renstra.plan.plan import Plan
from renstra.reading.files import BUKTI
from renstra.reading.trees import Tree


def check_evidence(plan: Plan, tree: Tree) -> Iterator[Problem]:
    """A file that a source names is there, and is the one whose digest the report keeps."""
    digests: dict[str, str] = {}
    for report in plan.realisasi.values():
        for holder, sumber in sources(report):
            if sumber.berkas is None:
                continue
            name = f"{BUKTI}/{sumber.berkas}"
            try:
                digest = digests.get(name) or hashlib.sha256(tree.read(name)).hexdigest()
            except OSError:
                message = f"berkas {tree.shown(name)} tidak ada atau tidak dapat dibaca; simpan "
                yield holder.problem(f"{message}di sana, atau perbaiki namanya", "sumber", "berkas")
                continue
            digests[name] = digest
            if sumber.sha256 != digest:
                found = sumber.sha256 or "kosong"
                message = f"ditemukan {found}, padahal sidik {tree.shown(name)} {digest}"
                mend = "; tulis sidik itu, bila memang itu berkasnya"
                yield holder.problem(f"{message}{mend}", "sumber", "sha256")


def sources(report: Realisasi) -> Iterator[tuple[Entry, Sumber]]:
    """Every source that a year's report names, with what names it: the year, or one report."""
    for holder in (report, *entries_of(report).values()):
        if holder.sumber is not None:
            yield holder, holder.sumber
