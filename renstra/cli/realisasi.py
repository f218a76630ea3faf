"""`renstra realisasi`: a year's report started, handed out as a workbook, and taken back in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

import click

from renstra.cli.indonesian import IndonesianGroup
from renstra.cli.options import annotations_option, data_option, output_option
from renstra.dialect.problem import DataError, Problem
from renstra.dialect.wording import printable, shorten
from renstra.forge.annotations import workflow_commands
from renstra.forge.telling import code_block
from renstra.keeping.atomic import write_atomically
from renstra.plan.plan import Plan
from renstra.reading.files import REALISASI
from renstra.reading.load import load_plan
from renstra.reading.trees import Folder, with_files
from renstra.results.progress import told
from renstra.sheet.approval import approval_sheet
from renstra.sheet.archive import MAX_BYTES
from renstra.sheet.blank import blank_report
from renstra.sheet.importing import Import, check_import
from renstra.sheet.layout import span
from renstra.sheet.refusal import CellProblem
from renstra.sheet.template import make_workbook
from renstra.sheet.withdrawing import withdrawn


@click.group(
    cls=IndonesianGroup, help="Mengisi realisasi: memulai tahun, membuat templat, mengimpor."
)
def realisasi() -> None:
    """The group; the commands below are its parts."""


@realisasi.command(help="Membuat berkas realisasi kosong untuk satu tahun.")
@click.argument("tahun", type=int, metavar="TAHUN")
@data_option("Folder data.")
@click.pass_context
def mulai(context: click.Context, tahun: int, data: Path) -> None:
    """Write a report with nothing reported yet; exit 1 where there is one or no such year."""
    plan = _load(context, data, tahun)
    file = _file(data, tahun)
    if file.exists():
        _stop(context, f"{file.as_posix()}: sudah ada; sunting berkas itu, atau buat templatnya")
    file.parent.mkdir(exist_ok=True)
    write_atomically(file, blank_report(plan, tahun).encode())
    click.echo(f"{file.as_posix()}: ditulis")


class _Years(click.ParamType[Sequence[int]]):
    """A year, or the first and the last of several."""

    name = "TAHUN"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Sequence[int]:
        """All of them."""
        match = re.fullmatch(r"(\d{1,4})(?:[-–](\d{1,4}))?", str(value), re.ASCII)
        years = range(int(match[1]), int(match[2] or match[1]) + 1) if match else ()
        return years or self.fail(str(value), param, ctx)


@realisasi.command(
    help="Membuat lembar kerja .xlsx untuk diisi, dengan nilai yang sudah ada: satu tahun seperti "
    "2023, atau beberapa sekaligus seperti 2020-2024."
)
@click.argument("tahun", type=_Years(), metavar="TAHUN", required=False)
@click.option("--semua", is_flag=True, help="Semua tahun rencana, sebagai ganti TAHUN.")
@data_option("Folder data.")
@output_option("realisasi-TAHUN.xlsx")
@click.pass_context
def templat(
    context: click.Context,
    *,
    tahun: Sequence[int] | None,
    semua: bool,
    data: Path,
    keluaran: Path | None,
) -> None:
    """Write the workbook of some years; exit 1 where one of them has no report."""
    if tahun and semua:
        raise click.UsageError("TAHUN, --semua", context)
    if not (tahun or semua):
        raise click.MissingParameter(ctx=context, param=context.command.params[0])
    plan = _load(context, data, *(tahun or ()))
    years = tahun or plan.tahun
    files = _reported(context, plan, data, *years)
    target = keluaran or Path(f"realisasi-{span(years).replace('–', '-')}.xlsx")
    sources = {year: file.read_bytes() for year, file in zip(years, files, strict=True)}
    _write(context, target, make_workbook(plan, sources, None))


@realisasi.command(
    "lembar-persetujuan",
    help="Membuat lembar .xlsx untuk dicetak dan ditandatangani: tiap angka dengan sumbernya.",
)
@click.argument("tahun", type=int, metavar="TAHUN")
@data_option("Folder data.")
@output_option("lembar-persetujuan-TAHUN.xlsx")
@click.pass_context
def approval(context: click.Context, tahun: int, data: Path, keluaran: Path | None) -> None:
    """Write the sheet on which a year is approved; exit 1 where that year has no report."""
    plan = _load(context, data, tahun)
    (file,) = _reported(context, plan, data, tahun)
    target = keluaran or Path(f"lembar-persetujuan-{tahun}.xlsx")
    _write(context, target, approval_sheet(plan, tahun, file.read_bytes(), None))


@realisasi.command(help="Menunjukkan seberapa jauh satu tahun sudah terisi, dan apa yang belum.")
@click.argument("tahun", type=int, metavar="TAHUN")
@data_option("Folder data.")
@click.pass_context
def status(context: click.Context, tahun: int, data: Path) -> None:
    """Tell how far a year's report is filled in; exit 1 where that year has none."""
    plan = _load(context, data, tahun)
    _reported(context, plan, data, tahun)
    click.echo("\n".join(told(plan, tahun)))


