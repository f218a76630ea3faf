"""What a year's report has a place for, and reports with an entry at each of those places."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from renstra.plan.funding import detailed
from renstra.plan.plan import Plan


def expected_entries(plan: Plan, tahun: int) -> Mapping[str, Sequence[str]]:
    """The ids that each list of a year's report may have, in the plan's order.

    A group of Table IV.3 that only repeats the programme's total is no kegiatan. What a later
    decree added has no entry for the years before it; what one withdrew keeps what was reported.
    """
    programs = plan.anggaran_kegiatan.program
    found = {
        "indikator": list(plan.kedudukan),
        "program": [row.program for row in plan.anggaran_program.baris],
        "kegiatan": [group.id for program in programs for group in detailed(program)],
        "baris": [line.baris.id for line in plan.pendanaan if line.kegiatan.mengulang is None],
    }
    if not plan.mulai:
        return found
    return {
        name: [kode for kode in codes if plan.begun(kode, tahun)] for name, codes in found.items()
    }


def with_whole_forms(plan: Plan) -> Plan:
    """The plan, each report of it with an empty entry for whatever it leaves out.

    What is not entered is not reported: nothing that reads reports need know which of the two it
    was. Lines of the funding table stay as they are, for their names have changed since.
    """
    reports = {}
    for tahun, report in plan.realisasi.items():
        parts = expected_entries(plan, tahun).items()
        reports[tahun] = report.completed({name: codes for name, codes in parts if name != "baris"})
    return replace(plan, realisasi=reports)
