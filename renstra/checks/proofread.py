"""The parts said to be held against the signed decree, each once."""

from __future__ import annotations

from collections.abc import Iterator

from renstra.dialect.problem import Problem
from renstra.plan.plan import Plan


def check_proofread(plan: Plan) -> Iterator[Problem]:
    """Yield what is said twice of one part, and what was done before there was a decree."""
    decided = plan.rencana.keputusan.tanggal
    seen: dict[str, int] = {}
    for entry in plan.pencocokan.pencocokan:
        if entry.bagian in seen:
            message = f"{entry.bagian} sudah ada di baris {seen[entry.bagian]}"
            yield entry.problem(f"{message}; hapus salah satunya", "bagian")
        seen.setdefault(entry.bagian, entry.line("bagian"))
        if entry.tanggal < decided:
            message = f"ditemukan {entry.tanggal}, padahal keputusannya baru ditetapkan {decided}"
            yield entry.problem(f"{message}; perbaiki tanggalnya", "tanggal")
