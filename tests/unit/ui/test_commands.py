"""The table of commands."""

from __future__ import annotations

from collections import Counter

import pytest

from reader.ui.commands import COMMANDS, Context, commands_of


def test_ids_are_unique() -> None:
    assert max(Counter(command.id for command in COMMANDS).values()) == 1


@pytest.mark.parametrize(
    "places",
    [
        (Context.PANES, Context.COMPARE, Context.EVERYWHERE),
        (Context.LIBRARY, Context.EVERYWHERE),
        (Context.ARCHIVE, Context.EVERYWHERE),
        (Context.ANNOTATIONS, Context.EVERYWHERE),
    ],
)
def test_on_no_screen_does_a_key_mean_two_things(places: tuple[Context, ...]) -> None:
    keys = Counter(key for command in commands_of(*places) for key in command.keys)
    assert [key for key, uses in keys.items() if uses > 1] == []


def test_keys_that_terminals_cannot_tell_apart_are_not_used() -> None:
    unusable = {"ctrl+m", "ctrl+i", "ctrl+h", "ctrl+j", "ctrl+s", "ctrl+z"}
    assert not unusable & {key for command in COMMANDS for key in command.keys}
