"""The command palette: every command of the current screen, to be found by its name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider

from reader.ui.commands import Command, Context, commands_of
from reader.ui.kit.bindings import key_name

__all__ = ["CommandProvider"]


class CommandProvider(Provider):
    """Offers the commands of the current screen, each with its key."""

    async def discover(self) -> Hits:
        """Offers all commands before anything is typed."""
        for command in self._commands():
            yield DiscoveryHit(self._name(command), partial(self._run, command), help=command.help)

    async def search(self, query: str) -> Hits:
        """Offers the commands whose name or help fits a query."""
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
        await self.app.run_action(f"app.command({command.id!r})")
