"""The pages of results: what a reader is shown, and that a made-up site says so everywhere."""

from __future__ import annotations

from macros.charts.figures import target_figure
from macros.frame.generated import GeneratedPage
from macros.frame.site import Site
from macros.frame.view import View
from macros.pages.things import generated_pages
from macros.parts import capaian
from tests.macros.reading import read
from tests.macros.test_pages import sections


def page(site: Site, url: str) -> GeneratedPage:
    """One generated page."""
    return next(found for found in generated_pages(site) if found.url == url)


def test_a_year(reported: Site) -> None:
    made = page(reported, "capaian/2031/")

    assert (made.title, made.description, made.section) == (
        "Capaian 2031",
        "Capaian Kantor Contoh tahun 2031: 0 dari 1 tercapai; 1 baru nilai triwulan.",
        "capaian/",
    )
    assert sections(made) == {
        "": [
            "Capaian 2031",
            "0 dari 1 tercapai; 1 baru nilai triwulan.",
            "1 indikator dinilai: 5 − 2 tanpa target − 2 diukur untuk seluruh lembaga.",
            "Data per tanggal 1 April 2032 Target dan anggaran 2031 Realisasi anggaran 2031 Cara "
            "menilai",
        ],
        "Daftar": [
            "Kata",
            "Program",
            "Semua program",
            "I Program Dukungan",
            "II Program Layanan",
            "Kegiatan",
            "Semua kegiatan",
            "1 Pembinaan Pegawai",
            "1 Bantuan Hukum",
            "Status",
            "Semua status",
            "Melampaui target",
            "Tercapai",
            "Melebihi jumlah target",
            "Tidak tercapai",
            "Baru nilai triwulan",
            "Belum dimuat di situs ini",
            "Ditarik",
            "Tidak ada yang diukur",
            "Tidak dapat dinilai",
            "Tidak ditargetkan",
            "Target tidak tercantum",
            "Urutkan",
            "menurut rencana",
            "capaian terendah dahulu",
            "capaian tertinggi dahulu",
            "menurut status",
            "Hapus saringan",
            "5 dari 5 indikator",
            "Capaian 2031 menurut urutan Tabel I.1; status terhadap target rencana, dan "
            "terhadap target perjanjian kinerja (PK) di kolomnya sendiri",
            "Kode | Indikator | Target | Realisasi | Capaian | Status | Target PK | "
            "Terhadap target 2033",
            "ik-001 | Persentase pegawai terlatih | 0 | 87,5 % | LKj 97,2 % | Tertulis 0, dibaca "
            "tanpa target | 85 %: Melampaui target | 87,50 %",
            "ik-002 | Nilai akuntabilitas Tingkat nasional | B | BB direvisi | | Melampaui "
            "target | |",
            "ik-003 | Opini atas laporan keuangan Tingkat nasional | WDP | WDP sementara | "
            "| Tercapai | |",
            "ik-004 | Jumlah sengketa | 2 perkara | 1 perkara sampai triwulan 2 | | Baru sampai "
            "triwulan II | |",
            "ik-005 | Jumlah badan yang dibentuk | - | | | Tidak ditargetkan | |",
        ],
        "Menurut program dan kegiatan": [
            "Indikator kantor ini menurut program dan kegiatan; tanpa indikator nasional",
            "Program dan kegiatan | Tercapai | Melebihi jumlah | Tidak tercapai | "
            "Baru triwulan | Belum dimuat | Lainnya",
            "I Program Dukungan | – | 0 | 0 | 0 | 0 | 1",
            "1 Pembinaan Pegawai | – | 0 | 0 | 0 | 0 | 1",
            "II Program Layanan | 0 dari 1 | 0 | 0 | 1 | 0 | 1",
            "1 Bantuan Hukum | 0 dari 1 | 0 | 0 | 1 | 0 | 1",
        ],
        "Ringkasan": [
            "Tidak ikut dihitung: 2 tidak ditargetkan.",
            "4 laporan indikator dan anggaran sudah final, disetujui Sekretaris, Nomor 7/BA/2032, "
            "5 Februari 2032.",
            "Indikator tingkat nasional mengukur seluruh lembaga dan dihitung terpisah: "
            "2 dari 2 tercapai (1 masih sementara).",
            "Status 3 indikator tahun 2031",
            "Baru nilai triwulan: 1; Tidak ditargetkan: 2.",
            "1",
            "2",
            "Baru nilai triwulan 1",
            "Tidak ditargetkan 2",
            "Banyaknya indikator menurut status",
            "Status | Kantor ini | Nasional",
            "Melampaui target | 0 | 1",
            "Tercapai | 0 | 1",
            "Melebihi jumlah target | 0 | 0",
            "Tidak tercapai | 0 | 0",
            "Baru nilai triwulan | 1 | 0",
            "Belum dimuat di situs ini | 0 | 0",
            "Ditarik | 0 | 0",
            "Tidak ada yang diukur | 0 | 0",
            "Tidak dapat dinilai | 0 | 0",
            "Tidak ditargetkan | 2 | 0",
            "Target tidak tercantum | 0 | 0",
            "Seluruhnya | 3 | 2",
        ],
        "Untuk staf": [
            "Unduh templat 2031 (XLSX) Lembar persetujuan 2031 (XLSX) Cara mengisi dan "
            "mengirimkannya ada di panduan staf. Data tahun ini: data/realisasi/2031.yml.",
            "Sejauh mana laporan 2031 sudah terisi, menurut kegiatan",
            "Pembinaan Pegawai: 2 dari 2 indikator terisi kg-001",
            "Bantuan Hukum: 1 dari 1 indikator terisi kg-002",
            "Program Dukungan: 1 dari 2 jumlah uang terisi; belum: ak-002 pg-1",
            "Program Layanan: 0 dari 2 jumlah uang terisi; belum: pg-2, ak-003 pg-2",
            "Selanjutnya Capaian 2032",
        ],
        "Yang masih harus dilaporkan": [
            "Terlambat: batas lapor 31 Maret 2032 sudah lewat pada tanggal data",
            "1 indikator dan 3 laporan anggaran belum lengkap.",
            "1 indikator bertarget menunggu nilai setahun",
            "ik-004 Jumlah sengketa (sudah ada nilai triwulan)",
            "3 program dan kegiatan beranggaran menunggu realisasi setahun",
            "pg-2 Program Layanan",
            "ak-002 2 Pengelolaan Keuangan",
            "ak-003 1 Bantuan Hukum",
        ],
    }


