"""`python -m macros.adapter.making`: one build in a process of its own, its pages counted.

Standard output says how many pages there are and nothing else; problems go to standard error.
"""

from __future__ import annotations

import logging
import sys
from pathlib import Path

import click
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, ConfigurationError

from macros.adapter import build as under_way
from macros.publishing.counting import check
from macros.publishing.errors import PublishingError, of_system


@click.command(hidden=True)
@click.option("--setelan", required=True)
@click.option("--folder", required=True, type=click.Path(path_type=Path))
@click.option("--alamat", default=None)
@click.option("--unduhan", is_flag=True)
def main(setelan: str, folder: Path, alamat: str | None, *, unduhan: bool) -> None:
    """Build the site of a settings file into an empty folder."""
    _tell_problems()
    try:
        click.echo(str(build_site(setelan, folder, alamat, unduhan=unduhan)))
    except PublishingError as error:
        sys.exit(str(error))
    except ConfigurationError as error:
        sys.exit(f"{setelan} tidak dapat dibaca: {error}")
    except OSError as error:
        # What a library left open complains once more when it is taken away.
        sys.unraisablehook = lambda _: None
        sys.exit(str(of_system(error, "Membuat situs")))
    except Abort:
        sys.exit("Situs tidak dibuat; perbaiki yang disebut di atas, lalu jalankan lagi.")


def build_site(setelan: str, folder: Path, alamat: str | None, *, unduhan: bool) -> int:
    """Build, count the pages against the data and say how many there are.

    `alamat` stands in for `site_url`; `unduhan` links to the book and the offline edition.
    """
    address = {} if alamat is None else {"site_url": alamat}
    config = load_config(setelan, site_dir=str(folder), strict=True, **address)
    config.extra["unduhan"] = unduhan
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    finally:
        config.plugins.on_shutdown()
    return check(folder, under_way.site.plan, Path(config.docs_dir))


def _tell_problems() -> None:
    """Warnings and errors of the build, each on a line of its own."""
    stream = logging.StreamHandler()
    stream.setLevel(logging.WARNING)
    stream.setFormatter(logging.Formatter("%(message)s"))
    logger = logging.getLogger("mkdocs")
    logger.addHandler(stream)
    logger.propagate = False


if __name__ == "__main__":
    main()
