"""`python -m macros.offline`: writes the offline edition of a built site."""

from __future__ import annotations

from pathlib import Path

import click

from macros.offline.zipped import INDEX, write_edition


@click.command(help="Membuat edisi luring (ZIP) dari situs yang sudah dibangun.")
@click.argument("situs", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("keluaran", type=click.Path(dir_okay=False, path_type=Path))
def main(situs: Path, keluaran: Path) -> None:
    """Write the edition of the site in a folder."""
    if not (situs / INDEX).is_file():
        raise click.ClickException(f"{situs}: bukan situs yang sudah dibangun ({INDEX} tidak ada)")
    keluaran.parent.mkdir(parents=True, exist_ok=True)
    write_edition(situs, keluaran)
    click.echo(f"{keluaran}: {keluaran.stat().st_size // 1024} KB")


if __name__ == "__main__":
    main()
