"""JSON Schema for editors, derived from the models, and the setting that binds it to the files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from renstra.reading.files import FAMILIES, OPTIONAL, SINGLE

FOLDER = Path("skema")
EDITOR = Path(".vscode/settings.json")


def schema_files(data: str = "data") -> dict[Path, str]:
    """Path, relative to the project, to the content it should have."""
    files: dict[Path, str] = {}
    bindings: dict[str, str] = {}
    for pattern, model in (SINGLE | OPTIONAL | FAMILIES).items():
        path = FOLDER / f"{_name(pattern)}.json"
        schema = {
            "$schema": "https://json-schema.org/draft/2020-12/schema"
        } | model.model_json_schema()
        files[path] = _text(schema)
        bindings[f"./{path.as_posix()}"] = f"{data}/{pattern}"
    files[EDITOR] = _text({"yaml.schemas": bindings})
    return files


def _name(pattern: str) -> str:
    return pattern.removesuffix(".yml").replace("/", "-").replace("-*", "")


def _text(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
