"""The zip that a workbook is: looked through before anything unpacks, parses or believes it."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from typing import Any
from xml.parsers import expat

from openpyxl.utils import range_boundaries

MAX_BYTES = 5_000_000
MAX_MEMBERS = 200
MAX_UNPACKED = 50_000_000
MAX_ELEMENTS = 400_000
MAX_DEPTH = 60
MAX_LENGTH = 100_000
"""How long a text or an attribute may be; a cell holds a third of that."""

MAX_AREA = 100_000
"""How many cells all merges and links may cover together; openpyxl makes an object for each."""

CURE = "unduh atau buat templat baru, isi, dan simpan sebagai .xlsx"
_TYPES = "[Content_Types].xml"
_COVERING = {"mergeCell": "sel gabungan", "hyperlink": "tautan", "comment": "komentar"}
_STRICT = "purl.oclc.org/ooxml"
_OLE = b"\xd0\xcf\x11\xe0"
_MACROS = ("vbaproject", "activex", "macrosheets", "ctrlprops", "customui", "dialogsheets")
_FOREIGN = ("externallinks/", "embeddings/", "connections.xml", "querytables/")


class WorkbookError(Exception):
    """A file that is not opened at all; the message says why and what to do."""


def check_package(content: bytes) -> None:
    """Raise WorkbookError unless `content` is a plain workbook of bearable size."""
    if len(content) > MAX_BYTES:
        raise WorkbookError(f"berkas {len(content)} bita, paling besar {MAX_BYTES} bita; {CURE}")
    if content.startswith(_OLE):
        raise WorkbookError(
            "berkas .xls lama atau berkata sandi; buka, hapus kata sandinya, dan simpan sebagai "
            ".xlsx"
        )
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check_members(archive)
            _Scan().read(_unpack(archive))
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError):
        raise WorkbookError(f"bukan buku kerja .xlsx yang utuh; {CURE}") from None


def _check_members(archive: zipfile.ZipFile) -> None:
    infos = archive.infolist()
    names = [info.filename for info in infos]
    if "mimetype" in names and "content.xml" in names:
        raise WorkbookError("berkas .ods; buka dan simpan sebagai .xlsx (Excel 2007 atau baru)")
    if len(names) > MAX_MEMBERS:
        raise WorkbookError(f"berisi {len(names)} bagian, paling banyak {MAX_MEMBERS}; {CURE}")
    if _TYPES not in names or "xl/workbook.xml" not in names or len(set(names)) < len(names):
        raise WorkbookError(f"bukan buku kerja .xlsx yang utuh; {CURE}")
    plain = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
    if any(info.flag_bits & 1 or info.compress_type not in plain for info in infos):
        raise WorkbookError(f"berkata sandi atau dimampatkan dengan cara lain; {CURE}")
    for name in (name.lower().replace("\\", "/") for name in names):
        if any(word in name for word in _MACROS):
            raise WorkbookError(f"berisi makro atau kendali; {CURE} tanpa makro")
        if any(word in name for word in _FOREIGN):
            raise WorkbookError(f"berisi tautan ke berkas lain atau berkas sisipan; {CURE}")


def _unpack(archive: zipfile.ZipFile) -> dict[str, bytes]:
    """Every member, counted while it is unpacked: what a zip says of its own sizes may be a lie."""
    members: dict[str, bytes] = {}
    left = MAX_UNPACKED
    for info in archive.infolist():
        if info.file_size > left:
            break
        with archive.open(info) as member:
            members[info.filename] = member.read(left + 1)
        left -= len(members[info.filename])
        if left < 0:
            break
    if left < 0 or len(members) < len(archive.infolist()):
        raise WorkbookError(
            f"isinya lebih dari {MAX_UNPACKED} bita setelah dibuka (bom zip?); {CURE}"
        )
    return members


class _Scan:
    """One look through all XML, so that what parses it later meets nothing that blows up."""

    def __init__(self) -> None:
        self._elements = 0
        self._depth = 0
        self._length = 0
        self._area = 0

    def read(self, members: Mapping[str, bytes]) -> None:
        for content in members.values():
            parser = expat.ParserCreate()
            parser.StartDoctypeDeclHandler = self._refuse_doctype
            parser.StartElementHandler = self._start
            parser.EndElementHandler = self._end
            parser.CharacterDataHandler = self._characters
            self._depth = 0
            try:
                parser.Parse(content, True)
            except LookupError:  # an encoding that there is not
                raise WorkbookError(f"bukan buku kerja .xlsx yang utuh; {CURE}") from None
            except expat.ExpatError:
                # Pictures are no XML; a member that should be is refused by whoever needs it.
                continue

    def _refuse_doctype(self, *_: Any) -> None:
        raise WorkbookError(f"XML-nya memuat DOCTYPE atau ENTITY; {CURE}")

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._elements += 1
        self._depth += 1
        self._length = 0
        if self._elements > MAX_ELEMENTS or self._depth > MAX_DEPTH:
            raise WorkbookError(f"terlalu banyak atau terlalu dalam isinya; {CURE}")
        for value in attributes.values():
            self._check_length(len(value))
        tag = tag.rpartition(":")[2]
        kind = attributes.get("ContentType", "").lower()
        if "macroenabled" in kind or "vbaproject" in kind:
            raise WorkbookError(f"berisi makro; {CURE} tanpa makro")
        if tag in _COVERING:
            self._cover(_COVERING[tag], attributes.get("ref", ""))
        if tag in ("workbook", "worksheet") and any(
            _STRICT in value for value in attributes.values()
        ):
            raise WorkbookError(
                "disimpan sebagai Strict Open XML; buka dan simpan sebagai Excel Workbook (.xlsx)"
            )

    def _cover(self, what: str, reference: str) -> None:
        """Count the cells that a thing covers; a comment stands at one."""
        area = _area(reference)
        if area > 1 and what == "komentar":
            raise WorkbookError(f"komentar atas {reference[:40]}, bukan satu sel; {CURE}")
        self._area += area
        if self._area > MAX_AREA:
            raise WorkbookError(f"{what} {reference[:40]} terlalu luas; {CURE}")

    def _end(self, _: str) -> None:
        self._depth -= 1
        self._length = 0

    def _characters(self, text: str) -> None:
        self._length += len(text)
        self._check_length(self._length)

    def _check_length(self, length: int) -> None:
        if length > MAX_LENGTH:
            raise WorkbookError(f"berisi teks lebih dari {MAX_LENGTH} karakter; {CURE}")


def _area(reference: str) -> int:
    if not re.fullmatch(r"\$?[A-Za-z]{1,3}\$?\d{1,7}(:\$?[A-Za-z]{1,3}\$?\d{1,7})?", reference):
        return MAX_AREA + 1 if reference else 0
    left, top, right, bottom = (int(bound or 0) for bound in range_boundaries(reference.upper()))
    return (abs(right - left) + 1) * (abs(bottom - top) + 1)
