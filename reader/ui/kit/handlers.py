"""The way from a command of the table to the method that does it.

A key, the palette and a click on the key bar all run a command by its id. The handler is a method marked
`@handles("ID")`, of the screen, of one of its `features`, or of one of the app's features. A feature is any
object, so a screen is composed of its features and inherits from none of them:

    class Copying:
        @handles("compare.copy")
        def copy(self) -> None: ...

    class CompareScreen(Screen[None]):
        def __init__(self) -> None:
            self.features = (Copying(self), ...)

An id that is not in the table fails when the module is imported; a command without a handler fails a test.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache, partial
from inspect import isawaitable, isfunction
from typing import Any, TypeVar

from reader.ui.commands import COMMANDS

__all__ = ["handled_by", "handler_of", "handles", "handles_each", "run_command"]

Method = TypeVar("Method", bound=Callable[..., object])
_MARK = "_handled_commands"
_IDS = frozenset(command.id for command in COMMANDS)


def handles(command: str, *arguments: object) -> Callable[[Method], Method]:
    """Marks a method as the handler of the command with this id, called with `arguments`.

    Raises LookupError for an id that is not in the table.
    """
    return handles_each({command: arguments})


def handles_each(commands: Mapping[str, tuple[object, ...]]) -> Callable[[Method], Method]:
    """Marks a method as the handler of several commands, each with its arguments, by command id.

    Raises LookupError for an id that is not in the table.
    """
    if unknown := commands.keys() - _IDS:
        raise LookupError(f"not in the table of commands: {', '.join(sorted(unknown))}")

    def mark(method: Method) -> Method:
        method.__dict__[_MARK] = {**method.__dict__.get(_MARK, {}), **commands}
        return method

    return mark


def handled_by(method: object) -> Mapping[str, tuple[object, ...]]:
    """The commands that a method is marked to handle: their ids, each with its arguments."""
    marked: Mapping[str, tuple[object, ...]] = getattr(method, _MARK, {}) if isfunction(method) else {}
    return marked


def handler_of(command: str, owners: Iterable[Any]) -> Callable[[], object] | None:
    """The handler of a command: of the first owner that has one, or of its `features`; None without any."""
    for owner in owners:
        features: Iterable[Any] = getattr(owner, "features", ())
        for feature in (owner, *features):
            if handler := _handlers(type(feature)).get(command):
                name, arguments = handler
                return partial(getattr(feature, name), *arguments)
    return None


def _find_handlers(owner: type) -> Mapping[str, tuple[str, tuple[object, ...]]]:
    """The handlers that a class has: by command id, the name of the method and its arguments."""
    return {
        command: (name, arguments)
        for base in reversed(owner.__mro__)
        for name, method in vars(base).items()
        for command, arguments in handled_by(method).items()
    }


_handlers: Callable[[type], Mapping[str, tuple[str, tuple[object, ...]]]] = cache(_find_handlers)


async def run_command(command: str, *owners: object) -> None:
    """Runs a command where it is handled first. Raises LookupError where none of the owners handles it."""
    handler = handler_of(command, owners)
    if handler is None:
        raise LookupError(f"nothing handles the command {command!r} here")
    result = handler()
    if isawaitable(result):
        await result
