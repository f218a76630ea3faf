"""What a page's first screen says: whole sentences with their figures, made by rules from data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from macros.frame.site import Site
from macros.frame.view import View
from renstra.dialect.format import listed, number, rupiah_short, span
from renstra.model.indikator import Indikator
from renstra.model.kegiatan import Kegiatan, Program
from renstra.model.target import Target
from renstra.model.terms import Status
from renstra.plan import funding
from renstra.plan.plan import Kedudukan, Pendanaan
from renstra.results.targeting import is_targeted
from renstra.results.year import MET, UNTARGETED, Penilaian, count, own_items

NOT_HERE = "belum dimuat di situs ini"
NO_FAILURE = "Ini tidak berarti target tidak tercapai."


def years_said(years: Sequence[int]) -> str:
    """Years in a sentence, neighbours drawn together: ``2020–2022 dan 2024``."""
    runs = [
        [year for _, year in run]
        for _, run in groupby(enumerate(years), lambda item: item[1] - item[0])
    ]
    return listed([part for run in runs for part in ([span(run)] if len(run) > 2 else run)])


def targets(indikator: Indikator, cells: Sequence[Target]) -> list[str]:
    """An indicator's targets year by year, and what its other cells are."""
    promised = [cell for cell in cells if is_targeted(indikator, cell)]
    said = [
        (text, [cell.tahun for cell in run])
        for text, run in groupby(promised, lambda cell: cell.tercetak)
    ]
    sentences = []
    if len(said) == 1 and len(promised) == len(cells) > 1:
        sentences = [f"Target {said[0][0]} setiap tahun, {span(said[0][1])}."]
    elif said:
        parts = [f"{years_said(years)}: {text}" for text, years in said]
        sentences = [f"Target {'; '.join(parts)}."]
    others = [(_other(cell), cell.tahun) for cell in cells if cell not in promised]
    for words in dict.fromkeys(words for words, _ in others):
        years = [year for other, year in others if other == words]
        sentences.append(f"Untuk {years_said(years)} {words}.")
    return sentences


def _other(cell: Target) -> str:
    """What is said of a cell that sets no target."""
    if cell.rupa == "kosong":
        return "sel targetnya kosong"
    if cell.nol:
        return f'tertulis "{cell.tercetak}", dibaca tanpa target'
    return f'tertulis "{cell.tercetak}"'


def results(view: View, items: Iterable[Penilaian]) -> list[str]:
    """What became of an indicator's targets: the newest year first, the others by their status."""
    promised = [item for item in items if item.status not in UNTARGETED]
    told = [item for item in promised if item.told]
    if not told:
        return [f"Hasil {NOT_HERE}."] if promised else []
    newest, *earlier = reversed(told)
    sentences = [_newest(view, newest)]
    by_status: dict[str, list[int]] = {}
    for item in reversed(earlier):
        by_status.setdefault(_inside(item.capaian.short), []).append(item.target.tahun)
    sentences += [f"{years_said(years)} {status}." for status, years in by_status.items()]
    missing = [item.target.tahun for item in promised if not item.told]
    if missing:
        sentences.append(f"Hasil {years_said(missing)} {NOT_HERE}.")
    return sentences


def _newest(view: View, item: Penilaian) -> str:
    """A year's status with its figures, and why it was missed where the office says why."""
    report, year = item.laporan, item.target.tahun
    status = _inside(item.capaian.short)
    if report is None or report.hasil is None:
        reached = report.terakhir[1] if report and report.terakhir else None
        so_far = f": {view.nilai(item.indikator, reached)}" if reached is not None else ""
        return f"{year} {status}{so_far}."
    value = view.nilai(item.indikator, report.hasil)
    sentence = f"{year} {status}: hasil {value}, target {item.target.tercetak}."
    if item.status == "tidak_tercapai" and report.analisis:
        sentence += f" Analisis kantor: “{report.analisis}”"
    return sentence


