"""`renstra keutuhan`: the records of the data that are never kept by hand."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import click

from renstra.indonesian import IndonesianCommand
from renstra.keutuhan import FILE, KeutuhanError, differences, listed, read_list, told
from renstra.load import load_plan
from renstra.options import data_option
from renstra.plan import Plan
from renstra.problem import DataError
from renstra.sheet.atomic import write_atomically


@click.command(
    cls=IndonesianCommand,
    help="Mencatat setiap kata dan sel keputusan; langkah terakhir setelah rencana diubah.",
)
@data_option("Folder data.")
@click.pass_context
def keutuhan(context: click.Context, data: Path) -> None:
    """Write the list anew and say what it says otherwise; exit 1 where the data are broken."""
    plan = _load(context, data)
    file, text = data / FILE, listed(plan)
    try:
        old = read_list(data)
        said = [told(beda) for beda in differences(plan, old)] if old else []
    except KeutuhanError as error:
        said = [f"Daftar lama tidak terpakai: {error}"]
    if file.is_file() and file.read_bytes() == text.encode():
        state = "sudah mutakhir"
    else:
        with _writing(context, file):
            file.parent.mkdir(exist_ok=True)
            write_atomically(file, text.encode())
        state = "ditulis"
    count = len(text.splitlines())
    click.echo("\n".join([*said, f"{file.as_posix()}: {state}, {count} kata dan sel."]))


def _load(context: click.Context, data: Path) -> Plan:
    """The plan; where it is broken its problems are said and nothing is written."""
    try:
        return load_plan(data)
    except DataError as error:
        count = f"{len(error.problems)} masalah ditemukan; tidak ada yang ditulis."
        _stop(context, "\n".join([*map(str, error.problems), count]))


@contextmanager
def _writing(context: click.Context, file: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError):
        _stop(
            context,
            f"{file.as_posix()}: tidak dapat dibaca atau ditulis; periksa berkas dan izinnya",
        )


def _stop(context: click.Context, message: str) -> NoReturn:
    click.echo(message)
    context.exit(1)
