"""The messages of the library screen to the app."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from reader.articles.corpus import CorpusEntry

__all__ = ["EntriesChosen", "EntryStoryChosen"]


@dataclass
class EntriesChosen(Message):
    """These articles are to be read side by side; `siblings` are others of their sources."""

    entries: Sequence[CorpusEntry]
    siblings: Sequence[CorpusEntry] = ()


@dataclass
class EntryStoryChosen(Message):
    """The articles of all these entries are to be compared with one another."""

    entries: Sequence[CorpusEntry]