def test_an_indicator_says_why(reported: Site) -> None:
    shown = sections(page(reported, "indikator/ik-001/"))

    assert shown["Target dan realisasi"][:9] == [
        "Target ik-001 menurut teks hasil ekstraksi, dan realisasinya",
        "| 2031 | 2032 | 2033",
        "Target | 0 | 87,5 % | 100%",
        "Realisasi | 87,5 % | |",
        "Capaian | LKj 97,2 % | |",
        "Status | Tertulis 0, dibaca tanpa target | Belum dimuat | Belum dimuat",
        "Target PK | 85 % | |",
        "Status terhadap PK | Melampaui target | |",
        "PK: perjanjian kinerja tahun itu. Status tanpa keterangan adalah terhadap target rencana.",
    ]
    assert shown["Mengapa status ini?"] == [
        "2031: Tertulis 0, dibaca tanpa target",
        "Terhadap target rencana: Tertulis 0, dibaca tanpa target",
        "Aturan: target nol, bila makin tinggi makin baik atau jumlahnya ditentukan; realisasi "
        "apa pun, juga kosong.",
        "T = 0, R = 87,5 %.",
        "Terhadap target perjanjian kinerja: Melampaui target",
        "Aturan: target bilangan T di atas nol, makin tinggi makin baik; realisasi bilangan R. "
        "Yang terpenuhi: R > T.",
        "T = 85 %, R = 87,5 %. R ÷ T × 100 = 102,94 %.",
        "Capaian menurut LKj",
        "97,2 %, seperti tercetak di Laporan Kinerja kantor.",
        "Dari mana R",
        "7 dari 8, dikalikan 100",
        "Status data",
        "final; disetujui Sekretaris, Nomor 7/BA/2032, 5 Februari 2032",
        "Sumber",
        "Laporan Kinerja, Nomor 1/LKj/2032, 31 Januari 2032",
        "Analisis",
        "Pelatihan dimajukan.",
        "Kendala",
        "Jadwal padat.",
        "Tindak lanjut",
        "Jadwal disusun lebih awal.",
    ]
    assert shown["Rujukan"][5:7] == ["data/target/kg-001.yml baris 8", "Data realisasi"]


