"""`renstra keutuhan` and `renstra alamat`: the records of the data that are never kept by hand."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import click

from renstra.cli.indonesian import IndonesianCommand
from renstra.cli.options import data_option
from renstra.dialect.problem import DataError
from renstra.keeping.atomic import write_atomically
from renstra.keeping.keutuhan import FILE, KeutuhanError, differences, listed, read_list, told
from renstra.keeping.registers import ADDRESSES, IDS, addresses_of, extend, ids_of, registered
from renstra.plan.plan import Plan
from renstra.reading.load import load_plan

_TOLD = 20
"""How many new names are told one by one."""


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


@click.command(
    cls=IndonesianCommand,
    help="Mencatat alamat dan kode yang diterbitkan; yang sudah tercatat tidak pernah dihapus.",
)
@click.option(
    "--situs",
    type=click.Path(path_type=Path),
    required=True,
    metavar="FOLDER",
    help="Folder situs jadi, seperti site.",
)
@data_option("Folder data.")
@click.pass_context
def alamat(context: click.Context, situs: Path, data: Path) -> None:
    """Extend both registers; exit 1 where the data are broken or there is no built site."""
    _load(context, data)
    if not (situs / "index.html").is_file():
        _stop(context, f"{situs.as_posix()}: bukan situs jadi; buat dahulu dengan make site")
    registers = ((ADDRESSES, "alamat", addresses_of(situs)), (IDS, "kode", ids_of(data)))
    for register, noun, found in registers:
        file = data / register
        with _writing(context, file):
            added = extend(file, found)
            total = len(registered(file))
        for name in added[:_TOLD]:
            click.echo(f"{name} ditambahkan")
        if len(added) > _TOLD:
            click.echo(f"… dan {len(added) - _TOLD} lagi")
        click.echo(f"{file.as_posix()}: {len(added)} {noun} ditambahkan, {total} tercatat.")


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
