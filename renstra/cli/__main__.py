"""`python -m renstra.cli`: the command line where nothing is installed."""

from __future__ import annotations

from renstra.cli.main import main

main(prog_name="renstra")