def test_capaian_semua(reported: Site) -> None:
    assert read(capaian.capaian_semua(View(reported, ""))) == [
        "Indikator kantor ini menurut tahun; penyebutnya yang ditargetkan dan dapat dinilai",
        "Tahun | Tercapai | Melebihi jumlah | Tidak tercapai | Baru triwulan | Belum dimuat",
        "2031 | 0 dari 1 | 0 | 0 | 1 | 0",
        "2032 hasil belum dimuat | – | 0 | 0 | 0 | 3",
        "2033 hasil belum dimuat | – | 0 | 0 | 0 | 2",
    ]


def test_matriks_capaian(reported: Site) -> None:
    assert read(capaian.matriks_capaian(View(reported, ""))) == [
        "Status tiap indikator menurut tahun",
        "Kode | Indikator | 2031 | 2032 | 2033",
        "ik-001 | Persentase pegawai terlatih | Tertulis 0, dibaca tanpa target | "
        "Belum dimuat | Belum dimuat",
        "ik-002 | Nilai akuntabilitas | Melampaui target | Belum dimuat | Belum dimuat",
        "ik-003 | Opini atas laporan keuangan | Tercapai | Belum dimuat | Belum dimuat",
        "ik-004 | Jumlah sengketa | Baru sampai triwulan II | Belum dimuat | Belum dimuat",
        "ik-005 | Jumlah badan yang dibentuk | Tidak ditargetkan | Belum dimuat | Target "
        "tidak tercantum",
    ]


def test_what_a_report_on_money_says_in_words_is_shown(whole: Site) -> None:
    shown = read(capaian.realisasi_anggaran(View(whole, "anggaran/realisasi/")))
    place = shown.index("Analisis: Contoh: sebagian belanja tahapan dibayar dari hibah.")

    assert shown[place - 1] == "Program Penyelenggaraan Pemilihan yang Tertib dan Terbuka"
    assert shown.index("## 2023 { #tahun-2023 }") < place
    assert place < shown.index("## 2024 { #tahun-2024 }")


