"""`renstra banding`: two revisions of the plan compared by what they say."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NoReturn

import click

from renstra.cli.indonesian import IndonesianCommand
from renstra.cli.options import data_option
from renstra.dialect.document import read_yaml
from renstra.dialect.problem import DataError
from renstra.model.base import Entry, Known
from renstra.model.perubahan import AWAL, Perubahan
from renstra.model.revisi import DaftarRevisi, Revisi
from renstra.past.canon import canonical
from renstra.past.comparison import Comparison, RevisionError, compare, compare_decrees
from renstra.past.render import as_json, as_markdown, as_text
from renstra.reading.files import PERUBAHAN, REVISI
from renstra.reading.load import data_tree, load_plan
from renstra.reading.validate import validate

FORMATS: Mapping[str, Callable[[Comparison], str]] = {
    "teks": as_text,
    "markdown": as_markdown,
    "json": as_json,
}


@click.command(
    cls=IndonesianCommand,
    help="Membandingkan isi dua revisi; bawaannya keputusan terakhir dan pohon kerja.",
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
        decrees = _decrees(data)
        first = rev1 or _last(data, decrees)
        if rev2 is not None and {first, rev2} <= {AWAL, *decrees}:
            found = _by_decree(data, list(decrees), first, rev2)
        else:
            other = _named(rev2, decrees) if rev2 is not None else None
            found = compare(data, _named(first, decrees), other)
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


def _decrees(data: Path) -> dict[str, Revisi | Perubahan]:
    """The decrees of the working tree, by id, as far as they can be read."""
    found: dict[str, Revisi | Perubahan] = {}
    first = _entry(data / REVISI, DaftarRevisi)
    if isinstance(first, DaftarRevisi):
        found |= {revisi.id: revisi for revisi in first.revisi}
    for file in sorted((data / PERUBAHAN).glob("*.yml")):
        later = _entry(file, Perubahan)
        if isinstance(later, Perubahan):
            found[later.id] = later
    return found


def _entry(file: Path, model: type[Entry]) -> Entry | None:
    """What a file holds by itself; None where that is not what its model takes."""
    document, problems = read_yaml(file.read_bytes, file.as_posix())
    if document is None or problems:
        return None
    return validate(document, model, Known())[0]


def _by_decree(data: Path, decrees: list[str], before: str, after: str) -> Comparison:
    """The plan as two decrees left it; the first of all left it as it was decided."""
    try:
        plan = load_plan(data)
    except DataError as error:
        message = f"data memuat {len(error.problems)} masalah; jalankan renstra periksa"
        raise RevisionError(message) from None
    names = (AWAL if name == decrees[0] else name for name in (before, after))
    return compare_decrees(plan, data_tree(data), *names)


def _last(data: Path, decrees: Mapping[str, Revisi | Perubahan]) -> str:
    file = (data / REVISI).as_posix()
    if not decrees:
        message = f"tidak ada keputusan di {file}; sebut REV1, misalnya renstra banding HEAD"
        raise RevisionError(message)
    return list(decrees)[-1]


def _named(name: str, decrees: Mapping[str, Revisi | Perubahan]) -> str:
    """What git calls a revision: a decree, by its id, may have a commit or a tag."""
    if name not in decrees:
        return name
    decree = decrees[name]
    if decree.commit is None:
        message = (
            f"keputusan {name} ({decree.nomor}) belum punya commit di {decree.path}; isi di sana, "
            f"atau sebut dua keputusan, misalnya renstra banding {AWAL} {name}"
        )
        raise RevisionError(message)
    return decree.commit


def _stop(context: click.Context, message: str) -> NoReturn:
    click.echo(message, err=True)
    context.exit(2)
