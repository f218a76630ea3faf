"""The official revisions held against the plan that they are revisions of."""

from __future__ import annotations

from collections.abc import Iterator

from renstra.dialect.problem import Problem
from renstra.plan.plan import Plan


def check_revisions(plan: Plan) -> Iterator[Problem]:
    """The first official revision is the decree that set the plan."""
    keputusan = plan.rencana.keputusan
    for revisi in plan.revisi.revisi[:1]:
        for key, found, expected in (
            ("nomor", revisi.nomor, keputusan.nomor),
            ("tanggal", revisi.tanggal, keputusan.tanggal),
        ):
            if found != expected:
                message = (
                    f"ditemukan {found}, padahal keputusan di {plan.rencana.path} {expected}; "
                    "revisi pertama adalah keputusan yang menetapkan rencana, samakan keduanya"
                )
                yield revisi.problem(message, key)
