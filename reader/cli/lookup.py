"""The keys and the file locations, as `reader --keys` and `reader --paths` print them."""

from __future__ import annotations

from reader.base.paths import Paths

__all__ = ["print_keys", "print_paths"]


def print_keys() -> None:
    """Prints each command of the app: its keys, its name in the settings, and what it does."""
    from reader.ui.commands import Context, commands_of

    for context in Context:
        print(f"{context}:")
        for command in commands_of(context):
            print(f"  {', '.join(command.keys):18} {command.id:26} {command.help}")


def print_paths(places: Paths) -> None:
    """Prints where the user's files are."""
    from reader.base.resources import sample_corpus

    print(f"annotations  {places.annotations}")
    print(f"session      {places.session}")
    print(f"cache        {places.cache}")
    print(f"log          {places.log}")
    print(f"shelf        {places.shelf}")
    print(f"settings     {places.settings}")
    print(f"sample       {sample_corpus()}")
