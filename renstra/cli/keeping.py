"""`renstra keutuhan`, `cocokkan` and `alamat`: what the data keeps of itself, never by hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import click

from renstra.cli.indonesian import IndonesianCommand
from renstra.cli.options import data_option
from renstra.dialect.problem import DataError
from renstra.keeping.atomic import write_atomically, write_together
from renstra.keeping.decree import words_by_decree
from renstra.keeping.keutuhan import (
    Beda,
    Daftar,
    KeutuhanError,
    differences,
    lists_of,
    place_of,
    read_list,
    told,
)
from renstra.keeping.mending import Mend, cannot_mend, stood_as, with_mends
from renstra.keeping.registers import ADDRESSES, IDS, addresses_of, extend, ids_of, registered
from renstra.keeping.source import MEANINGS, compare_source
from renstra.model.perubahan import AWAL
from renstra.past.replay import ReplayError, lists_at, replay
from renstra.plan.plan import Plan
from renstra.reading.load import data_tree, load, load_plan
from renstra.reading.trees import Folder, with_files

_TOLD = 20
"""How many new names are told one by one."""


@click.command(
    cls=IndonesianCommand,
    help="Mencatat setiap kata dan sel keputusan, dan tiap perubahannya.",
)
@click.option(
    "--perbaikan",
    is_flag=True,
    help="Catat yang berbeda dari daftar sebagai perbaikan salinan ini, di samping nilainya.",
)
@click.option(
    "--alasan",
    metavar="TEKS",
    help="Bersama --perbaikan: mengapa, bila yang semula tertulis memang yang terekstrak; "
    "tanpa ini keduanya ditanyakan.",
)
@click.option(
    "--sejak",
    metavar="COMMIT",
    help="Bandingkan dengan daftar pada commit itu; tanpa --perbaikan hanya memeriksa.",
)
@data_option("Folder data.")
@click.pass_context
def keutuhan(
    context: click.Context, data: Path, alasan: str | None, sejak: str | None, *, perbaikan: bool
) -> None:
    """Write the list anew, record mends, or hold the words against those that a commit lists.

    Exit 1 where the data are broken, or where something differs and nothing tells why.
    """
    if alasan is not None and not perbaikan:
        raise click.UsageError("--alasan hanya bersama --perbaikan")
    plan = _load(context, data)
    if sejak is not None and not perbaikan:
        _hold(context, plan, data, sejak)
    elif perbaikan:
        _mend(context, plan, data, sejak, alasan)
    else:
        _list(context, plan, data)


def _list(context: click.Context, plan: Plan, data: Path) -> None:
    """Write the lists anew and say what they say otherwise."""
    words = words_by_decree(plan)
    for kode, text in zip(words, lists_of(plan).values(), strict=True):
        file = data / place_of(kode)
        try:
            old = read_list(data, kode)
            said = [told(beda) for beda in differences(words[kode], old)] if old else []
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


def _at(context: click.Context, data: Path, sejak: str) -> tuple[str, Mapping[str, Daftar]]:
    """The commit that is meant, and its lists by decree."""
    try:
        return lists_at(data, sejak)
    except ReplayError as error:
        _stop(context, f"{error}.")


def _hold(context: click.Context, plan: Plan, data: Path, sejak: str) -> None:
    """Say what differs from what a commit lists, mends first; exit 1 where nothing tells why."""
    commit, lists = _at(context, data, sejak)
    if AWAL not in lists:
        click.echo(f"Belum ada daftar keutuhan pada {commit[:12]}: tidak ada yang dibandingkan.")
        return
    try:
        found = replay(plan, data, commit, lists)
    except ReplayError as error:
        _stop(context, f"{error}.")
    decrees = {item.id: f"{item.nomor} ({item.id})" for item in plan.perubahan}
    for title, group in (
        ("Perbaikan salinan yang tercatat", found.perbaikan),
        *(
            (f"Perubahan menurut keputusan {decrees[kode]}", group)
            for kode, group in found.keputusan.items()
        ),
    ):
        if group:
            click.echo("\n".join([f"{title} ({len(group)}):", *(f"- {told(b)}" for b in group)]))
    if found.diam:
        click.echo("\n".join(map(str, sorted(found.diam))))
        _stop(context, f"{len(found.diam)} kata atau sel berubah tanpa tercatat mengapa.")
    listed = sum(len(daftar.isi) for daftar in lists.values())
    count = len(found.perbaikan)
    became = f"{count} berubah dan tercatat mengapa" if count else "semuanya sama"
    click.echo(f"Keutuhan sejak {commit[:12]}: {listed} kata dan sel dibandingkan, {became}.")


def _mend(
    context: click.Context, plan: Plan, data: Path, sejak: str | None, alasan: str | None
) -> None:
    """Record each difference as a mend beside its value, and write the list anew."""
    words = words_by_decree(plan)
    try:
        lists = _at(context, data, sejak)[1] if sejak else _here(data, words)
    except KeutuhanError as error:
        _stop(context, str(error))
    if AWAL not in lists:
        _stop(context, "Belum ada daftar keutuhan, jadi belum ada yang berbeda darinya.")
    found = [
        beda for kode in words if kode in lists for beda in differences(words[kode], lists[kode])
    ]
    if not found:
        click.echo("Tidak ada yang berbeda dari daftar keutuhan; tidak ada yang ditulis.")
        return
    if hindered := [why for beda in found if (why := cannot_mend(beda))]:
        _stop(context, "\n".join([*map(str, hindered), "Tidak ada yang ditulis."]))
    if alasan is not None and not alasan.strip():
        _stop(context, "Alasan tidak boleh kosong; sebut mengapa dibaca begitu.")
    mends = [_asked(beda, alasan) for beda in found]
    tree = data_tree(data)
    texts = {tree.shown(name): tree.read(name).decode() for name in tree.names()}
    names = {tree.shown(name): name for name in tree.names()}
    try:
        written = with_mends(plan, texts, mends)
        fresh = {names[path]: text.encode() for path, text in written.items()}
        after = load(with_files(Folder(data, data.as_posix()), fresh))
    except DataError as error:
        _stop(context, "\n".join([*map(str, error.problems), "Tidak ada yang ditulis."]))
    fresh |= {name: text.encode() for name, text in lists_of(after).items()}
    with _writing(context, data):
        write_together({data / name: content for name, content in fresh.items()})
    count = f"{len(mends)} perbaikan dicatat di {', '.join(sorted(written))}"
    click.echo("\n".join([*map(told, found), f"{count}; daftar keutuhan ditulis ulang."]))


def _here(data: Path, kodes: Iterable[str]) -> Mapping[str, Daftar]:
    """The lists that stand in a data folder; raises KeutuhanError."""
    found = {kode: read_list(data, kode) for kode in kodes}
    return {kode: daftar for kode, daftar in found.items() if daftar}


def _asked(beda: Beda, alasan: str | None) -> Mend:
    """A difference as a mend, in the words of whoever mends it."""
    stood = stood_as(beda)
    if alasan is not None:
        return Mend(beda, stood, " ".join(alasan.split()))
    click.echo(told(beda))
    extracted = click.prompt("  Apa yang terekstrak di situ", default=stood)
    return Mend(beda, extracted, " ".join(click.prompt("  Mengapa dibaca begitu").split()))


@click.command(
    cls=IndonesianCommand,
    help="Mencocokkan kata dan sel keputusan dengan teks hasil ekstraksinya.",
)
@click.argument("berkas", type=click.Path(path_type=Path))
@data_option("Folder data.")
@click.pass_context
def cocokkan(context: click.Context, berkas: Path, data: Path) -> None:
    """Say what the extracted text has of the data's words; exit 1 where a value is not in it."""
    plan = _load(context, data)
    try:
        text = berkas.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        _stop(
            context, f"{berkas.as_posix()}: tidak dapat dibaca sebagai teks UTF-8; periksa namanya"
        )
    found = compare_source(plan, text)
    count = Counter(verdict for _, verdict in found.temuan)
    lines = [f"{len(found.temuan)} kata dan sel dicocokkan dengan {berkas.name}:"]
    lines += [f"{count[one]:>6} {words}" for one, words in MEANINGS.items() if count[one]]
    lost = [kata for kata, verdict in found.temuan if verdict == "hilang"]
    lines += [str(kata.problem(f'"{kata.isi}" tidak ditemukan di teks itu')) for kata in lost]
    lines.append(f"{len(found.lain)} potongan teks itu tidak memuat kata atau sel data:")
    lines += [f"  baris {line}: {words}" for line, words in found.lain]
    click.echo("\n".join(lines))
    context.exit(1 if lost else 0)


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
