"""`renstra perubahan`: a later decree made from an edit of the plan, and what a decree does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn

import click

from renstra.checks.notes import settled, unrecorded
from renstra.cli.indonesian import IndonesianCommand, IndonesianGroup
from renstra.cli.options import data_option
from renstra.dialect.problem import DataError, Problem
from renstra.dialect.typed import typed_date
from renstra.keeping.atomic import write_together
from renstra.keeping.edited import Dicabut
from renstra.model.perubahan import AWAL
from renstra.past.comparison import compare_decrees
from renstra.past.composing import ComposeError, Kepala, Sunting, compose, read_edit
from renstra.past.sentences import effect_sentence, sentence
from renstra.plan.plan import Plan
from renstra.reading.files import PERUBAHAN
from renstra.reading.load import data_tree, load_plan
from renstra.reading.trees import Tree


@click.group(
    cls=IndonesianGroup, help="Menyusun dan memeriksa perubahan rencana menurut keputusan."
)
def perubahan() -> None:
    """Entry point; the commands below are its parts."""


class _Day(click.ParamType[date]):
    """A date as people type it."""

    name = "tanggal"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """The day that is meant."""
        if isinstance(value, date):
            return value
        try:
            found = typed_date(str(value))
        except ValueError:
            found = None
        if found is None:
            self.fail(f'"{value}" bukan tanggal; tulis seperti 15 Maret 2023', param, ctx)
        return found


@perubahan.command(
    cls=IndonesianCommand,
    help="Menjadikan suntingan berkas rencana perubahan menurut keputusan, dan mengembalikannya.",
)
@click.argument("kode", metavar="KODE")
@click.option("--nomor", metavar="TEKS", help="Nomor keputusan; tanpa ini ditanyakan.")
@click.option(
    "--tanggal", type=_Day(), metavar="TANGGAL", help="Tanggal penetapan; tanpa ini ditanyakan."
)
@click.option(
    "--berlaku",
    type=_Day(),
    metavar="TANGGAL",
    help="Sejak kapan berlaku; bawaannya tanggal penetapan.",
)
@click.option(
    "--mulai",
    type=int,
    metavar="TAHUN",
    help="Tahun pertama yang ditambahkan, dan yang tidak lagi berlaku bagi yang dicabut; "
    "bawaannya tahun keputusan itu berlaku.",
)
@click.option("--keterangan", metavar="TEKS", help="Apa yang diubah, dalam satu kalimat.")
@click.option(
    "--alasan",
    metavar="TEKS",
    help="Mengapa dicabut, bila sama untuk semuanya; tanpa ini ditanyakan satu demi satu.",
)
@click.option(
    "--sejak",
    default="HEAD",
    show_default=True,
    metavar="COMMIT",
    help="Commit yang memuat berkas rencana sebelum disunting.",
)
@data_option("Folder data.")
@click.pass_context
def susun(
    context: click.Context,
    *,
    kode: str,
    nomor: str | None,
    tanggal: date | None,
    berlaku: date | None,
    mulai: int | None,
    keterangan: str | None,
    alasan: str | None,
    sejak: str,
    data: Path,
) -> None:
    """Make the decree's file and put the plan's files back; exit 1 where nothing is written."""
    file = data / PERUBAHAN / f"{kode}.yml"
    if file.exists():
        _stop(context, f"{file.as_posix()} sudah ada; beri kode berikutnya.")
    try:
        sunting = read_edit(data, sejak)
        kepala = Kepala(
            kode,
            nomor or click.prompt("Nomor keputusan"),
            tanggal or click.prompt("Tanggal penetapan", type=_Day()),
            berlaku,
            keterangan,
        )
        made = compose(sunting, kepala, _reasons(sunting, alasan), mulai)
    except ComposeError as error:
        _stop(context, f"{error}.")
    except DataError as error:
        found = _in_the_edit(error.problems, data)
        _stop(context, "\n".join([*map(str, found), "Tidak ada yang ditulis."]))
    try:
        for name in made.ditulis:
            (data / name).parent.mkdir(parents=True, exist_ok=True)
        write_together({data / name: content for name, content in made.ditulis.items()})
        for name in made.dihapus:
            (data / name).unlink()
    except OSError:
        _stop(context, f"{data.as_posix()}: tidak dapat ditulis; periksa folder itu dan izinnya.")
    click.echo("\n".join(_told(made.plan, made.tree, kode)))
    click.echo(f"{file.as_posix()}: ditulis; berkas rencana lain dikembalikan seperti semula.")


def _in_the_edit(problems: Sequence[Problem], data: Path) -> list[Problem]:
    """What is wrong in a decree that is not written, at the edited lines where it is so there."""
    try:
        load_plan(data)
    except DataError as error:
        edited = {(one.where, one.message): one for one in error.problems}
        return [edited.get((one.where, one.message), one) for one in problems]
    return list(problems)


def _reasons(sunting: Sunting, alasan: str | None) -> Mapping[str, str]:
    """Why each thing is withdrawn, in the decree's words."""
    gone = [item for item in sunting.suntingan if isinstance(item, Dicabut)]
    return {item.kode: " ".join((alasan or click.prompt(_question(item))).split()) for item in gone}


def _question(item: Dicabut) -> str:
    name = f" ({item.nama})" if item.nama else ""
    return f"Mengapa {item.kode}{name} dicabut, menurut keputusan itu"


@perubahan.command(
    cls=IndonesianCommand,
    help="Memeriksa perubahan rencana dan menyebut pengaruhnya; bawaannya keputusan terakhir.",
)
@click.argument("kode", required=False, metavar="[KODE]")
@data_option("Folder data.")
@click.pass_context
def periksa(context: click.Context, *, kode: str | None, data: Path) -> None:
    """Say what a decree changes and with what effect; exit 1 where the data do not hold."""
    try:
        plan = load_plan(data)
    except DataError as error:
        count = f"{len(error.problems)} masalah ditemukan."
        _stop(context, "\n".join([*map(str, error.problems), count]))
    codes = [change.id for change in plan.perubahan]
    if not codes:
        _stop(context, "Belum ada keputusan yang mengubah rencana ini.")
    if kode is not None and kode not in codes:
        _stop(context, f"Keputusan {kode} tidak ada; yang ada {', '.join(codes)}.")
    click.echo("\n".join(_told(plan, data_tree(data), kode or codes[-1])))


def _told(plan: Plan, tree: Tree, kode: str) -> Iterator[str]:
    """What a decree does: its effects first, then what it changes and what is left to record."""
    codes = [AWAL, *(change.id for change in plan.perubahan)]
    found = compare_decrees(plan, tree, codes[codes.index(kode) - 1], kode)
    decree = next(change for change in plan.perubahan if change.id == kode)
    yield f"Keputusan {decree.nomor}, {decree.tanggal}, berlaku sejak {decree.sejak}"
    groups = (
        ("Pengaruh", [f"{one.kelompok}: {effect_sentence(one)}" for one in found.pengaruh.daftar]),
        ("Yang berubah", [sentence(change, found.satuan) for change in found.perubahan]),
        (
            "Catatan yang tidak lagi demikian",
            [f"{n.id} {n.judul}" for n in plan.catatan.catatan if settled(plan, n) is decree],
        ),
        ("Yang belum dicatat (tidak menghalangi)", list(map(str, unrecorded(plan)))),
    )
    for title, lines in groups:
        if lines:
            yield f"{title} ({len(lines)}):"
            yield from (f"- {line}" for line in lines)


def _stop(context: click.Context, message: str) -> NoReturn:
    click.echo(message)
    context.exit(1)