def test_realisasi_anggaran(reported: Site) -> None:
    assert read(capaian.realisasi_anggaran(View(reported, ""))) == [
        "## 2031 { #tahun-2031 }",
        "Rencana, pagu akhir dan realisasi 2031, dalam ribuan rupiah",
        "Program dan kegiatan | Rencana | Pagu akhir (DIPA) | Hibah | Realisasi | Penyerapan",
        "Program Dukungan1 | 300 | 290 | 10 | 280 sudah diaudit | 96,55 %",
        "2 Pengelolaan Keuangan | 200 | | | Belum dimuat |",
        "Pembayaran gaji (1234.001)2 | 200 | 50 | | 49 | 98,00 %",
        "Program Layanan | 10 | | | Belum dimuat |",
        "1 Bantuan Hukum | 10 | | | Belum dimuat |",
        "Berita acara, salinan di situs ini, SHA-256 "
        "5548a65fe768f967e94098f7f8b32087547b0b6f7bf9ab439d1b88e1e008b783",
        "Laporan Realisasi Anggaran",
        "## 2032 { #tahun-2032 }",
        "Belum ada realisasi anggaran yang dilaporkan untuk 2032.",
        "Rencana, pagu akhir dan realisasi 2032, dalam ribuan rupiah",
        "Program dan kegiatan | Rencana | Pagu akhir (DIPA) | Hibah | Realisasi | Penyerapan",
        "Program Dukungan | 400 | | | Belum dimuat |",
        "2 Pengelolaan Keuangan | 300 | | | Belum dimuat |",
        "Program Layanan | | | | Belum dimuat |",
        "1 Bantuan Hukum | | | | Belum dimuat |",
        "## 2033 { #tahun-2033 }",
        "Belum ada realisasi anggaran yang dilaporkan untuk 2033.",
        "Rencana, pagu akhir dan realisasi 2033, dalam ribuan rupiah",
        "Program dan kegiatan | Rencana | Pagu akhir (DIPA) | Hibah | Realisasi | Penyerapan",
        "Program Dukungan | 500 | | | Belum dimuat |",
        "2 Pengelolaan Keuangan | 0 | | | Belum dimuat |",
        "Program Layanan | 30 | | | Belum dimuat |",
        "1 Bantuan Hukum | 30 | | | Belum dimuat |",
    ]


def test_nothing_reported_is_said_and_never_counted_as_nothing_achieved(site: Site) -> None:
    shown = sections(page(site, "capaian/2031/"))

    assert shown[""][1:3] == [
        "Hasil 2031 belum dimuat di situs ini. Ini tidak berarti target tidak tercapai.",
        "1 indikator akan dinilai: 5 − 2 tanpa target − 2 diukur untuk seluruh lembaga.",
    ]
    assert sections(page(site, "indikator/ik-004/"))["Mengapa status ini?"] == [
        "Hasil belum dimuat di situs ini. Itu tidak berarti nol, dan tidak berarti target tidak "
        "tercapai. Cara menilai"
    ]
    assert read(capaian.capaian_semua(View(site, "")))[:1] == ["Hasil belum dimuat di situs ini"]


def test_a_strip_shows_grades_and_what_was_reached(reported: Site) -> None:
    indikator = reported.plan.kedudukan["ik-002"].indikator

    assert read(target_figure(View(reported, ""), indikator)) == [
        "2031 B realisasi BB",
        "2032 B",
        "2033 BB",
    ]


def test_the_method_says_every_rule_and_status(site: Site) -> None:
    rules = read(capaian.tabel_aturan(View(site, "")))

    assert rules[:5] == [
        "Aturan capaian, dibaca dari atas; yang pertama cocok yang berlaku",
        "Target | Realisasi | Capaian | Status",
        "tahun sebelum indikatornya ada, atau sejak ia dicabut dengan keputusan | apa pun, juga "
        "kosong | tidak dihitung | Tidak ditargetkan",
        '"-" | apa pun, juga kosong | tidak dihitung | Tidak ditargetkan',
        "sel kosong | apa pun, juga kosong | tidak dihitung | Target tidak tercantum",
    ]
    assert rules[14] == (
        "bilangan T di atas nol, makin tinggi makin baik | bilangan R | R ÷ T × 100 "
        "| R > T: Melampaui targetR = T: TercapaiR < T: Tidak tercapai"
    )
    assert read(capaian.daftar_status(View(site, "")))[:2] == [
        "Melampaui target",
        "Realisasi setahun lebih baik daripada target.",
    ]
    assert read(capaian.daftar_mutu(View(site, "")))[:2] == [
        "Tiap nilai yang dilaporkan menyebut dokumen sumbernya.",
        "Peringatan bila nilainya sementara, kesalahan bila final.",
    ]
