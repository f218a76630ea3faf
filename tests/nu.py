"""The Nu Html Checker: where it is, what it complains of, and what of that nothing can mend."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from tests.building import PROJECT

CURE = "jalankan .ci/install-nu."

Complaint: TypeAlias = dict[str, Any]


class Allowed(NamedTuple):
    """A complaint that nothing of ours can mend: what is said, of what, and whose it is."""

    message: str
    extract: str
    why: str


ALLOWED = (
    Allowed(
        "Attribute 'autocomplete' is only allowed when the input type is .*",
        r'<input class="md-toggle" data-md-toggle="(drawer|search)" type="checkbox" id="\S+" '
        r'autocomplete="off">',
        "The theme's base.html: keeps browsers from opening a page as it was left.",
    ),
    Allowed(
        "Bad value '' for attribute 'tabindex' on element 'label': .*",
        r'<label class="md-nav__link [\w-]*" for="__nav_[\d_]+" id="\S+" tabindex="">',
        "The theme's partials/nav-item.html, which is most of a page's navigation to copy.",
    ),
    Allowed(
        "The value of the 'for' attribute of the 'label' element must be the ID of a non-hidden "
        "form control.",
        '<label class="md-nav__title" for="__toc">',
        "The theme's partials/toc.html: its checkbox is drawn only for a page of the navigation.",
    ),
    Allowed(
        "CSS: 'paint-order': Property 'paint-order' doesn't exist.",
        r"paint-order: stroke;",
        "The checker's own gap: SVG 2 has the property.",
    ),
    Allowed(
        "This document appears to be written in .* but the 'html' start tag has 'lang=\"id\"'\\..*",
        '<html lang="id"',
        "A guess from the words of the data, which takes Indonesian for Malay.",
    ),
)


def find_jar() -> Path | None:
    """The checker that RENSTRA_NU names, or the one that .ci/install-nu keeps."""
    named = Path(os.environ.get("RENSTRA_NU", ""))
    files = (named, *(PROJECT / "build/nu").glob("vnu-*.jar"))
    return next((file for file in files if file.is_file()), None)


@dataclass(frozen=True)
class Running:
    """The checker at work on a file or all of a folder."""

    process: subprocess.Popen[str]

    def complaints(self) -> list[Complaint]:
        """What it has against them, once it is done; what only tells is left out."""
        printed, errors = self.process.communicate()
        if self.process.returncode:
            raise RuntimeError(f"Nu Html Checker gagal: {errors[-2000:]}")
        messages: list[Complaint] = json.loads(printed)["messages"]
        # What is neither error nor warning only tells, such as of a slash that has no effect.
        return [one for one in messages if (one["type"], one.get("subType")) != ("info", None)]


def start(place: Path) -> Running | None:
    """Set the checker to work; None without Java or without the checker."""
    java, jar = shutil.which("java"), find_jar()
    if java is None or jar is None:
        return None
    kinds = ("--skip-non-html", "--also-check-css", "--also-check-svg")
    # Half the time for a program that runs some seconds, and the stack that this then needs.
    quick = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss8m")
    output = ("--format", "json", "--stdout", "--exit-zero-always", "--asciiquotes")
    return Running(
        subprocess.Popen(
            [java, *quick, "-jar", jar, *kinds, *output, place],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
    )


def sort_out(complaints: list[Complaint]) -> tuple[list[str], list[Allowed]]:
    """The complaints that are ours to mend, and what is allowed but occurs nowhere."""
    ours, met = [], set()
    for one in complaints:
        extract = one.get("extract", "")
        for allowed in ALLOWED:
            if re.fullmatch(allowed.message, one["message"]) and re.search(
                allowed.extract, extract
            ):
                met.add(allowed)
                break
        else:
            place = f"{one.get('url')}:{one.get('lastLine')}"
            ours.append(f"{place}: {one['message']} {extract!r}")
    return ours, [allowed for allowed in ALLOWED if allowed not in met]
