"""Parsers of command lines, and the command that a line names."""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Sequence
from typing import NoReturn

from reader.base.sanitizing import sanitize_line
from reader.cli.subcommands import SUBCOMMANDS, Subcommand

__all__ = ["new_parser", "parse", "split_command"]

_WITH_VALUE = ("--data", "--at", "--annotation")
"""The options of `reader` itself that take a value: the word after one of them is not a command."""


class _Parser(ArgumentParser):
    """A parser whose errors are one line, whatever the arguments are."""

    def error(self, message: str) -> NoReturn:
        """Prints the usage and the error, and exits with status 2."""
        super().error(sanitize_line(message))


def new_parser(program: str, about: str, more: str = "") -> ArgumentParser:
    """A parser with what all commands have in common; `more` follows the options in its --help."""
    parser = _Parser(program, description=about, epilog=more, formatter_class=RawDescriptionHelpFormatter)
    parser.add_argument(
        "--data",
        metavar="DIR",
        help="keep annotations in DIR (default: $READER_DATA or the XDG data folder)",
    )
    return parser


def parse(parser: ArgumentParser, arguments: Sequence[str]) -> Namespace:
    """The options. A data folder that they name holds for the log and for child processes, too."""
    options = parser.parse_args(arguments)
    if options.data:
        os.environ["READER_DATA"] = options.data
    return options


def split_command(arguments: Sequence[str]) -> tuple[Subcommand | None, list[str]]:
    """The command, if the first word that is not an option names one, and the other arguments."""
    index = 0
    while index < len(arguments) and arguments[index].startswith("-"):
        index += 2 if arguments[index] in _WITH_VALUE else 1
    command = SUBCOMMANDS.get(arguments[index]) if index < len(arguments) else None
    if command is None:
        return None, list(arguments)
    return command, [*arguments[:index], *arguments[index + 1 :]]
