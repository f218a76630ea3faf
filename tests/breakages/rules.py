"""Mistakes in the rules: achievement, counts, sums, checks, reports, the past."""

from __future__ import annotations

from tests.breakages.breakage import Breakage

CAPAIAN = "renstra/results/rules.py"
RESULTS = "renstra/results/year.py"
FUNDING = "renstra/plan/funding.py"
TABLE = "tests/renstra/test_capaian.py"
COUNTS = "tests/site/test_counts.py"
MONEY = "tests/site/test_money.py"

RULES = (
    Breakage(
        "tetap-above-is-met", CAPAIAN, "int(kasus.selisih != 0)", "int(kasus.selisih < 0)", TABLE
    ),
    Breakage(
        "zero-is-a-target",
        CAPAIAN,
        'kasus.target.nol and kasus.indikator.arah != "turun"',
        'kasus.target.nol and kasus.indikator.arah == "tetap"',
        "tests/site/test_results.py",
    ),
    Breakage(
        "true-zero-is-none",
        CAPAIAN,
        'kasus.target.nol and kasus.indikator.arah != "turun"',
        "kasus.target.nol",
        TABLE,
    ),
    Breakage(
        "turun-below-nothing",
        CAPAIAN,
        "max(Decimal(0), (2 * _t(kasus) - _r(kasus)) * 100 / _t(kasus))",
        "(2 * _t(kasus) - _r(kasus)) * 100 / _t(kasus)",
        TABLE,
    ),
    Breakage(
        "grades-upside-down",
        CAPAIAN,
        "(rank(jenis, grade) or 0) - (rank(jenis, kasus.hasil) or 0)",
        "(rank(jenis, kasus.hasil) or 0) - (rank(jenis, grade) or 0)",
        "tests/site/test_results.py",
    ),
    Breakage(
        "denominator-with-all",
        RESULTS,
        "return self.ditargetkan - self._sum(OUTSIDE)",
        "return self.ditargetkan",
        COUNTS,
    ),
    Breakage(
        "withdrawn-is-counted",
        RESULTS,
        "if item.tempat.indikator.tingkat == tingkat and not item.gone]",
        "if item.tempat.indikator.tingkat == tingkat]",
        COUNTS,
    ),
    Breakage(
        "withdrawn-is-due",
        RESULTS,
        "and not reported and not self.gone",
        "and not reported",
        COUNTS,
    ),
    Breakage(
        "withdrawn-kegiatan-still-holds",
        RESULTS,
        "bool(self.tempat.indikator.dicabut or self.tempat.kegiatan.dicabut)",
        "bool(self.tempat.indikator.dicabut)",
        COUNTS,
    ),
    Breakage(
        "national-among-own",
        RESULTS,
        'return _of_level(items, "satker")',
        "return [item for item in items if not item.gone]",
        COUNTS,
    ),
    Breakage(
        "late-on-the-last-day",
        RESULTS,
        "as_of > due",
        "as_of >= due",
        "tests/renstra/test_results.py",
    ),
    Breakage(
        "repeated-total-is-added",
        FUNDING,
        "[kegiatan for kegiatan in program.kegiatan if kegiatan.mengulang is None]",
        "list(program.kegiatan)",
        MONEY,
    ),
    Breakage(
        "empty-cell-is-nought",
        FUNDING,
        "sums[year] = sum(filled) if filled else None",
        "sums[year] = sum(filled)",
        MONEY,
    ),
    Breakage(
        "share-of-the-plan",
        RESULTS,
        "share(self.laporan.hasil, self.laporan.pagu) if self.laporan else None",
        "share(self.laporan.hasil, self.rencana) if self.laporan else None",
        "tests/site/test_spending.py",
    ),
    Breakage(
        "quality-without-analysis",
        "renstra/results/quality.py",
        'item.status == "tidak_tercapai" and item.laporan.analisis is None',
        'item.status == "berjalan" and item.laporan.analisis is None',
        "tests/renstra/test_reports.py",
    ),
    Breakage(
        "quality-without-source",
        "renstra/results/quality.py",
        "if (entry.reported or entry.running) and not sourced:",
        "if entry.running and not sourced:",
        "tests/renstra/test_reports.py",
    ),
    Breakage(
        "left-out-left-out",
        "renstra/plan/forms.py",
        "return replace(plan, realisasi=reports)",
        "return plan",
        "tests/renstra/test_reports.py tests/renstra/test_history.py",
    ),
    Breakage(
        "final-changed-in-silence",
        "renstra/results/quality.py",
        "            stands = entry if _stands(entry) else stands",
        "            stands = entry if _stands(entry) else None",
        "tests/renstra/test_final.py tests/renstra/test_history.py",
    ),
    Breakage(
        "final-taken-away-in-silence",
        "renstra/past/review.py",
        "for tahun in sorted({*plan.realisasi, *history}):",
        "for tahun in sorted(plan.realisasi):",
        "tests/renstra/test_history.py",
    ),
    Breakage(
        "question-not-asked",
        "renstra/results/plausible.py",
        "if share > ambang.serapan_paling_tinggi:",
        "if share >= ambang.serapan_paling_tinggi:",
        "tests/renstra/test_plausible.py",
    ),
    Breakage(
        "check-dropped",
        "renstra/checks/registry.py",
        """    Check(
        "jumlah-kolom",
        "Baris jumlah tabel pendanaan sama dengan jumlah program-programnya, tahun demi tahun.",
        sums.check_columns,
    ),
""",
        "",
        "tests/renstra/test_checks.py",
    ),
    Breakage(
        "check-never-finds",
        "renstra/checks/sums.py",
        "printed, expected = entry.jumlah, total(entry.pagu) or 0",
        "printed = expected = entry.jumlah",
        "tests/renstra/test_checks.py",
    ),
    Breakage(
        "keutuhan-not-compared",
        "renstra/keeping/keutuhan.py",
        "return [_problem(beda, daftar) for beda in differences(plan, daftar)] if daftar else []",
        "return []",
        "tests/renstra/test_keutuhan.py",
    ),
    Breakage(
        "keutuhan-without-order",
        "renstra/keeping/keutuhan.py",
        "if dulu != kata.isi or (place not in kept and not along):",
        "if dulu != kata.isi:",
        "tests/renstra/test_keutuhan.py",
    ),
    Breakage(
        "import-takes-a-formula",
        "renstra/sheet/values.py",
        'if cell.kind == "formula":',
        'if cell.kind == "formula" and cell.value is None:',
        "tests/sheet/test_refusals.py",
    ),
    Breakage(
        "import-takes-what-nothing-reckoned",
        "renstra/sheet/cells.py",
        "stale = _reckoned_later(content)",
        "stale = False",
        "tests/sheet/test_habits.py",
    ),
    Breakage(
        "import-forgets-quality",
        "renstra/sheet/importing.py",
        "found.problems += [problem for problem in placed if not problem.warning]",
        "found.problems += [problem for problem in placed if problem.warning is None]",
        "tests/sheet/test_refusals.py",
    ),
    Breakage(
        "comment-over-a-range",
        "renstra/sheet/archive.py",
        'if area > 1 and what == "komentar":',
        'if area < 1 and what == "komentar":',
        "tests/sheet/test_robust.py",
    ),
    Breakage(
        "one-round-is-many",
        "renstra/sheet/importing.py",
        "                refused |= more\n                continue\n",
        "                return\n",
        "tests/sheet/test_refusals.py",
    ),
    Breakage(
        "import-changes-final",
        "renstra/sheet/importing.py",
        "found.problems += self._final(entries(plan.realisasi[found.tahun]), changed)",
        "self._final(entries(plan.realisasi[found.tahun]), changed)",
        "tests/sheet/test_refusals.py tests/sheet/test_import.py",
    ),
    Breakage(
        "feed-id-of-the-address",
        "macros/parts/news.py",
        'f"{change.version.commit} {change.tahun} {change.kode}",',
        'f"{change.version.commit} {view.address(str(change.tahun))} {change.kode}",',
        "tests/macros/test_news.py",
    ),
    Breakage(
        "feed-id-by-chance",
        "renstra/export/feed.py",
        "uuid.uuid5(_NAMESPACE, key)",
        "uuid.uuid4()",
        "tests/macros/test_news.py",
    ),
    Breakage(
        "redirect-at-another-place",
        "macros/adapter/redirects.py",
        'f"{old}index.html"',
        'f"{old}pindah.html"',
        "tests/site/test_safety.py",
    ),
    Breakage(
        "redirect-astray",
        "macros/adapter/redirects.py",
        "target = links.relative(new, old)",
        "target = links.relative(old, old)",
        "tests/site/test_safety.py tests/site/test_links.py",
    ),
    Breakage(
        "register-forgets",
        "renstra/keeping/registers.py",
        "for name in sorted(old.union(new))",
        "for name in sorted(set(names))",
        "tests/renstra/test_registers.py",
    ),
)