@realisasi.command(
    help="Memasukkan lembar kerja yang sudah diisi ke data; tidak menulis bila ada yang salah."
)
@click.argument("berkas", type=click.Path(path_type=Path), metavar="BERKAS")
@data_option("Folder data.")
@click.option("--nama", metavar="TEKS", help="Sebutan berkas dalam pesan; bawaannya namanya.")
@click.option("--periksa", is_flag=True, help="Hanya menunjukkan apa yang akan berubah.")
@annotations_option
@click.option(
    "--ringkasan",
    type=click.Path(path_type=Path),
    metavar="BERKAS",
    help="Tambahkan ringkasan Markdown ke berkas ini.",
)
@click.pass_context
def impor(
    context: click.Context,
    *,
    berkas: Path,
    data: Path,
    nama: str | None,
    periksa: bool,
    anotasi: bool,
    ringkasan: Path | None,
) -> None:
    """Take a workbook into the data; exit 1, with nothing written, where anything is wrong."""
    name = printable(nama or berkas.as_posix())
    found = _check(data, berkas, name)
    lines, refused = _outcome(found, check=periksa)
    problems = [_as_problem(one) for one in found.told if not _is_remark(one)]
    click.echo(
        "\n".join([*lines[:-1], *(workflow_commands(problems) if anotasi else ()), lines[-1]])
    )
    if ringkasan:
        try:
            with ringkasan.open("a", encoding="utf-8") as stream:
                stream.write(_summary(found.years, lines))
        except OSError:
            click.echo(f"{ringkasan.as_posix()}: ringkasan tidak dapat ditulis")
    if refused:
        context.exit(1)


@realisasi.command(
    help="Menarik nilai yang keliru: situs menyebutnya ditarik, dengan alasannya, sampai ada "
    "gantinya."
)
@click.argument("tahun", type=int, metavar="TAHUN")
@click.argument("kode", metavar="KODE")
@click.option("--alasan", required=True, metavar="TEKS", help="Mengapa nilainya ditarik.")
@data_option("Folder data.")
@click.pass_context
def tarik(context: click.Context, *, tahun: int, kode: str, alasan: str, data: Path) -> None:
    """Withdraw what is reported of one thing; exit 1, with nothing written, where it cannot be."""
    plan = _load(context, data, tahun)
    (file,) = _reported(context, plan, data, tahun)
    try:
        content, told = withdrawn(plan, tahun, kode, alasan, file.read_bytes())
        folder = Folder(file.parent, file.parent.as_posix())
        load_plan(data, realisasi=with_files(folder, {file.name: content}))
    except DataError as error:
        click.echo("\n".join(map(str, error.problems)))
        _stop(context, "Tidak ada yang ditulis.")
    write_atomically(file, content)
    click.echo("\n".join([*told, f"Ditarik di {file.as_posix()}."]))


