"""Options that several commands have."""

from __future__ import annotations

import click

settings_option = click.option(
    "--setelan",
    default="mkdocs.yml",
    show_default=True,
    type=click.Path(exists=True, dir_okay=False),
    help="Pengaturan situs: folder data, alamat situs.",
)
