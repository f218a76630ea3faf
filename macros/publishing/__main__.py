"""`python -m macros.publishing`: builds a site and puts it whole in the place of the old one."""

from __future__ import annotations

from pathlib import Path

import click

from macros.publishing.errors import PublishingError
from macros.publishing.settings import settings_option
from macros.publishing.workshop import Order, workshop


@click.command(help="Membuat situs dan mengganti yang lama seutuhnya.")
@settings_option
@click.option(
    "--folder",
    default="site",
    show_default=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="Tempat situs yang jadi.",
)
def main(setelan: str, folder: Path) -> None:
    """Build, count, and exchange; say in a sentence what stood in the way."""
    target = folder.resolve()
    try:
        with workshop(Path.cwd(), target) as made:
            pages = made.build(Order(setelan))
            made.publish(target)
    except PublishingError as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"{folder.as_posix()}: {pages} halaman")


if __name__ == "__main__":
    main()
