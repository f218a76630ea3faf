"""Two small sites compared: which pages change, what is told of each, and how little of a lot."""

from __future__ import annotations

from pathlib import Path

import pytest

from renstra.forge.pages import (
    HEADING,
    LEGEND,
    MAX_LETTERS,
    MAX_LINES,
    MAX_PAGES,
    NONE,
    ROOM,
    PageChange,
    compare,
    pages_told,
)

PAGE = """<!doctype html><title>{judul}</title><nav>Menu {kaki}</nav>
<main><article class="md-content">
<h1>{judul}<a class="headerlink" href="#a">¶</a></h1>
{isi}
</article></main><footer>Data per {kaki}</footer>"""


def write(folder: Path, pages: dict[str, str], kaki: str) -> Path:
    """A site with a page for each path; its title is the path, its content as given."""
    for path, content in pages.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        text = PAGE.format(judul=f"Judul {path.partition('/index')[0]}", isi=content, kaki=kaki)
        file.write_text(text, encoding="utf-8")
    return folder


def changes(tmp_path: Path, before: dict[str, str], after: dict[str, str]) -> list[PageChange]:
    """How two sites differ, each with a date of its own around the content."""
    old = write(tmp_path / "lama", before, "1 Mei 2031")
    return compare(old, write(tmp_path / "baru", after, "2 Mei 2031"))


def lines(tmp_path: Path, before: str, after: str) -> tuple[str, ...]:
    """What is told of a page whose content changes."""
    (change,) = changes(tmp_path, {"index.html": before}, {"index.html": after})
    assert (change.path, change.title, change.fate) == ("/", "Judul index.html", "")
    return change.lines


def told(*blocks: str, count: int) -> str:
    """The whole text."""
    shown = ["\n".join(f"    {line}" for line in block.split("\n")) for block in blocks]
    return "\n\n".join([HEADING, f"{count} halaman berubah. {LEGEND}", *shown])


