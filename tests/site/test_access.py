"""What of access needs no browser: tables and drawings as a screen reader takes them."""

from __future__ import annotations

from collections.abc import Iterator

from tests.reading import Element
from tests.site.built import Built, refuse

PERIHAL = "Akses: tabel, gambar dan isian seperti dibaca pembaca layar"

SCOPES = ("col", "row", "colgroup", "rowgroup")


def lacks(table: Element) -> Iterator[str]:
    """What a table lacks."""
    captions = [item.text for item in table.all("caption")]
    if len(captions) != 1 or not captions[0]:
        yield "tanpa judul (caption)"
    if not list(table.all("thead")):
        yield "tanpa kepala (thead)"
    for row in table.all("tr"):
        heads = list(row.all("th"))
        # The decree leaves some names of groups empty, but never their number as well.
        if heads and not any(head.text for head in heads):
            yield "kepala kosong"
        for head in heads:
            if head.attributes.get("scope") not in SCOPES:
                yield f"kepala “{head.text}” tanpa lingkup (scope)"
    named = [head for body in table.all("tbody") for head in body.all("th")]
    spanned = any("rowspan" in head.attributes for head in named)
    if not spanned and len(named) < sum(len(list(b.all("tr"))) for b in table.all("tbody")):
        yield "ada baris tanpa nama"


def test_every_table_has_a_caption_and_every_heading_a_scope(built: Built) -> None:
    """Setiap tabel berjudul, berkepala, dan setiap kepalanya menyebut lingkupnya."""
    refuse(
        f"{url}, tabel “{next((c.text for c in table.all('caption')), '')}”: {lack}"
        for url, page in built.articles.items()
        for table in page.all("table")
        for lack in lacks(table)
    )


def test_every_row_of_a_table_is_as_wide_as_its_head(built: Built) -> None:
    """Setiap baris tabel punya kolom sebanyak kepalanya."""
    found = []
    for url, page in built.articles.items():
        for table in page.all("table"):
            widths = set(row_widths(table))
            if len(widths) > 1:
                name = next((c.text for c in table.all("caption")), "")
                found.append(f"{url}, tabel “{name}”: lebar barisnya {sorted(widths)}")
    refuse(found)


def row_widths(table: Element) -> Iterator[int]:
    """The number of columns of each row, counted with the cells that span rows and columns."""
    for part in ("thead", "tbody", "tfoot"):
        for body in table.all(part):
            below: dict[int, int] = {}
            for number, row in enumerate(body.all("tr")):
                cells = [c for c in row.inside if isinstance(c, Element) and c.tag in ("td", "th")]
                width = below.pop(number, 0)
                for cell in cells:
                    span = int(cell.attributes.get("colspan", 1))
                    width += span
                    for later in range(1, int(cell.attributes.get("rowspan", 1))):
                        below[number + later] = below.get(number + later, 0) + span
                yield width


def test_every_drawing_says_what_it_shows(built: Built) -> None:
    """Setiap grafik punya judul dan uraian, dan setiap gambar punya teks pengganti."""
    found = []
    for url, page in built.articles.items():
        for figure in page.by_class("grafik"):
            for drawing in figure.all("svg"):
                ids = drawing.attributes.get("aria-labelledby", "").split()
                words = {
                    item.attributes.get("id"): item.text
                    for item in drawing.all()
                    if item.tag in ("title", "desc")
                }
                if len(ids) != 2 or not all(words.get(one) for one in ids):
                    found.append(f"{url}: grafik tanpa judul atau uraian {ids}")
        found += [
            f"{url}: gambar {image.attributes.get('src')} tanpa teks pengganti"
            for image in page.all("img")
            if not image.attributes.get("alt")
        ]
    refuse(found)


def test_every_field_has_a_name(built: Built) -> None:
    """Setiap isian dan tombol punya nama."""
    found = []
    for url, page in built.articles.items():
        labelled = {e.attributes.get("for") for e in page.all("label")}
        inside = {id(field) for label in page.all("label") for field in label.all()}
        for field in page.all():
            if field.tag in ("input", "select", "textarea"):
                known = (
                    id(field) in inside
                    or field.attributes.get("id", "-") in labelled
                    or "aria-label" in field.attributes
                )
                if not known:
                    found.append(f"{url}: isian {field.attributes} tanpa nama")
            given = (field.attributes.get(name) for name in ("aria-label", "title"))
            named = field.text or any(given) or whole_text(field)
            if field.tag == "button" and not named:
                found.append(f"{url}: tombol tanpa kata {field.attributes}")
            if field.tag == "a" and "href" in field.attributes and not named:
                found.append(f"{url}: tautan tanpa kata ke {field.attributes['href']}")
    refuse(found)


def whole_text(element: Element) -> str:
    """All text of an element, the site's own marks too."""
    return "".join(
        item if isinstance(item, str) else whole_text(item) for item in element.inside
    ).strip()
