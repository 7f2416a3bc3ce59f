"""The table of commands."""

from __future__ import annotations

from collections import Counter
from importlib import import_module
from pkgutil import walk_packages

import pytest

import reader.ui
from reader.ui.commands import COMMANDS, Context, commands_of
from reader.ui.kit.handlers import handled_by, handles, run_command


def test_ids_are_unique() -> None:
    assert max(Counter(command.id for command in COMMANDS).values()) == 1


@pytest.mark.parametrize(
    "contexts",
    [
        (Context.PANES, Context.COMPARE, Context.EVERYWHERE),
        (Context.LIBRARY, Context.EVERYWHERE),
        (Context.ARCHIVE, Context.EVERYWHERE),
        (Context.ANNOTATIONS, Context.EVERYWHERE),
    ],
)
def test_on_no_screen_does_a_key_mean_two_things(contexts: tuple[Context, ...]) -> None:
    keys = Counter(key for command in commands_of(*contexts) for key in command.keys)
    assert [key for key, uses in keys.items() if uses > 1] == []


def test_keys_that_terminals_cannot_tell_apart_are_not_used() -> None:
    unusable = {"ctrl+m", "ctrl+i", "ctrl+h", "ctrl+j", "ctrl+s", "ctrl+z"}
    assert not unusable & {key for command in COMMANDS for key in command.keys}


def test_every_command_is_handled_somewhere_and_by_one_method_of_a_class() -> None:
    handled: Counter[tuple[str, type]] = Counter()
    for module in walk_packages(reader.ui.__path__, "reader.ui."):
        for owner in vars(import_module(module.name)).values():
            if isinstance(owner, type) and owner.__module__ == module.name:
                handled.update((command, owner) for command in _marked(owner))
    assert {command.id for command in COMMANDS} == {command for command, _owner in handled}
    assert [pair for pair, methods in handled.items() if methods > 1] == []


def _marked(owner: type) -> list[str]:
    """The commands that the methods of a class, not of its bases, are marked to handle."""
    return [command for method in vars(owner).values() for command in handled_by(method)]


def test_a_handler_of_an_unknown_command_fails_at_once() -> None:
    with pytest.raises(LookupError, match="fly"):
        handles("compare.fly")


async def test_the_first_owner_that_handles_a_command_runs_it_with_its_arguments() -> None:
    stepped: list[int] = []

    class Steps:
        @handles("panes.next-match", 1)
        @handles("panes.previous-match", -1)
        def step(self, step: int) -> None:
            stepped.append(step)

    class Screen:
        features = (object(), Steps())

        @handles("undo")
        async def undo(self) -> None:
            stepped.append(0)

    for command in ("panes.previous-match", "panes.next-match", "undo"):
        await run_command(command, object(), Screen(), Steps())
    assert stepped == [-1, 1, 0]
    with pytest.raises(LookupError, match=r"compare\.tag"):
        await run_command("compare.tag", Screen())
