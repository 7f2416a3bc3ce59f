"""Textual's bindings, made from the table of commands, and the names of keys."""

from __future__ import annotations

from collections.abc import Mapping

from textual.binding import Binding
from textual.keys import format_key

from reader.ui.commands import Command, Context, commands_of

__all__ = ["bindings_of", "key_name"]

_NAMES = {"enter": "⏎", "escape": "esc", "pagedown": "pgdn", "pageup": "pgup"}


def bindings_of(*contexts: Context) -> list[Binding]:
    """The bindings for the commands of these contexts; the app runs each as kit.handlers says."""
    return [
        Binding(",".join(one.keys), f"app.command({one.id!r})", one.help, id=one.id, show=False)
        for one in commands_of(*contexts)
    ]


def key_name(command: Command, own: Mapping[str, str]) -> str:
    """The key of a command as keyboards show it: the user's `own` (by command id), else the first."""
    key = own.get(command.id, command.keys[0]).split(",")[0]
    return _NAMES.get(key) or (format_key(key) if len(key) > 1 else key)
