"""The command line of the plan: checks and schemas. Its words are Indonesian, for staff."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from renstra.cli.banding import banding
from renstra.cli.indonesian import IndonesianGroup
from renstra.cli.keeping import alamat, cocokkan, keutuhan
from renstra.cli.newoffice import CopyError, copy_project
from renstra.cli.options import annotations_option, data_option
from renstra.cli.perubahan import perubahan
from renstra.cli.realisasi import realisasi
from renstra.dialect.problem import DataError
from renstra.forge.annotations import workflow_commands
from renstra.keeping.keutuhan import FILE, check_keutuhan
from renstra.past.review import review
from renstra.past.versions import read_history
from renstra.plan.plan import Plan
from renstra.reading.files import REALISASI
from renstra.reading.load import data_tree, load_plan
from renstra.reading.schema import schema_files
from renstra.reading.trees import Folder


@click.group(
    cls=IndonesianGroup, help="Rencana strategis sebagai data: memeriksa dan membuat turunannya."
)
def main() -> None:
    """Entry point; the commands below are its parts."""


main.add_command(banding)
main.add_command(realisasi)
main.add_command(perubahan)
main.add_command(keutuhan)
main.add_command(alamat)
main.add_command(cocokkan)


@main.command(help="Memeriksa seluruh data; setiap masalah disebut dengan berkas dan barisnya.")
@data_option("Folder data yang diperiksa.")
@click.option(
    "--realisasi",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Folder realisasi lain, pengganti yang ada di folder data.",
)
@annotations_option
@click.pass_context
def periksa(context: click.Context, data: Path, realisasi: Path | None, anotasi: bool) -> None:
    """Check all of the data; exit 1 where anything is wrong."""
    other = Folder(realisasi, realisasi.as_posix()) if realisasi else None
    try:
        plan = load_plan(data, realisasi=other, also=[partial(check_keutuhan, data=data)])
        problems = review(plan, read_history(realisasi or data / REALISASI), data)
    except DataError as error:
        problems = error.problems
    for problem in problems:
        click.echo(str(problem))
    if anotasi and problems:
        click.echo("\n".join(workflow_commands(problems)))
    errors = [problem for problem in problems if not problem.warning]
    warnings = f", {len(problems) - len(errors)} peringatan" if len(problems) > len(errors) else ""
    if errors:
        click.echo(f"{len(errors)} masalah{warnings} ditemukan.")
        context.exit(1)
    if not (data / FILE).exists():
        missing = f"{(data / FILE).as_posix()} belum ada"
        click.echo(f"Keutuhan teks tidak diperiksa: {missing}; renstra keutuhan membuatnya.")
    files = len(data_tree(data, realisasi=other).names())
    click.echo(f"0 masalah{warnings} di {files} berkas: {_summary(plan)}.")


def _summary(plan: Plan) -> str:
    counts = {
        "program": len(plan.program),
        "kegiatan": len(plan.kegiatan),
        "sasaran": sum(len(kegiatan.sasaran) for kegiatan in plan.kegiatan.values()),
        "indikator": len(plan.kedudukan),
        "baris anggaran": len(plan.pendanaan),
    }
    return ", ".join(f"{count} {name}" for name, count in counts.items())


@main.command(help="Menulis skema JSON untuk penyunting teks, diturunkan dari model data.")
@click.option(
    "--periksa", "check", is_flag=True, help="Hanya memeriksa apakah skema sudah mutakhir."
)
@click.pass_context
def skema(context: click.Context, check: bool) -> None:
    """Write the schemas, or only say which are out of date and exit 1."""
    stale = [path for path, text in schema_files().items() if not _holds(path, text)]
    for path in stale:
        if check:
            click.echo(f"{path.as_posix()}: belum mutakhir; jalankan renstra skema")
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(schema_files()[path], encoding="utf-8")
            click.echo(f"{path.as_posix()}: ditulis")
    if not stale:
        click.echo("Skema sudah mutakhir.")
    elif check:
        context.exit(1)


@main.command("kantor-baru", help="Memulai situs kantor lain dari salinan proyek ini.")
@click.argument("folder", type=click.Path(path_type=Path), metavar="FOLDER")
@click.pass_context
def new_office(context: click.Context, folder: Path) -> None:
    """Write another office's project; exit 1 where it cannot be made."""
    try:
        copy_project(Path.cwd(), folder)
    except CopyError as error:
        click.echo(str(error))
        context.exit(1)
    click.echo(
        f"{folder}: ditulis, dengan data kantor rekaan dan tanpa riwayat.\n"
        f"Langkah berikutnya: ganti isi {folder / 'data'} menurut panduan kantor lain, lalu "
        "jalankan make gate di sana."
    )


def _holds(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text(encoding="utf-8") == text
