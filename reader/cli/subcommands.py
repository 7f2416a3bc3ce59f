"""Every command of the command line: its name, its arguments in short, and one line of help.

The module of a command has its name: `reader list` is list.py. `import` is a keyword of Python, so
`reader import` is import_.py.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from importlib import import_module
from keyword import iskeyword
from typing import NamedTuple, Protocol, cast

__all__ = ["SUBCOMMANDS", "CommandModule", "Subcommand", "overview"]


class CommandModule(Protocol):
    """The module of a command: it describes itself, declares its arguments, and runs."""

    ABOUT: str
    """The description at the top of its --help."""

    def arguments(self, parser: ArgumentParser) -> None:
        """Adds the arguments of the command to its parser."""

    def run(self, options: Namespace) -> None:
        """Runs the command. Raises UserError if it cannot be carried out."""


class Subcommand(NamedTuple):
    """A row of the table: `usage` are its main arguments, `help` says in one line what it does."""

    name: str
    usage: str
    help: str

    def module(self) -> CommandModule:
        """Imports the module of the command, and only that: start-up depends on it."""
        name = f"{self.name}_" if iskeyword(self.name) else self.name
        return cast(CommandModule, import_module(f"reader.cli.{name}"))


SUBCOMMANDS = {
    name: Subcommand(name, usage, about)
    for name, usage, about in (
        ("match", "A B", "show what two articles share and how they differ"),
        ("story", "PATH…", "compare 3 to 50 articles about one event: facts, omissions, copies"),
        ("corpus", "index DIR", 'index an archive of many articles; "corpus matches" searches it'),
        ("annotate", "ARTICLE", "annotate a passage of an article"),
        ("add", "SOURCE…", "add files, web pages or feeds to your shelf"),
        ("remove", "ARTICLE…", "remove articles from your shelf; their annotations stay"),
        ("list", "", "list the articles and the annotations"),
        ("export", "", "export the annotations as Markdown, HTML, CSV, JSON and more"),
        ("import", "FILE", "import annotations from JSON, CSV, REFI-QDA and other files"),
        ("relink", "OLD NEW", "find moved or renamed articles again for their annotations"),
        ("history", "", "show who changed which annotations, and when"),
        ("restore", "ID…", "restore deleted annotations"),
        ("codebook", "", "list, describe, rename, merge, split, import and export the tags"),
        ("merge", "OTHER.json", "merge another person’s annotations into yours"),
        ("agreement", "", "measure how far several people’s tags agree (kappa, alpha)"),
    )
}
"""The commands by name, in the order of `reader --help`."""


def overview() -> Iterator[str]:
    """The lines of `reader --help` that list the commands."""
    for command in SUBCOMMANDS.values():
        usage = f"reader {command.name} {command.usage}".rstrip()
        yield f"  {usage:24}  {command.help}"
