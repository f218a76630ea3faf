"""`make rusak`: every deliberate breakage made in a copy of the project, and what notices it."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue

import click

from tests.breakages.breakage import Breakage
from tests.breakages.list import BREAKAGES
from tests.breakages.workbench import Verdict, Workbench

NOT_CAUGHT = "NOT CAUGHT"


@click.command(
    help="Apply deliberate breakages to a copy, one at a time, and tell what catches them."
)
@click.option("--hanya", multiple=True, metavar="NAME", help="Only these breakages.")
@click.option("-j", "copies", default=1, type=click.IntRange(1, 4), help="How many at a time.")
def main(hanya: Sequence[str], copies: int) -> None:
    """Exit 1 where a breakage is not caught."""
    unknown = set(hanya) - {one.name for one in BREAKAGES}
    if unknown:
        raise click.UsageError(f"no such breakage: {', '.join(sorted(unknown))}")
    chosen = [one for one in BREAKAGES if not hanya or one.name in hanya]
    with tempfile.TemporaryDirectory(prefix="rusak-") as folder:
        benches = [Workbench.open(Path(folder) / str(number)) for number in range(copies)]
        caught = judge_all(chosen, benches)
    missed = len(chosen) - caught
    click.echo(f"{caught} of {len(chosen)} breakages are caught.")
    sys.exit(1 if missed else 0)


def judge_all(chosen: Sequence[Breakage], benches: Sequence[Workbench]) -> int:
    """Print what catches each breakage, a line each as soon as it is known; how many are caught.

    What fails without any breakage catches nothing, so each check is asked once before.
    """
    free: SimpleQueue[Workbench] = SimpleQueue()
    for bench in benches:
        free.put(bench)

    def sound(check: str) -> Verdict:
        bench = free.get()
        try:
            return bench.judge(check)
        finally:
            free.put(bench)

    def broken(one: Breakage) -> Verdict:
        bench = free.get()
        try:
            with bench.broken(one):
                return bench.judge(one.check)
        finally:
            free.put(bench)

    with ThreadPoolExecutor(len(benches)) as running:
        checks = list(dict.fromkeys(one.check for one in chosen))
        before = dict(zip(checks, running.map(sound, checks), strict=True))
        caught = 0
        for one, verdict in zip(chosen, running.map(broken, chosen), strict=True):
            said = catchers(before[one.check], verdict)
            caught += not said.startswith(NOT_CAUGHT)
            click.echo(f"{one.name} | {one.file} | {said}")
    return caught


def catchers(before: Verdict, after: Verdict) -> str:
    """What noticed a breakage, or that nothing did and why."""
    if before.trouble or before.noticed:
        why = before.trouble or ", ".join(before.noticed)
        return f"{NOT_CAUGHT}: the check fails without it: {why}"
    if after.trouble:
        return f"{NOT_CAUGHT}: the check could not run: {after.trouble}"
    return ", ".join(after.noticed) or NOT_CAUGHT


if __name__ == "__main__":
    main()