def _write(context: click.Context, target: Path, content: bytes) -> None:
    """Write a file for staff; where that cannot be done the command ends here."""
    try:
        write_atomically(target, content)
    except OSError:
        _stop(context, f"{target.as_posix()}: tidak dapat ditulis; periksa folder dan izinnya")
    click.echo(f"{target.as_posix()}: ditulis")


def _check(data: Path, berkas: Path, name: str) -> Import:
    try:
        if not berkas.is_file():  # a pipe would never end
            raise FileNotFoundError(berkas)
        with berkas.open("rb") as stream:
            content = stream.read(MAX_BYTES + 1)
    except OSError:
        message = "berkas tidak ada atau tidak dapat dibaca; periksa namanya"
        problem = CellProblem(name, "", 0, 0, "", message)
        return Import([problem], told=[problem])
    return check_import(data, content, name)


def _outcome(found: Import, *, check: bool) -> tuple[list[str], bool]:
    """What to say, having written where that was asked for; and whether the import is refused."""
    if not found.problems and found.changes and not check and (other := found.write()):
        message = "diubah orang lain selagi diperiksa; jalankan sekali lagi"
        changed = Problem(other.as_posix(), 1, "", message)
        found.problems.append(changed)
        found.told.append(changed)
    said = [str(one) for one in found.told]
    if found.problems:
        wrong = sum(not _is_mild(one) for one in found.told)
        return [*said, f"{wrong} masalah ditemukan; tidak ada yang ditulis."], True
    lines = [change.words() for change in found.changes] + said
    if not found.changes:
        return [*lines, "Tidak ada perubahan."], False
    what, way = (" perubahan", "untuk") if check else (" perubahan ditulis", "ke")
    counts = ", ".join(
        f"{number}{'' if place else what} {way} {file.as_posix()}"
        for place, (file, number) in enumerate(found.counts().items())
    )
    return [*lines, f"{counts}{'; tidak ada yang ditulis' if check else ''}."], False


def _summary(years: Sequence[int], lines: Sequence[str]) -> str:
    """The lines as Markdown in which nothing of the workbook can be anything but text."""
    heading = f"### Impor realisasi {span(years)}" if years else "### Impor realisasi"
    return f"{heading}\n\n{code_block(lines)}\n\n"


def _is_remark(one: CellProblem | Problem) -> bool:
    return isinstance(one, CellProblem) and one.remark


def _is_mild(one: CellProblem | Problem) -> bool:
    return one.warning or _is_remark(one)


def _as_problem(one: CellProblem | Problem) -> Problem:
    return one.problem if isinstance(one, CellProblem) else one


def _file(data: Path, tahun: int) -> Path:
    return data / REALISASI / f"{tahun}.yml"


def _reported(context: click.Context, plan: Plan, data: Path, *years: int) -> list[Path]:
    """The file of each year's report; where one is missing the command ends here."""
    missing = [
        f"{_file(data, tahun).as_posix()}: berkas tidak ada; buat dahulu dengan renstra realisasi "
        f"mulai {tahun}"
        for tahun in years
        if tahun not in plan.realisasi
    ]
    if missing:
        _stop(context, "\n".join(missing))
    return [_file(data, tahun) for tahun in years]


def _load(context: click.Context, data: Path, *years: int) -> Plan:
    """The plan, if it can be used and has those years; otherwise the command ends here."""
    try:
        plan = load_plan(data)
    except DataError as error:
        click.echo("\n".join(map(str, error.problems)))
        _stop(context, f"{len(error.problems)} masalah ditemukan.")
    if outside := ", ".join(str(tahun) for tahun in years if tahun not in plan.tahun):
        expected = ", ".join(map(str, plan.tahun))
        _stop(context, f"{shorten(outside)} di luar rencana; seharusnya {expected}")
    return plan


def _stop(context: click.Context, message: str) -> NoReturn:
    click.echo(message)
    context.exit(1)
