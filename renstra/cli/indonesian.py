"""click in Indonesian: its help pages and its complaints about how a command was called.

click takes its words from gettext, which asks the environment for a language; what a command says
must not depend on that, so the few words that can appear are given here.
"""

from __future__ import annotations

import sys
from typing import Any

import click

from renstra.dialect.system import refused
from renstra.dialect.wording import nearest

_HELP = "Menampilkan bantuan ini."


class IndonesianCommand(click.Command):
    """A command whose help page is Indonesian."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line."""
        pieces = [
            {"[OPTIONS]": "[OPSI]"}.get(piece, piece) for piece in self.collect_usage_pieces(ctx)
        ]
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix="Cara pakai: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options."""
        _format_options(self, ctx, formatter)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The ``--help`` option, explained in Indonesian."""
        return _translated(super().get_help_option(ctx))


class IndonesianGroup(click.Group):
    """A group of Indonesian commands that words errors in Indonesian."""

    command_class = IndonesianCommand
    group_class = type

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line."""
        formatter.write_usage(ctx.command_path, "[OPSI] PERINTAH ...", prefix="Cara pakai: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, then the commands."""
        _format_options(self, ctx, formatter)
        rows = [(name, self.commands[name].help or "") for name in self.list_commands(ctx)]
        with formatter.section("Perintah"):
            formatter.write_dl(rows)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The ``--help`` option, explained in Indonesian."""
        return _translated(super().get_help_option(ctx))

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run, turning click's complaints into Indonesian; exit 2 where the call is wrong."""
        kwargs["standalone_mode"] = False
        try:
            code = super().main(*args, **kwargs)
        except click.UsageError as error:
            self._complain(error)
            code = 2
        except click.Abort:
            click.echo("Dihentikan.", err=True)
            code = 130
        except OSError as error:
            click.echo(refused(error, "Perintah ini"), err=True)
            code = 1
        sys.exit(code if isinstance(code, int) else 0)

    def _complain(self, error: click.UsageError) -> None:
        if isinstance(error, click.exceptions.NoArgsIsHelpError):
            click.echo(error.format_message(), err=True)
            return
        click.echo(f"Salah: {_reason(error, self)}", err=True)
        path = error.ctx.command_path if error.ctx else "renstra"
        click.echo(f"Lihat: {path} --help", err=True)


def _translated(option: click.Option | None) -> click.Option | None:
    if option:
        option.help = _HELP
    return option


def _format_options(
    command: click.Command, ctx: click.Context, formatter: click.HelpFormatter
) -> None:
    rows = [
        record
        for param in command.get_params(ctx)
        # An argument is in the usage line, and explained by the sentence below it.
        if isinstance(param, click.Option) and (record := param.get_help_record(ctx))
    ]
    with formatter.section("Opsi"):
        formatter.write_dl([(left, _in_indonesian(right)) for left, right in rows])


def _in_indonesian(help_text: str) -> str:
    return help_text.replace("[default:", "[bawaan:").replace("[required]", "[wajib]")


def _reason(error: click.UsageError, group: click.Group) -> str:
    if isinstance(error, click.NoSuchOption):
        known = (
            [name for param in error.ctx.command.params for name in param.opts] if error.ctx else []
        )
        return f"opsi {error.option_name} tidak dikenal{nearest(error.option_name, known)}"
    if isinstance(error, click.BadOptionUsage):
        needs = "tidak memakai" if _is_flag(error.option_name, group) else "membutuhkan"
        return f"opsi {error.option_name} {needs} nilai"
    if isinstance(error, click.MissingParameter):
        return f"{_parameter(error)} belum disebut"
    if isinstance(error, click.BadParameter):
        return f"nilai untuk {_parameter(error)} tidak dapat dipakai"
    words = error.message.split("'")
    inner = error.ctx.command if error.ctx else None
    if isinstance(inner, click.Group) and len(words) > 1:
        return f"perintah {words[1]} tidak dikenal{nearest(words[1], inner.commands)}"
    return "terlalu banyak kata di baris perintah"


def _parameter(error: click.BadParameter) -> str:
    """How the help page calls the parameter that an error is about."""
    if isinstance(error.param, click.Argument):
        return error.param.make_metavar(error.ctx) if error.ctx else error.param.opts[0]
    return error.param.opts[0] if error.param else "nilai"


def _is_flag(option: str, command: click.Command) -> bool:
    """Whether an option is a flag in a command or any below it; click does not say which."""
    if isinstance(command, click.Group):
        return any(_is_flag(option, inner) for inner in command.commands.values())
    return any(
        isinstance(param, click.Option) and param.is_flag and option in param.opts
        for param in command.params
    )
