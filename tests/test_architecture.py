"""The arrows between the rooms: data, its meaning, its look; and a docstring on every public thing.

data/ -> renstra/ -> macros/ -> docs/ -> site/
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def modules(package: str) -> dict[str, ast.Module]:
    """Every module of a package by its dotted name, parsed and not imported."""
    found: dict[str, ast.Module] = {}
    for path in sorted((ROOT / package).rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        found[name] = ast.parse(path.read_text(encoding="utf-8"), str(path))
    return found


RENSTRA = modules("renstra")
MACROS = modules("macros")


def imported(tree: ast.AST) -> set[str]:
    """Every dotted name that a module may get from an import, wherever it stands."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            # Relative imports would slip past the tests below.
            assert node.level == 0, f"line {node.lineno}: a relative import"
            names.add(node.module or "")
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def arrows(package: Mapping[str, ast.Module]) -> dict[str, set[str]]:
    """Module to the modules of its package that it imports."""
    found: dict[str, set[str]] = {}
    for name, tree in package.items():
        used = imported(tree) & package.keys() - {name}
        # `from package import module` is about the module; its package is loaded in any case.
        found[name] = {
            word for word in used if not any(other.startswith(f"{word}.") for other in used)
        }
    return found


def first_cycle(graph: Mapping[str, set[str]]) -> list[str]:
    """Modules that import each other in a ring, or nothing."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        ring: list[str] = error.args[1]
        return ring
    return []


def undocumented(tree: ast.Module, prefix: str) -> Iterator[str]:
    """Public functions, classes and methods without a docstring."""
    todo: list[tuple[str, ast.AST]] = [(prefix, tree)]
    while todo:
        name, holder = todo.pop()
        for node in ast.iter_child_nodes(holder):
            if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                continue
            if node.name.startswith("_"):
                continue
            if not ast.get_docstring(node):
                yield f"{name}.{node.name}"
            if isinstance(node, ast.ClassDef):
                todo.append((f"{name}.{node.name}", node))


@pytest.mark.parametrize("name", RENSTRA)
def test_the_domain_knows_no_site_generator(name: str) -> None:
    looks = {"macros", "mkdocs", "mkdocs_macros", "jinja2", "material", "markdown"}

    used = {word for word in imported(RENSTRA[name]) if word.split(".")[0] in looks}

    assert used == set()


@pytest.mark.parametrize("package", [RENSTRA, MACROS], ids=["renstra", "macros"])
def test_no_modules_import_each_other(package: Mapping[str, ast.Module]) -> None:
    assert first_cycle(arrows(package)) == []


@pytest.mark.parametrize("name", [*RENSTRA, *MACROS])
def test_every_module_says_what_it_is_for(name: str) -> None:
    assert ast.get_docstring((RENSTRA | MACROS)[name])


@pytest.mark.parametrize("name", [*RENSTRA, *MACROS])
def test_every_public_thing_has_a_docstring(name: str) -> None:
    assert list(undocumented((RENSTRA | MACROS)[name], name)) == []


def test_a_ring_is_found() -> None:
    assert first_cycle({"a": {"b"}, "b": {"a"}, "c": set()}) == ["a", "b", "a"]


def test_an_import_is_found_wherever_it_stands() -> None:
    tree = ast.parse("def f():\n    import jinja2.ext\n\nfrom macros.frame import view\n")

    assert imported(tree) == {"jinja2.ext", "macros.frame", "macros.frame.view"}


def test_a_missing_docstring_is_found() -> None:
    tree = ast.parse('class A:\n    """Meant."""\n    def b(self): ...\n    def _c(self): ...\n')

    assert list(undocumented(tree, "m")) == ["m.A.b"]
