"""Options that several commands have."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., None])


def data_option(words: str) -> Callable[[Command], Command]:
    """``--data``: the folder that a command reads; `words` say what for."""
    return click.option(
        "--data",
        type=click.Path(path_type=Path),
        default=Path("data"),
        show_default=True,
        metavar="FOLDER",
        help=words,
    )


def output_option(usual: str) -> Callable[[Command], Command]:
    """``--keluaran``: the file that a command makes; it is named `usual` unless told otherwise."""
    return click.option(
        "--keluaran",
        type=click.Path(path_type=Path),
        metavar="BERKAS",
        help=f"Nama berkas yang dibuat; bawaannya {usual}.",
    )


annotations_option = click.option(
    "--anotasi", is_flag=True, help="Sertakan anotasi untuk alur kerja di repositori (GitHub)."
)
