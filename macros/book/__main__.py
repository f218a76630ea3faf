"""`python -m macros.book`: writes the plan as a PDF; what it says to a person is Indonesian."""

from __future__ import annotations

import posixpath
from pathlib import Path

import click

from macros.adapter.opening import site_of
from macros.frame import links
from macros.publishing.errors import PublishingError, of_system
from macros.publishing.settings import settings_option
from renstra.keeping.atomic import write_atomically

INSTALL = "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-liberation"


@click.command(help="Membuat buku (PDF) dari data rencana.")
@settings_option
@click.option(
    "--folder",
    default="build/buku",
    show_default=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder untuk berkasnya, yang bernama menurut tahun rencana.",
)
@click.option("--alamat", help="Alamat situs, bila lain daripada di pengaturan.")
def main(setelan: str, folder: Path, alamat: str | None) -> None:
    """Write the book of the site that a configuration describes."""
    try:
        from macros.book.make_pdf import MissingFontError, make_pdf  # noqa: PLC0415
    except (ImportError, OSError):  # WeasyPrint itself, or a library that it loads
        raise click.ClickException(f"WeasyPrint atau pustakanya tidak ada: {INSTALL}") from None
    try:
        site = site_of(setelan, alamat)
        content = make_pdf(site)
    except PublishingError as error:
        raise click.ClickException(str(error)) from None
    except MissingFontError as error:
        raise click.ClickException(f"Huruf {error} tidak terpasang: {INSTALL}") from None
    target = folder / posixpath.basename(links.buku(site.plan))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_atomically(target, content)
    except OSError as error:
        raise click.ClickException(str(of_system(error, "Menulis buku"))) from None
    click.echo(f"{target}: {len(content) // 1024} KB")


if __name__ == "__main__":
    main()
