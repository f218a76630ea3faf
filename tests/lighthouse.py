"""`make lighthouse`: what Lighthouse says of each kind of page, as a telephone would load it.

How quick a page seems depends on the machine and on what else it does, so that this is no test: a
person runs it after the theme or the pages changed. Each page is run several times, and the median
counts. Lighthouse takes the machine for four times as quick as a telephone; its measure of that is
printed as well: far below 1500, the performance says more of the machine than of the page.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.browser.conftest import ARGUMENTS, CURE, find_browser
from tests.hosting import build_published, hosting

RUNS = 3
BOUNDS = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
PAGES = ("", "indikator/", "indikator/ik-014/", "capaian/", "swot/", "anggaran/")
MISSING = (
    "lighthouse: not found; PUPPETEER_SKIP_DOWNLOAD=1 npm install lighthouse, and name "
    "node_modules/.bin/lighthouse in RENSTRA_LIGHTHOUSE (and a browser elsewhere in CHROME_PATH)"
)

Report = dict[str, Any]


def _run(tool: str, browser: str, address: str, output: Path) -> Report:
    flags = " ".join(["--headless", *ARGUMENTS])
    command = [tool, address, "--quiet", "--output=json", f"--output-path={output}"]
    command += [f"--only-categories={','.join(BOUNDS)}", f"--chrome-flags={flags}"]
    done = subprocess.run(
        command,
        env=os.environ | {"CHROME_PATH": browser},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(done.stdout + done.stderr)
    report: Report = json.loads(output.read_text(encoding="utf-8"))
    if "runtimeError" in report:
        sys.exit(f"{address}: {report['runtimeError']['message']}")
    return report


def _scores(reports: list[Report]) -> dict[str, int]:
    """The median of each category, out of 100."""
    return {
        name: round(100 * statistics.median(one["categories"][name]["score"] for one in reports))
        for name in BOUNDS
    }


def _failing(report: Report, category: str) -> list[str]:
    """What takes something off a category, with what Lighthouse measured."""
    counted = {
        item["id"] for item in report["categories"][category]["auditRefs"] if item["weight"] > 0
    }
    return [
        f"{name}: {audit['title']} {audit.get('displayValue', '')}".rstrip()
        for name, audit in report["audits"].items()
        if name in counted and audit["score"] is not None and audit["score"] < 0.9
    ]


def main() -> None:
    """Print the scores of each page, and what keeps a page below its bounds."""
    tool = shutil.which(os.environ.get("RENSTRA_LIGHTHOUSE") or "lighthouse") or sys.exit(MISSING)
    browser = os.environ.get("CHROME_PATH") or find_browser() or sys.exit(CURE)
    low: list[str] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with hosting(folder / "site") as host:
            build_published(folder, host.address)
            print(f"{'page':24}" + "".join(f"{name:>16}" for name in (*BOUNDS, "machine")))
            for page in PAGES:
                reports = [
                    _run(tool, browser, host.address + page, folder / f"{number}.json")
                    for number in range(RUNS)
                ]
                scores = _scores(reports)
                machine = statistics.median(one["environment"]["benchmarkIndex"] for one in reports)
                row = "".join(f"{score:16}" for score in (*scores.values(), round(machine)))
                print(f"{page or '(home)':24}{row}", flush=True)
                for category, bound in BOUNDS.items():
                    if scores[category] < bound:
                        low.append(f"/{page}: {category} {scores[category]}, at least {bound}")
                        low += (f"  {line}" for line in _failing(reports[-1], category))
    if low:
        sys.exit("\n".join(low))


if __name__ == "__main__":
    main()
