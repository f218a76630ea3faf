"""Another office begins from a copy: its gate is green, and nothing of the first office is left."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from tests.kehidupan import readings
from tests.kehidupan.office import STAFF, Office

READ = {
    ".html",
    ".json",
    ".csv",
    ".xml",
    ".svg",
    ".txt",
    ".md",
    ".yml",
    ".py",
    ".toml",
    ".webmanifest",
}


def names_of(data: Path) -> re.Pattern[str]:
    """What an office and its decree are called, and its town, in any letters."""
    plan = readings.load(data, "rencana.yml")
    names = {
        plan["kantor"],
        plan["singkatan"],
        plan["kantor"].split()[-1],
        plan["keputusan"]["nomor"],
    }
    return re.compile("|".join(map(re.escape, sorted(names))), re.IGNORECASE)


def telling(folder: Path, pattern: re.Pattern[str]) -> list[str]:
    """The files of a folder that name an office."""
    return [
        file.relative_to(folder).as_posix()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
        and not {".git", ".venv"} & set(file.parts)
        and (file.suffix in READ or not file.suffix)
        and pattern.search(file.read_text(encoding="utf-8", errors="replace"))
    ]


def test_another_office_begins_by_the_guide(office: Office, tmp_path: Path) -> None:
    first = names_of(office.data)
    assert telling(office.data, first), "kantor pertama tidak menyebut namanya"
    office.renstra("kantor-baru", str(tmp_path / "kami"))
    ours = Office(tmp_path / "kami")
    name_it(ours.data)
    ours.git("commit", "--all", "-qm", "Mulai dari Renstra Terbuka", **STAFF)

    ours.passes("--terbit", "--alamat", "https://kantor.example/renstra/")

    assert telling(ours.folder, first) == []
    assert ours.git("log", "--format=%s") == "Mulai dari Renstra Terbuka"
    assert "Kota Anu" in (ours.site / "index.html").read_text(encoding="utf-8")


def name_it(data: Path) -> None:
    """Put another name and number everywhere that the made-up office has its own."""
    plan = yaml.safe_load((data / "rencana.yml").read_text(encoding="utf-8"))
    pairs = {
        plan["kantor"]: "Kantor Contoh Pemilihan Kota Anu",
        plan["singkatan"]: "Kantor Contoh Kota Anu",
        plan["keputusan"]["nomor"]: "7/CONTOH/2031",
    }
    for file in data.rglob("*.yml"):
        text = file.read_text(encoding="utf-8")
        for old, new in pairs.items():
            text = text.replace(old, new)
        file.write_text(text, encoding="utf-8")