def money(site: Site, lines: Sequence[Pendanaan], what: str) -> list[str]:
    """What is allocated to some lines of the kegiatan funding table, year by year.

    Nothing where no line has an amount; `what` names what they are of.
    """
    plan = site.plan
    own = [line for line in lines if line.kegiatan.mengulang is None]
    sums = funding.sum_by_year(
        plan.tahun, (funding.in_force(plan, line.baris.id, line.baris.pagu) for line in own)
    )
    filled = {year: amount for year, amount in sums.items() if amount is not None}
    if not filled:
        return []
    parts = [
        f"{rupiah_short(amount)} pada {years_said(years)}"
        for amount, years in _alike(filled).items()
    ]
    return [f"Alokasi {what} menurut {plan.anggaran_kegiatan.nomor}: {'; '.join(parts)}."]


def _alike(amounts: Mapping[int, int]) -> dict[int, list[int]]:
    """Amounts with the years in which they are allocated, in the order of the first."""
    found: dict[int, list[int]] = {}
    for year, amount in amounts.items():
        found.setdefault(amount, []).append(year)
    return found


def indikator(view: View, place: Kedudukan, items: Mapping[int, Penilaian]) -> list[str]:
    """What was targeted, what came of it, and what its objective costs."""
    cells = [item.target for item in items.values()]
    lines = view.site.plan.pendanaan_of(place.sasaran)
    said = (targets(place.indikator, cells), results(view, items.values()))
    return [*(" ".join(each) for each in said if each), *money(view.site, lines, "sasaran ini")]


def kegiatan(site: Site, item: Kegiatan, lines: Sequence[Pendanaan]) -> list[str]:
    """What a kegiatan holds, what it costs and what came of it."""
    own = [line for line in lines if line.kegiatan.mengulang is None]
    with_money = [line for line in own if funding.total(line.baris.pagu)]
    sentences = [f"{len(item.sasaran)} sasaran, {len(item.indikator)} indikator."]
    costs = money(site, lines, "kegiatan ini")
    if costs and len(with_money) == 1 < len(own):
        costs.append(f"Seluruhnya pada baris {with_money[0].baris.nama}.")
    elif not costs:
        costs = [f"{site.plan.anggaran_kegiatan.nomor} tidak memuat angka untuk kegiatan ini."]
    return [*sentences, " ".join(costs), *_latest(site, [i.id for i in item.indikator])]


def program(site: Site, item: Program) -> list[str]:
    """What a programme holds, what it costs and what came of it."""
    plan = site.plan
    kegiatan_ = plan.kegiatan_of(item)
    objectives = sum(len(one.sasaran) for one in kegiatan_)
    codes = [one.id for each in kegiatan_ for one in each.indikator]
    whole = funding.total(plan.alokasi[item.id].pagu)
    every = funding.total(funding.program_sums(plan))
    part = funding.share(whole, every)
    said = f"{rupiah_short(whole)} dialokasikan untuk {span(plan.tahun)} menurut "
    said += plan.anggaran_program.nomor
    if part is not None:
        said += f", {number(part)}% dari seluruh alokasi"
    return [
        f"{len(kegiatan_)} kegiatan, {objectives} sasaran, {len(codes)} indikator.",
        *([f"{said}."] if whole else []),
        *_latest(site, codes),
    ]


def _latest(site: Site, codes: Sequence[str]) -> list[str]:
    """The count of the newest year that is told of, over some indicators."""
    wanted = set(codes)
    for tahun in reversed(site.reported):
        items = [item for item in site.results[tahun] if item.tempat.indikator.id in wanted]
        if any(item.told for item in items):
            return [f"{tahun}: {counted(items)}"]
    return [f"Hasil {NOT_HERE}."]


def counted(items: Sequence[Penilaian]) -> str:
    """How many of what could be judged was achieved, and what of it is provisional."""
    found = count(items)
    if not found.penyebut:
        return "Tidak ada indikator yang ditargetkan dan dapat dinilai."
    if not found.any_told:
        return f"Hasil {found.penyebut} indikator {NOT_HERE}."
    open_ = sum(
        item.status in MET and item.laporan is not None and not item.laporan.final for item in items
    )
    first = f"{found.tercapai} dari {found.penyebut} tercapai"
    if open_:
        first += f" ({open_} masih sementara)"
    names: dict[Status, str] = {
        "melebihi_jumlah": "melebihi jumlah target",
        "tidak_tercapai": "tidak tercapai",
        "berjalan": "baru nilai triwulan",
        "belum_dilaporkan": "belum dimuat",
        "ditarik": "ditarik",
    }
    rest = [f"{n} {name}" for key, name in names.items() if (n := found.per_status[key])]
    return f"{'; '.join([first, *rest])}."


