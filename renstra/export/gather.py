"""The records of a plan: its targets, results and money, as they are published."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any

from renstra.export.records import (
    AnggaranTahun,
    CiriAnggaran,
    CiriIndikator,
    HasilTahun,
    StatusAnggaran,
)
from renstra.model.anggaran import BarisAnggaran, KegiatanAnggaran
from renstra.model.isian import Sumber
from renstra.model.laporan import Laporan, RealisasiAnggaran
from renstra.model.perubahan import AWAL
from renstra.plan.funding import RUPIAH, detailed, planned, share
from renstra.plan.plan import Kedudukan, Plan
from renstra.results.targeting import is_targeted
from renstra.results.year import Penilaian, assess

EVIDENCE = "data/bukti/"
"""Where the documents that are kept beside the data stand in the site."""


@dataclass(frozen=True)
class Records:
    """A plan's records, each made once however many files show it."""

    plan: Plan

    @cached_property
    def contoh(self) -> bool:
        """Whether any year's figures are made up as an example."""
        return any(report.contoh for report in self.plan.realisasi.values())

    @cached_property
    def indikator(self) -> Mapping[str, tuple[CiriIndikator, list[HasilTahun]]]:
        """Indicator id to what it is and its years, in the plan's order."""
        found = {
            kode: (self._traits(place), list[HasilTahun]())
            for kode, place in self.plan.kedudukan.items()
        }
        first = self.plan.as_of(AWAL).kedudukan
        for tahun in self.plan.tahun:
            contoh = self._made_up(tahun)
            for item in assess(self.plan, tahun):
                kode = item.tempat.indikator.id
                before = first.get(kode)
                result = _result(item, before.indikator.target[tahun] if before else None, contoh)
                found[kode][1].append(result)
        return found

    @cached_property
    def anggaran(self) -> list[tuple[CiriAnggaran, list[AnggaranTahun]]]:
        """Everything funded and its years: each programme, then its kegiatan with their lines."""
        return [(traits, self._money(traits.kode)) for traits in self._funded()]

    def _made_up(self, tahun: int) -> bool:
        report = self.plan.realisasi.get(tahun)
        return report is not None and report.contoh

    def _funded(self) -> Iterator[CiriAnggaran]:
        plan = self.plan
        groups = {program.program: program for program in plan.anggaran_kegiatan.program}
        for row in plan.anggaran_program.baris:
            yield CiriAnggaran(
                kode=row.program,
                tingkat="program",
                nama=row.nama,
                tabel=plan.anggaran_program.nomor,
                program=row.program,
                kegiatan=None,
                sasaran=None,
                mengulang=None,
                dihitung=False,
            )
            program = groups.get(row.program)
            counted = [group.id for group in detailed(program)] if program else []
            for group in program.kegiatan if program else ():
                if group.id in counted:
                    yield self._of_group(row.program, group)
                for line in group.baris:
                    yield self._of_group(row.program, group, line)

    def _of_group(
        self, program: str, group: KegiatanAnggaran, line: BarisAnggaran | None = None
    ) -> CiriAnggaran:
        item = line or group
        return CiriAnggaran(
            kode=item.id,
            tingkat="baris" if line else "kegiatan",
            nama=item.nama,
            tabel=self.plan.anggaran_kegiatan.nomor,
            program=program,
            kegiatan=group.id,
            sasaran=line.sasaran if line else None,
            mengulang=group.mengulang if line else None,
            dihitung=line is None,
        )

    @cached_property
    def _reports(self) -> Mapping[tuple[int, str], RealisasiAnggaran]:
        return {
            (tahun, entry.kode): entry
            for tahun, report in self.plan.realisasi.items()
            for entry in (*report.program, *report.kegiatan, *report.baris)
        }

    def _traits(self, place: Kedudukan) -> CiriIndikator:
        indikator = place.indikator
        return CiriIndikator(
            id=indikator.id,
            nama=indikator.nama,
            program=place.program.id,
            program_nama=place.program.nama,
            kegiatan=place.kegiatan.id,
            kegiatan_nama=place.kegiatan.nama,
            sasaran=place.sasaran.id,
            sasaran_nama=place.sasaran.nama,
            jenis=indikator.jenis,
            satuan=self.plan.satuan[indikator.satuan].nama if indikator.satuan else None,
            arah=indikator.arah,
            tingkat=indikator.tingkat,
        )

    def _money(self, kode: str) -> list[AnggaranTahun]:
        return [
            _amounts(
                tahun,
                planned(self.plan, kode, tahun),
                self._reports.get((tahun, kode)),
                self._made_up(tahun),
            )
            for tahun in self.plan.tahun
        ]


def _result(item: Penilaian, first: str | None, contoh: bool) -> HasilTahun:
    indikator, target, report = item.indikator, item.target, item.laporan
    hasil = report.hasil if report else None
    return HasilTahun(
        tahun=target.tahun,
        target_tercetak=target.tercetak,
        target_rupa=target.rupa,
        target_nilai=target.nilai,
        target_peringkat=target.peringkat,
        makna_nol=indikator.makna_nol.arti if target.nol and indikator.makna_nol else None,
        ditargetkan=item.berlaku and is_targeted(indikator, target),
        target_pk=report.target_pk if report else None,
        realisasi=hasil if isinstance(hasil, Decimal) else None,
        realisasi_peringkat=hasil if isinstance(hasil, str) else None,
        pembilang=report.pembilang if report else None,
        penyebut=report.penyebut if report else None,
        tidak_ada_kejadian=report.tidak_ada_kejadian if report else None,
        status=item.status,
        status_sebutan=item.capaian.label,
        capaian_persen=item.capaian.persen,
        aturan=item.capaian.aturan.nama,
        status_data=report.status_data if report else None,
        contoh=contoh,
        capaian_lkj=report.capaian_lkj if report else None,
        **_documented(report),
        target_awal=first,
        berlaku=item.berlaku,
    )


def _documented(report: Laporan | None) -> dict[str, Any]:
    """What a report rests on, and why it was changed."""
    sumber = (report.dokumen if report else None) or Sumber()
    return {
        "sumber_judul": sumber.judul,
        "sumber_nomor": sumber.nomor,
        "sumber_tanggal": sumber.tanggal,
        "sumber_url": sumber.url,
        "sumber_berkas": f"{EVIDENCE}{sumber.berkas}" if sumber.berkas else None,
        "sumber_sha256": sumber.sha256,
        "alasan_perubahan": report.alasan_perubahan if report else None,
    }


def _standing(report: RealisasiAnggaran | None) -> StatusAnggaran:
    if report is None or not report.told:
        return "belum_dilaporkan"
    if report.ditarik:
        return "ditarik"
    return "dilaporkan" if report.reported else "berjalan"


def _amounts(
    tahun: int, thousands: int | None, report: RealisasiAnggaran | None, contoh: bool
) -> AnggaranTahun:
    return AnggaranTahun(
        tahun=tahun,
        rencana_ribu_rupiah=thousands,
        rencana_rupiah=None if thousands is None else thousands * RUPIAH,
        pagu_akhir_rupiah=report.pagu if report else None,
        hibah_rupiah=report.hibah if report else None,
        realisasi_rupiah=report.hasil if report else None,
        serapan_persen=share(report.hasil, report.pagu) if report else None,
        status=_standing(report),
        status_data=report.status_data if report else None,
        contoh=contoh,
        diaudit=report.diaudit if report else None,
        **_documented(report),
    )
