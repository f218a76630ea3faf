"""Mistakes in templates and in what makes pages, feeds and addresses of the data."""

from __future__ import annotations

from tests.breakages.breakage import Breakage

ACCESS = "tests/site/test_access.py"
MARKUP = "tests/site/test_markup.py"
SAFETY = "tests/site/test_safety.py"
ADDRESSES = "tests/site/test_addresses.py"
T = "macros/frame/templates"
COPYRIGHT = "macros/overrides/partials/copyright.html"
MAIN = "macros/overrides/main.html"

PAGES = (
    Breakage(
        "caption-lost",
        f"{T}/tabel-target.html.j2",
        "<caption>{{ caption }}{{ view.note(plan.tabel_target.id) }}</caption>\n",
        "",
        ACCESS,
    ),
    Breakage(
        "scope-lost",
        f"{T}/macro.html.j2",
        '<th scope="col" class="angka">{{ label }}</th>',
        '<th class="angka">{{ label }}</th>',
        ACCESS,
    ),
    Breakage(
        "chart-without-description",
        f"{T}/grafik-target.svg.j2",
        '<desc id="{{ id }}-k">',
        '<desc id="{{ id }}-u">',
        ACCESS,
    ),
    Breakage(
        "picture-without-alt",
        "docs/panduan/index.md",
        "![Awal lembar persetujuan: tiap indikator dengan target, realisasi, status dan sumbernya]",
        "![]",
        ACCESS,
    ),
    Breakage(
        "status-without-its-word",
        "macros/frame/view.py",
        'capaian.status.replace("_", "-"), capaian.label',
        'capaian.status.replace("_", "-"), ""',
        "tests/site/test_results.py",
    ),
    Breakage(
        "made-up-without-banner",
        MAIN,
        "{%- if dibuat_buat %}",
        "{%- if dibuat_buat and page and page.is_homepage %}",
        MARKUP,
    ),
    Breakage(
        "link-elsewhere-unsaid",
        COPYRIGHT,
        '<a href="{{ config.extra.ppid | e }}" rel="noopener">',
        '<a href="{{ config.extra.ppid | e }}">',
        SAFETY,
    ),
    Breakage(
        "link-opens-a-window",
        f"{T}/macro.html.j2",
        'rel="noopener external">',
        'rel="noopener external" target="_blank">',
        SAFETY,
    ),
    Breakage(
        "inline-handler",
        f"{T}/capaian.md.j2",
        '<button type="reset" class="salin">',
        '<button type="reset" class="salin" onclick="history.back()">',
        SAFETY,
    ),
    Breakage(
        "link-that-runs",
        f"{T}/kabar.html.j2",
        '{{ view.href(links.CAPAIAN) }}#perubahan-terbaru"',
        'javascript:history.back()"',
        SAFETY,
    ),
    Breakage(
        "script-in-the-page",
        MAIN,
        "  {{ super() }}\n",
        "  {{ super() }}\n  <script>window.dibuka = true</script>\n",
        SAFETY,
    ),
    Breakage(
        "script-from-elsewhere",
        MAIN,
        "  {{ super() }}\n",
        '  {{ super() }}\n  <script src="https://statistik.example/hitung.js"></script>\n',
        "tests/site/test_links.py",
    ),
    Breakage(
        "autoescape-off",
        "macros/frame/view.py",
        "autoescape=True",
        "autoescape=False",
        "tests/macros/test_hostile.py",
    ),
    Breakage(
        "heading-unescaped",
        f"{T}/program.md.j2",
        "<h1>{{ program.nama }}</h1>",
        "<h1>{{ program.nama | safe }}</h1>",
        "tests/macros/test_hostile.py",
    ),
    Breakage("two-of-one-id", f"{T}/capaian.md.j2", 'id="hitungan"', 'id="tabel-capaian"', MARKUP),
    Breakage(
        "element-left-open",
        f"{T}/indikator.md.j2",
        "{{ site.glossed(tempat.sasaran.nama) }}</a></dd>\n</dl>",
        "{{ site.glossed(tempat.sasaran.nama) }}</a></dd>\n",
        "tests/site/test_nu.py",
    ),
    Breakage(
        "heading-level-left-out",
        f"{T}/capaian.md.j2",
        "## Ringkasan",
        "### Ringkasan",
        MARKUP,
    ),
    Breakage(
        "sheet-without-address",
        COPYRIGHT,
        'Alamat: {{ (page.canonical_url or "/" ~ page.url) | e }}',
        "",
        ADDRESSES,
    ),
    Breakage(
        "one-description-for-all",
        "macros/frame/generated.py",
        '"description": escape(self.description),',
        '"description": "Halaman data rencana strategis.",',
        MARKUP,
    ),
    Breakage(
        "cards-lost",
        MAIN,
        '{% if kartu %}<meta property="og:image"',
        '{% if false %}<meta property="og:image"',
        ADDRESSES,
    ),
    Breakage(
        "map-with-one-date",
        "macros/overrides/sitemap.xml",
        "{{ file.page.update_date }}",
        "{{ revisi.date }}",
        "tests/test_published.py",
    ),
    Breakage(
        "preview-of-another-page",
        MAIN,
        '<meta property="og:url" content="{{ page.canonical_url | e }}">',
        '<meta property="og:url" content="{{ config.site_url | e }}">',
        ADDRESSES,
    ),
    Breakage(
        "canonical-of-another-page",
        "macros/adapter/hook.py",
        "        page.update_date = known.isoformat()\n",
        "        page.update_date = known.isoformat()\n"
        "        page.canonical_url = build.site.url\n",
        ADDRESSES,
    ),
    Breakage(
        "lost-page-leads-astray",
        "macros/overrides/404.html",
        "{{ 'indikator/' | url }}",
        "indikator/",
        "tests/site/test_links.py",
    ),
    Breakage(
        "changed-cell-says-one-value",
        "macros/frame/view.py",
        "for change in self.site.changed.get((kode, tahun), ()):",
        "for change in ():",
        "tests/site/test_decrees.py",
    ),
    Breakage(
        "tables-of-today-called-the-first",
        "macros/pages/decrees.py",
        "replace(site, plan=site.plan.as_of(kode))",
        "replace(site, plan=site.plan)",
        "tests/site/test_decrees.py",
    ),
    Breakage(
        "cell-as-number",
        f"{T}/macro.html.j2",
        "{{ target.tercetak }}{{ view.note(",
        "{{ target.nilai }}{{ view.note(",
        "tests/site/test_targets.py",
    ),
    Breakage(
        "reported-word-lost",
        f"{T}/indikator.md.j2",
        '("Kendala", laporan.kendala), ',
        "",
        "tests/site/test_words.py",
    ),
    Breakage(
        "date-of-the-data-by-hand",
        COPYRIGHT,
        "{{ revisi.date | day }}, revisi {{ revisi.commit[:7] }}",
        "1 Januari 2020, revisi 0000000",
        "tests/test_build.py",
    ),
    Breakage(
        "withdrawn-unmarked",
        "macros/frame/view.py",
        "        if gone:\n",
        "        if gone and tahun:\n",
        "tests/macros/test_timeline.py",
    ),
    Breakage(
        "page-of-a-programme-lost",
        "macros/frame/links.py",
        'return f"program/{item.id}/"',
        'return f"program/{item.nomor}/"',
        "tests/site/test_pages.py",
    ),
    Breakage(
        "things-not-searched",
        "macros/search/index.py",
        '[*documents(plugin["docs"]), *things(site)]',
        'list(documents(plugin["docs"]))',
        "tests/site/test_search.py",
    ),
    Breakage(
        "searched-in-english",
        "macros/search/index.py",
        '"lang": ["id"],',
        '"lang": ["en"],',
        "tests/site/test_search.py",
    ),
    Breakage(
        "feed-link-to-no-place",
        "macros/parts/news.py",
        "view.address(item.url),",
        'view.address(f"{item.url}/"),',
        ADDRESSES,
    ),
    Breakage(
        "picture-without-made-up",
        "macros/charts/embed.py",
        '        name.insert(0, "CONTOH: realisasi dibuat-buat")\n',
        "        pass\n",
        "tests/site/test_packages.py",
    ),
)
