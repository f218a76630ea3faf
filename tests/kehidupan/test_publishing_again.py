"""What was published turns out wrong: the last good commit gives the same folder once more."""

from __future__ import annotations

import random
from pathlib import Path

from macros.publishing.record import Record, read_record
from tests.kehidupan import readings, reports
from tests.kehidupan.conftest import Begin
from tests.kehidupan.office import Office

ADDRESS = "https://kantor.example/renstra/"


def published(office: Office) -> Record:
    """What the office has just made to be published."""
    office.passes("--terbit", "--alamat", ADDRESS)
    found = read_record(office.folder / "build")
    assert found
    return found


def test_the_last_good_commit_is_published_again(
    office: Office, begin: Begin, chance: random.Random, tmp_path: Path
) -> None:
    year = chance.choice(readings.years(office.data))
    begin(year)
    reports.write(office.data, reports.draw(office.data, chance, year))
    good = office.commit(f"Catat realisasi {year} menurut laporan", year)
    before = published(office)
    assert before.commit == good
    reports.write(office.data, reports.draw(office.data, chance, year))
    office.commit(f"Catat realisasi {year} yang keliru", year)
    assert published(office).sidik != before.sidik

    again = Office(tmp_path / "lagi")
    office.git("clone", "--quiet", str(office.folder), str(again.folder))
    again.git("checkout", "--quiet", "--detach", good)

    assert published(again) == before