def denominator(items: Sequence[Penilaian]) -> str:
    """How many indicators are judged in a year, and which of all are not."""
    own = count(own_items(items))
    held = [item for item in items if item.berlaku]
    without = own.semua - own.ditargetkan
    unjudged = own.ditargetkan - own.penyebut
    national = len(held) - own.semua
    parts = [
        f"{many} {words}"
        for many, words in (
            (without, "tanpa target"),
            (unjudged, "tidak dapat dinilai"),
            (national, "diukur untuk seluruh lembaga"),
        )
        if many
    ]
    taken = f": {len(held)} − {' − '.join(parts)}" if parts else ""
    judged = "dinilai" if own.any_told else "akan dinilai"
    return f"{own.penyebut} indikator {judged}{taken}."


def capaian(site: Site, tahun: int) -> list[str]:
    """What a year achieved, or that its results are not on the site."""
    items = site.results[tahun]
    if tahun not in site.reported:
        return [f"Hasil {tahun} {NOT_HERE}. {NO_FAILURE}", denominator(items)]
    return [counted(own_items(items)), denominator(items)]


def _inside(text: str) -> str:
    """A label within a sentence."""
    return text[:1].lower() + text[1:]


def home(site: Site) -> list[str]:
    """The plan in a few sentences: what is targeted, what it costs, what came of it."""
    plan = site.plan
    places = list(plan.kedudukan.values())
    whole = sum(
        all(is_targeted(place.indikator, cell) for cell in place.indikator.targets)
        for place in places
    )
    every = funding.total(funding.program_sums(plan))
    many = "semuanya" if whole == len(places) else f"{whole} di antaranya"
    when = f"di setiap tahun {span(plan.tahun)}"
    sentences = [f"{len(places)} indikator, {many} bertarget {when}."]
    if every:
        sentences.append(
            f"{rupiah_short(every)} dialokasikan untuk {len(plan.tahun)} tahun "
            f"({plan.anggaran_program.nomor}); itu alokasi, bukan realisasi."
        )
    if site.newest:
        sentences.append(f"{site.newest}: {counted(own_items(site.results[site.newest]))}")
    else:
        sentences.append(f"Hasil {NOT_HERE}.")
    return sentences


def tahun_ini(site: Site, tahun: int) -> list[str]:
    """What a year targets and costs, and what came of it."""
    plan = site.plan
    amount = funding.program_sums(plan)[tahun]
    held = [item for item in site.results[tahun] if item.berlaku]
    promised = sum(item.status not in UNTARGETED for item in held)
    sentences = [f"{promised} dari {len(held)} indikator bertarget pada {tahun}."]
    if amount:
        sentences.append(
            f"{rupiah_short(amount)} dialokasikan menurut {plan.anggaran_program.nomor}."
        )
    return [*sentences, *capaian(site, tahun)[:1]]


def anggaran(site: Site) -> list[str]:
    """What the plan costs, and in which years the most and the least of it is allocated."""
    plan = site.plan
    sums = {year: amount for year, amount in funding.program_sums(plan).items() if amount}
    every = funding.total(sums)
    if not every:
        return []
    sentences = [
        f"{rupiah_short(every)} dialokasikan untuk {span(plan.tahun)} menurut "
        f"{plan.anggaran_program.nomor}."
    ]
    most, least = max(sums, key=lambda y: sums[y]), min(sums, key=lambda y: sums[y])
    if most != least:
        sentences.append(
            f"Terbesar {most} ({rupiah_short(sums[most])}), terkecil {least} "
            f"({rupiah_short(sums[least])})."
        )
    return sentences
