"""`renstra banding`: two revisions of the plan compared by what they say."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NoReturn

import click

from renstra.cli.indonesian import IndonesianCommand
from renstra.cli.options import data_option
from renstra.dialect.document import read_yaml
from renstra.model.base import Known
from renstra.model.revisi import DaftarRevisi, Revisi
from renstra.past.canon import canonical
from renstra.past.comparison import Comparison, RevisionError, compare
from renstra.past.render import as_json, as_markdown, as_text
from renstra.reading.validate import validate

FORMATS: Mapping[str, Callable[[Comparison], str]] = {
    "teks": as_text,
    "markdown": as_markdown,
    "json": as_json,
}


@click.command(
    cls=IndonesianCommand,
    help="Membandingkan isi dua revisi; bawaannya revisi resmi terakhir dan pohon kerja.",
)
@click.argument("rev1", required=False, metavar="[REV1]")
@click.argument("rev2", required=False, metavar="[REV2]")
@data_option("Folder data yang dibandingkan.")
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="teks",
    show_default=True,
    metavar="BENTUK",
    help="teks, markdown, atau json.",
)
@click.option(
    "--textconv",
    type=click.Path(path_type=Path),
    metavar="BERKAS",
    help="Hanya cetak satu berkas data per hal dan bidang, untuk git diff.",
)
@click.pass_context
def banding(
    context: click.Context,
    *,
    rev1: str | None,
    rev2: str | None,
    data: Path,
    form: str,
    textconv: Path | None,
) -> None:
    """Compare; exit 0 where both say the same, 1 where they differ, 2 where that is not known."""
    if textconv:
        _print_file(context, textconv)
        return
    try:
        revisions = _official(data)
        first = rev1 or _last(data, revisions)
        found = compare(
            data, _named(first, revisions), _named(rev2, revisions) if rev2 is not None else None
        )
    except RevisionError as error:
        _stop(context, str(error))
    click.echo(FORMATS[form](found), nl=False)
    context.exit(0 if found.sama else 1)


def _print_file(context: click.Context, file: Path) -> None:
    try:
        content = file.read_bytes()
    except OSError:
        _stop(context, f"{file.as_posix()}: tidak dapat dibaca; periksa namanya")
    click.echo(canonical(content, file.name), nl=False)


def _official(data: Path) -> dict[str, Revisi]:
    """The official revisions of the working tree, by id; none where they cannot be read."""
    file = data / "revisi.yml"
    if not file.is_file():
        return {}
    document, problems = read_yaml(file.read_bytes, file.as_posix())
    if document is None or problems:
        return {}
    entry, problems = validate(document, DaftarRevisi, Known())
    if not isinstance(entry, DaftarRevisi) or problems:
        return {}
    return {revisi.id: revisi for revisi in entry.revisi}


def _last(data: Path, revisions: Mapping[str, Revisi]) -> str:
    file = (data / "revisi.yml").as_posix()
    if not revisions:
        message = f"tidak ada revisi resmi di {file}; sebut REV1, misalnya renstra banding HEAD"
        raise RevisionError(message)
    return list(revisions)[-1]


def _named(name: str, revisions: Mapping[str, Revisi]) -> str:
    """What git calls a revision: an official one, by its id, has a commit or a tag."""
    if name not in revisions:
        return name
    revisi = revisions[name]
    if revisi.commit is None:
        message = (
            f"revisi resmi {name} ({revisi.nomor}) belum punya commit di data/revisi.yml; "
            "isi di sana, atau sebut REV1, misalnya renstra banding HEAD"
        )
        raise RevisionError(message)
    return revisi.commit


def _stop(context: click.Context, message: str) -> NoReturn:
    click.echo(message, err=True)
    context.exit(2)
