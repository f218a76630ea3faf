"""Mistakes in open data, publishing, and what runs on the forge."""

from __future__ import annotations

from tests.breakages.breakage import Breakage

PACKAGES = "tests/site/test_packages.py"
OPEN = "tests/site/test_open_data.py"
PARTS = "tests/publishing/test_parts.py"
GATE = "tests/publishing/test_gate.py"

PUBLISHING = (
    Breakage(
        "checksum-of-the-name",
        "renstra/export/checksums.py",
        "hashlib.sha256(content).hexdigest()",
        "hashlib.sha256(place.encode()).hexdigest()",
        PACKAGES,
    ),
    Breakage(
        "column-left-out",
        "renstra/export/table.py",
        'in model.model_json_schema(mode="serialization")["properties"].items()\n',
        'in model.model_json_schema(mode="serialization")["properties"].items()\n'
        '        if name != "status_data"\n',
        OPEN,
    ),
    Breakage(
        "csv-without-mark",
        "renstra/export/csvfile.py",
        'encode("utf-8-sig")',
        'encode("utf-8")',
        "tests/export/test_csvfile.py",
    ),
    Breakage(
        "csv-with-a-formula",
        "renstra/export/csvfile.py",
        'return f"\'{text}" if _FORMULA.match(text) else text',
        "return text",
        "tests/export/test_csvfile.py",
    ),
    Breakage(
        "schema-of-another",
        "renstra/export/schemas.py",
        '"anggaran": (DaftarAnggaran,',
        '"anggaran": (DaftarIndikator,',
        PACKAGES,
    ),
    Breakage(
        "size-of-another",
        "renstra/export/descriptor.py",
        '"bytes": len(content),',
        '"bytes": len(table.rows),',
        PACKAGES,
    ),
    Breakage(
        "pages-not-counted",
        "macros/publishing/counting.py",
        "    if broken:\n",
        "    if len(broken) == len(wanted):\n",
        PARTS,
    ),
    Breakage(
        "page-cut-off-passes",
        "macros/publishing/counting.py",
        "return page.read_bytes().rstrip().endswith(_END)",
        "return bool(page.read_bytes())",
        PARTS,
    ),
    Breakage(
        "half-an-exchange",
        "macros/publishing/exchange.py",
        "        except OSError:\n            aside.rename(target)\n            raise\n",
        "        except OSError:\n            raise\n",
        PARTS,
    ),
    Breakage(
        "old-site-not-put-back",
        "macros/publishing/exchange.py",
        "    else:\n        aside.rename(target)\n",
        "    else:\n        shutil.rmtree(aside)\n",
        PARTS,
    ),
    Breakage(
        "lock-for-many",
        "renstra/keeping/lock.py",
        "fcntl.LOCK_EX | fcntl.LOCK_NB",
        "fcntl.LOCK_SH | fcntl.LOCK_NB",
        PARTS,
    ),
    Breakage(
        "made-up-is-published",
        "tests/gate/refusals.py",
        'found.get("contoh") is True',
        'found.get("contoh") == "ya"',
        GATE,
    ),
    Breakage(
        "published-without-a-past",
        "tests/gate/refusals.py",
        "if not without_past and (why := why_no_history(project, data)):",
        "if without_past and (why := why_no_history(project, data)):",
        GATE,
    ),
    Breakage(
        "exchanged-before-judged",
        "tests/gate/__main__.py",
        "pages = made.build(order)\n",
        "pages = made.build(order)\n    made.publish(judged.project / SITE)\n",
        GATE,
    ),
    Breakage(
        "lulus-where-the-gate-failed",
        ".github/workflows/check.yml",
        "needs.keputusan.result == 'success' && needs.gate.result == 'success'\n",
        "needs.keputusan.result == 'success'\n",
        "tests/forge/test_conditions.py",
    ),
    Breakage(
        "lulus-skipped",
        ".github/workflows/check.yml",
        "    if: always()\n",
        "    if: success()\n",
        "tests/forge/test_conditions.py tests/forge/test_workflows.py",
    ),
    Breakage(
        "published-from-any-branch",
        ".github/workflows/check.yml",
        " && github.ref == 'refs/heads/main'\n      && vars.TANPA_PAGES != '1' && needs.gate",
        "\n      && vars.TANPA_PAGES != '1' && needs.gate",
        "tests/forge/test_conditions.py",
    ),
    Breakage(
        "patch-to-any-path",
        "renstra/forge/patch.py",
        r'_REPORT = re.compile(r"data/realisasi/[0-9]{4}\.yml")',
        r'_REPORT = re.compile(r"data/.*\.yml")',
        "tests/forge/test_patch.py",
    ),
    Breakage(
        "patch-of-a-link",
        "renstra/forge/patch.py",
        "_REPORT.fullmatch(self.path) is not None and self.mode == _PLAIN and",
        "_REPORT.fullmatch(self.path) is not None and",
        "tests/forge/test_patch.py",
    ),
    Breakage(
        "proposal-drowns-the-thing-in-lists",
        "renstra/forge/pages.py",
        "return 0 if name in kodes else",
        "return 2 if name in kodes else",
        "tests/forge/test_pages.py",
    ),
    Breakage(
        "older-replaces-newer",
        "renstra/forge/release.py",
        "older = shown != head and _holds(shown, head)",
        "older = shown == head and _holds(shown, head)",
        "tests/forge/test_release.py",
    ),
    Breakage(
        "untested-is-sent",
        "renstra/forge/release.py",
        "    return forge.fail(UNTESTED)\n",
        "    return 0\n",
        "tests/forge/test_release.py",
    ),
    Breakage(
        "suite-with-skips",
        ".ci/run",
        "set -euo pipefail",
        "set -uo pipefail",
        "tests/forge/test_ci.py",
    ),
    Breakage(
        "key-stays-in-the-environment",
        ".ci/send-site",
        "unset KUNCI_SSH KNOWN_HOSTS\n",
        "",
        "tests/forge/test_ci.py",
    ),
)
