"""The command palette: every command that works where the user is, found by its name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider

from reader.ui.commands import Command, Context, commands_of
from reader.ui.kit.bindings import key_name
from reader.ui.kit.handlers import run_command

__all__ = ["CommandProvider"]


class CommandProvider(Provider):
    """Offers the table of commands, each with its key, and Textual's themes."""

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for command in self._commands():
            yield DiscoveryHit(self._name(command), partial(self._run, command), help=command.help)

    async def search(self, query: str) -> Hits:
        """Those whose name or description fits."""
        matcher = self.matcher(query)
        for command in self._commands():
            name = self._name(command)
            score = max(matcher.match(name), matcher.match(command.help))
            if score > 0:
                yield Hit(score, matcher.highlight(name), partial(self._run, command), help=command.help)

    def _commands(self) -> Iterator[Command]:
        contexts: tuple[Context, ...] = getattr(self.screen, "contexts", (Context.EVERYWHERE,))
        return (command for command in commands_of(*contexts) if command.help and command.id != "palette")

    def _name(self, command: Command) -> str:
        keymap = getattr(self.app, "own_keys", {})
        name = command.id.rpartition(".")[2].replace("-", " ")
        return f"{name}  ({key_name(command, keymap)})"

    async def _run(self, command: Command) -> None:
        await run_command(command.id, self.screen, self.app)