class TestCompare:
    """What counts as a change of a page."""

    def test_nothing_but_the_date(self, tmp_path: Path) -> None:
        """What stands around the content is not compared."""
        pages = {"index.html": "<p>Isi.</p>", "404.html": "<p>Tidak ada.</p>"}
        assert changes(tmp_path, pages, pages) == []
        assert pages_told([], ["ik-001"]) == f"{HEADING}\n\n{NONE}"

    def test_pages_that_come_and_go(self, tmp_path: Path) -> None:
        """Each with its title."""
        old = {"indikator/ik-001/index.html": "a", "404.html": "x"}
        new = {"indikator/ik-002/index.html": "a", "404.html": "<p>y</p>"}
        found = changes(tmp_path, old, new)
        assert found == [
            PageChange("404.html", "Judul 404.html", "", ("- x", "+ y")),
            PageChange("indikator/ik-001/", "Judul indikator/ik-001", "hilang"),
            PageChange("indikator/ik-002/", "Judul indikator/ik-002", "baru"),
        ]
        assert pages_told(found, ["ik-002"]) == told(
            "indikator/ik-002/ · Judul indikator/ik-002\n(baru)",
            "indikator/ik-001/ · Judul indikator/ik-001\n(hilang)",
            "404.html · Judul 404.html\n- x\n+ y",
            count=3,
        )

    @pytest.mark.parametrize(
        ("before", "after", "expected"),
        [
            (
                "<table><tr><th>2031</th> <td><b>Belum</b> dilaporkan</td></tr></table>",
                "<table><tr><th>2031</th> <td>87,5&nbsp;% <br>sementara</td></tr></table>",
                ("- 2031 | Belum dilaporkan", "+ 2031 | 87,5 % sementara"),
            ),
            ("<p>a</p><p>b</p>", "<p>a</p><ul><li>x<li>y</ul><p>b</p>", ("+ x", "+ y")),
            ("<p>a</p>luar<p>b</p>", "<p>a</p><p>b</p>", ("- luar",)),
            ("<p>a</p>", "<p>a <img src=x> &lt;b&gt; &amp;amp;</p>", ("+ <b> &amp;",)),
            (
                "<svg><text>1<circle r=1 /></text></svg><select><option>p</select><p>a</p>",
                "<svg><text>2<path d=0></path></text></svg><select><option>q</select></b><p>b</p>",
                ("- a", "+ b"),
            ),
            (
                "<p>a</p>",
                "<p class='x unduhan'>Unduh <a>buku<br></a></p><script>b()</script><p>c</p>",
                ("- a", "+ c"),
            ),
            ("<p>a</p>", "<p>Commit 0123456789ab: Impor</p><p>b</p>", ("- a", "+ b")),
        ],
        ids=["row", "list", "bare", "letters", "drawing", "not read", "passing"],
    )
    def test_lines(
        self, tmp_path: Path, before: str, after: str, expected: tuple[str, ...]
    ) -> None:
        """As a reader sees them: cells apart, no markup, nothing that only the gate builds."""
        assert lines(tmp_path, before, after) == expected

    def test_only_unread_parts(self, tmp_path: Path) -> None:
        """A page whose words stay is not told of."""
        old, new = ({"index.html": f"<p class=a{n}>a</p><svg><text>{n}</svg>"} for n in (1, 2))
        assert changes(tmp_path, old, new) == []

    def test_long_lines_show_where_they_differ(self, tmp_path: Path) -> None:
        """Two that begin alike are not shown alike."""
        long = "kata " * 100
        old, new = lines(tmp_path, f"<p>{long}lama{long}</p>", f"<p>{long}baru{long}</p>")
        around = ("kata " * 100)[-MAX_LETTERS // 4 :], long[: MAX_LETTERS - MAX_LETTERS // 4 - 4]
        assert old == f"- …{around[0]}lama{around[1]}…"
        assert new == f"+ …{around[0]}baru{around[1]}…"

    def test_a_long_line_that_comes(self, tmp_path: Path) -> None:
        """From its start."""
        assert lines(tmp_path, "", f"<p>{'x' * 500}</p>") == (f"+ {'x' * MAX_LETTERS}…",)


class TestTold:
    """The order, and the limits."""

    def test_things_before_lists(self) -> None:
        """The page of what changed, others by how little changes, lists; alike ones once."""
        row = ("+ Realisasi",)
        found = [
            PageChange("/", "Beranda", "", ("- a", "+ b")),
            PageChange("capaian/", "Capaian", "", ("- c",)),
            PageChange("indikator/", "Daftar", "", ("- d",) * 30),
            PageChange("indikator/ik-001/", "Satu", "", row),
            PageChange("indikator/ik-002/", "Dua", "", ("- e", "+ f", "+ g")),
            PageChange("indikator/ik-003/", "Tiga", "", row),
            PageChange("indikator/ik-004/", "Empat", "", row),
            PageChange("kegiatan/kg-001/", "Kegiatan", "", ("- h", "+ i")),
        ]
        rest = "\n".join(["- d"] * MAX_LINES)
        assert pages_told(found, {"ik-002", "ik-004"}) == told(
            "indikator/ik-002/ · Dua\n- e\n+ f\n+ g",
            "indikator/ik-004/ · Empat\n+ Realisasi",
            "indikator/ik-001/ dan 1 halaman lain\n+ Realisasi",
            "kegiatan/kg-001/ · Kegiatan\n- h\n+ i",
            "capaian/ · Capaian\n- c",
            "/ · Beranda\n- a\n+ b",
            f"indikator/ · Daftar\n{rest}\ndan {30 - MAX_LINES} baris lain",
            count=8,
        )

    def test_many_pages(self) -> None:
        """The first ones, and how many more."""
        found = [PageChange(f"a/{n:02}/", "A", "", (f"+ {n}",)) for n in range(MAX_PAGES + 3)]
        blocks = [f"a/{n:02}/ · A\n+ {n}" for n in range(MAX_PAGES)]
        last = "Selain itu 3 halaman lain berubah."
        assert pages_told(found, ()) == told(*blocks, last, count=MAX_PAGES + 3)

    def test_much_text(self) -> None:
        """The room is held whatever pages say, and whole pages are told."""
        line = f"+ {'x' * MAX_LETTERS}"
        found = [PageChange(f"a/{n}/", "A" * 2000, "", (line,) * n) for n in range(1, MAX_PAGES)]
        text = pages_told(found, ())
        assert ROOM / 2 < len(text) < ROOM + 500
        assert text.splitlines()[-1].startswith("    Selain itu ")

    def test_markup_and_commands(self) -> None:
        """Whatever a page says, each line of it stays a line of text."""
        found = [PageChange("a/", "</details>\n# x", "", ("+ a\n\n# b\r::error::c", "- `d`"))]
        assert pages_told(found, ()) == told(
            "a/ · </details> # x\n+ a  # b ::error::c\n- `d`", count=1
        )
