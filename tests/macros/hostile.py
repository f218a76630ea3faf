"""The made-up plan with markup of every kind behind each of its words."""

from __future__ import annotations

import shutil
import typing
from pathlib import Path
from typing import Any

import yaml
from pydantic import AfterValidator
from pydantic.fields import FieldInfo

from renstra.fields import fitting, models_in
from renstra.files import FAMILIES, OPTIONAL, SINGLE, data_files
from renstra.model.base import Entry, Teks
from tests.conftest import TINY
from tests.renstra.whole import WHOLE

MARKUP = (
    "<script>window.celaka = 1</script> <img src=x onerror='window.celaka = 1'> </td></h1> <b>x</b>"
    " <!-- x --> &amp; &#42; **x** _x_ [x](javascript:x) ![x](x) `x` | # {: .x } {{ 7 * 7 }}"
    " {% if x %} {# x #} \"x\" 'x' \\ --- :x:"
)
TEXT = typing.get_args(Teks)[1]
FREE = ("nomor", "label", "kode", "nama")
"""Printed numbers, codes and names, which the model leaves free in places."""

BOUND = ("target_pk", "url")
"""Texts of which not every one can be."""


class _Dumper(yaml.SafeDumper):
    """Writes an empty cell empty, as the loader wants it."""


_Dumper.add_representer(
    type(None), lambda dumper, _: dumper.represent_scalar("tag:yaml.org,2002:null", "")
)


def write_reporting(data: Path) -> None:
    """Write the made-up plan with a report for its first year into a new folder."""
    shutil.copytree(TINY / "data", data)
    shutil.copytree(WHOLE / "data/realisasi", data / "realisasi")


def write_hostile(source: Path, target: Path) -> None:
    """Copy the data folder `source` to `target` with MARKUP behind every free text."""
    shutil.copytree(source, target)
    for name in data_files(source):
        model = (SINGLE | OPTIONAL).get(name) or next(
            family for pattern, family in FAMILIES.items() if Path(name).match(pattern)
        )
        value = yaml.safe_load((source / name).read_text(encoding="utf-8"))
        _poison(model, value)
        text = yaml.dump(value, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=10**6)
        (target / name).write_text(text, encoding="utf-8")


def _poison(model: type[Entry], entry: dict[str, Any]) -> None:
    for name, info in model.model_fields.items():
        inside = entry.get(name)
        models = models_in(info.annotation)
        if models:
            for item in inside if isinstance(inside, list) else [inside]:
                if item:
                    _poison(fitting(models, item)[0], item)
        elif inside and isinstance(inside, str) and _is_free(name, info):
            # A label ends in what a citation leaves out.
            stem = inside.rstrip(".)") if name == "label" else inside
            entry[name] = f"{stem} {MARKUP}{inside[len(stem) :]}"


def _is_free(name: str, info: FieldInfo) -> bool:
    """Whether a field takes any text."""
    parts = [info, *map(FieldInfo.from_annotation, typing.get_args(info.annotation))]
    rules = [rule for part in parts if part.annotation is str for rule in part.metadata]
    bound = name in BOUND or any(isinstance(rule, AfterValidator) for rule in rules)
    return TEXT in rules if bound and name not in BOUND else name in FREE and not bound


def benign(line: str) -> str:
    """A line of what a reader is shown, without the markup that stands in it as text."""
    return line.replace(f" {MARKUP}", "")
