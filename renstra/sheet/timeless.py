"""Zip files without a clock: the same members give the same bytes."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter


class TimelessZip(ZipFile):
    """A zip whose members all have the same date, rights and origin."""

    def writestr(self, zinfo_or_arcname: Any, data: Any, *_: Any, **__: Any) -> None:
        """Add a member; whatever date, rights and compression are asked for are not taken."""
        info = ZipInfo(str(zinfo_or_arcname), (1980, 1, 1, 0, 0, 0))
        info.create_system = 3
        info.external_attr = 0o600 << 16
        super().writestr(info, data, ZIP_DEFLATED)

    def write(self, filename: Any, arcname: Any = None, *_: Any, **__: Any) -> None:
        """Add a file's content as a member."""
        self.writestr(arcname, Path(filename).read_bytes())


def workbook_bytes(book: Workbook) -> bytes:
    """The XLSX of a workbook; its own properties have to say when it was made."""
    buffer = io.BytesIO()
    # Its save function would stamp the time of day on the workbook.
    ExcelWriter(book, TimelessZip(buffer, "w", ZIP_DEFLATED)).save()
    return buffer.getvalue()
