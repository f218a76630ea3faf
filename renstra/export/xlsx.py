"""A workbook (XLSX, ECMA-376) of plain tables, written straight: the least that every reader takes.

openpyxl takes half a second for these sheets, more than all other files together, and makes objects
of what is only ever written once. A cell here is a number with all its digits, a truth value, or a
text; there is no other kind, and so no formula.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from xml.sax.saxutils import escape as xml
from zipfile import ZIP_DEFLATED

from renstra.sheet.layout import as_text
from renstra.sheet.timeless import TimelessZip
from renstra.sheet.workbook import escape

Value = str | int | Decimal | bool | date | None

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OPEN = "http://schemas.openxmlformats.org"
_MAIN = f"{_OPEN}/spreadsheetml/2006/main"
_PARTS = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_OFFICE = f"{_OPEN}/officeDocument/2006/relationships"
# XML has no way to write these; the loader of the data refuses most of them already.
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_BOLD = 1
_STYLES = (
    f'<styleSheet xmlns="{_MAIN}"><fonts count="2"><font><sz val="10"/><name val="Calibri"/></font>'
    '<font><b/><sz val="10"/><name val="Calibri"/></font></fonts><fills count="2"><fill>'
    '<patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border>'
    '</borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0"/>'
    '<xf fontId="1" applyFont="1" xfId="0"/></cellXfs><cellStyles count="1">'
    '<cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


@dataclass(frozen=True)
class Sheet:
    """A sheet: its name, the widths of its columns in characters, and its rows."""

    name: str
    widths: Sequence[int]
    rows: Iterable[Sequence[Value]]
    table: bool = True
    """Whether the first row is the head of a table, which stays in view; else the first column is
    set apart."""


def xlsx_bytes(title: str, created: date, sheets: Sequence[Sheet]) -> bytes:
    """The workbook; the same sheets give the same bytes."""
    buffer = io.BytesIO()
    with TimelessZip(buffer, "w", ZIP_DEFLATED) as archive:
        for name, content in _members(title, created, sheets).items():
            archive.writestr(name, (_HEAD + content).encode())
    return buffer.getvalue()


def _members(title: str, created: date, sheets: Sequence[Sheet]) -> Mapping[str, str]:
    places = {f"worksheets/sheet{number}.xml": sheet for number, sheet in enumerate(sheets, 1)}
    types = {"workbook.xml": "sheet.main", "styles.xml": "styles"}
    types |= dict.fromkeys(places, "worksheet")
    overrides = "".join(
        f'<Override PartName="/xl/{place}" ContentType="{_PARTS}.{kind}+xml"/>'
        for place, kind in types.items()
    )
    links = [("worksheet", place) for place in places] + [("styles", "styles.xml")]
    listed = "".join(
        f'<sheet name="{xml(sheet.name)}" sheetId="{number}" r:id="rId{number}"/>'
        for number, sheet in enumerate(sheets, 1)
    )
    core = f"{_OPEN}/package/2006/metadata/core-properties"
    moment = f"{created.isoformat()}T00:00:00Z"
    stamps = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{moment}</dcterms:{name}>'
        for name in ("created", "modified")
    )
    return {
        "[Content_Types].xml": f'<Types xmlns="{_OPEN}/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        f"{overrides}</Types>",
        "_rels/.rels": _relations(
            [
                (f"{_OFFICE}/officeDocument", "xl/workbook.xml"),
                (
                    f"{_OPEN}/package/2006/relationships/metadata/core-properties",
                    "docProps/core.xml",
                ),
            ]
        ),
        "docProps/core.xml": f'<cp:coreProperties xmlns:cp="{core}" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{_written(title)}</dc:title><dc:creator>Renstra Terbuka</dc:creator>{stamps}"
        "</cp:coreProperties>",
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{listed}'
        "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": _relations(
            [(f"{_OFFICE}/{kind}", place) for kind, place in links]
        ),
        "xl/styles.xml": _STYLES,
        **{f"xl/{place}": "".join(_sheet(sheet)) for place, sheet in places.items()},
    }


def _relations(links: Iterable[tuple[str, str]]) -> str:
    listed = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{place}"/>'
        for number, (kind, place) in enumerate(links, 1)
    )
    return f'<Relationships xmlns="{_OPEN}/package/2006/relationships">{listed}</Relationships>'


def _sheet(sheet: Sheet) -> Iterator[str]:
    yield f'<worksheet xmlns="{_MAIN}">'
    if sheet.table:
        yield (
            '<sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ySplit="1" '
            'topLeftCell="B2" activePane="bottomRight" state="frozen"/></sheetView></sheetViews>'
        )
    widths = "".join(
        f'<col min="{number}" max="{number}" width="{width}" customWidth="1"/>'
        for number, width in enumerate(sheet.widths, 1)
    )
    yield f"<cols>{widths}</cols><sheetData>"
    names = [_letters(number) for number in range(1, len(sheet.widths) + 1)]
    for number, row in enumerate(sheet.rows, 1):
        cells = zip(names, row, strict=False)
        if sheet.table:
            style = _BOLD if number == 1 else 0
            yield f'<row r="{number}">{_cells(cells, number, style)}</row>'
        else:
            first, rest = _cells([next(cells)], number, _BOLD), _cells(cells, number, 0)
            yield f'<row r="{number}">{first}{rest}</row>'
    yield "</sheetData></worksheet>"


def _cells(cells: Iterable[tuple[str, Value]], row: int, style: int) -> str:
    look = f' s="{style}"' if style else ""
    return "".join(_cell(f"{name}{row}", look, value) for name, value in cells)


def _cell(place: str, look: str, value: Value) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return f'<c r="{place}"{look} t="b"><v>{int(value)}</v></c>'
    if isinstance(value, int | Decimal):
        return f'<c r="{place}"{look}><v>{as_text(value)}</v></c>'
    text = value if isinstance(value, str) else value.isoformat()
    inside = f'<is><t xml:space="preserve">{_written(text)}</t></is>'
    return f'<c r="{place}"{look} t="inlineStr">{inside}</c>'


def _written(text: str) -> str:
    return xml(_FORBIDDEN.sub("", escape(text)))


def _letters(number: int) -> str:
    """The name of a column, counted from 1."""
    text = ""
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(65 + rest) + text
    return text
