"""The command line of the plan: checks and schemas. Its words are Indonesian, for staff."""

from __future__ import annotations

from pathlib import Path

import click

from renstra.annotations import workflow_commands
from renstra.indonesian import IndonesianGroup
from renstra.load import data_files, load_plan
from renstra.plan import Plan
from renstra.problem import DataError
from renstra.schema import schema_files


@click.group(
    cls=IndonesianGroup, help="Rencana strategis sebagai data: memeriksa dan membuat turunannya."
)
def main() -> None:
    """Entry point; the commands below are its parts."""


@main.command(help="Memeriksa seluruh data; setiap masalah disebut dengan berkas dan barisnya.")
@click.option(
    "--data",
    type=click.Path(path_type=Path),
    default=Path("data"),
    show_default=True,
    metavar="FOLDER",
    help="Folder data yang diperiksa.",
)
@click.option("--anotasi", is_flag=True, help="Sertakan anotasi untuk alur kerja di forge.")
@click.pass_context
def periksa(context: click.Context, data: Path, anotasi: bool) -> None:
    """Check all of the data; exit 1 where anything is wrong."""
    try:
        plan = load_plan(data)
    except DataError as error:
        for problem in error.problems:
            click.echo(str(problem))
        if anotasi:
            click.echo("\n".join(workflow_commands(error.problems)))
        click.echo(f"{len(error.problems)} masalah ditemukan.")
        context.exit(1)
    click.echo(f"0 masalah di {len(data_files(data))} berkas: {_summary(plan)}.")


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


def _holds(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text(encoding="utf-8") == text
