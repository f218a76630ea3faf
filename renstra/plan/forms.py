"""What a year's report has a place for, and reports with an entry at each of those places."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from renstra.plan.funding import detailed
from renstra.plan.plan import Plan


def expected_entries(plan: Plan) -> Mapping[str, Sequence[str]]:
    """The ids that each list of a report may have, in the plan's order.

    A group of Table IV.3 that only repeats the programme's total is no kegiatan.
    """
    programs = plan.anggaran_kegiatan.program
    return {
        "indikator": list(plan.kedudukan),
        "program": [row.program for row in plan.anggaran_program.baris],
        "kegiatan": [group.id for program in programs for group in detailed(program)],
        "baris": [line.baris.id for line in plan.pendanaan if line.kegiatan.mengulang is None],
    }


def with_whole_forms(plan: Plan) -> Plan:
    """The plan, each report of it with an empty entry for whatever it leaves out.

    What is not entered is not reported: nothing that reads reports need know which of the two it
    was. Lines of the funding table stay as they are, for their names have changed since.
    """
    forms = {name: codes for name, codes in expected_entries(plan).items() if name != "baris"}
    reports = {tahun: report.completed(forms) for tahun, report in plan.realisasi.items()}
    return replace(plan, realisasi=reports)
