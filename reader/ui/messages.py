"""What screens tell the app."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from annotations.model import Annotation
    from reader.articles.corpus import Entry


__all__ = ["AnnotationChosen", "BoilerplateChosen", "EntriesChosen"]


@dataclass
class EntriesChosen(Message):
    """These articles are to be read side by side; `siblings` are others of their sources."""

    entries: Sequence[Entry]
    siblings: Sequence[Entry] = ()


@dataclass
class AnnotationChosen(Message):
    """The articles of this annotation are to be shown where it is."""

    annotation: Annotation


@dataclass
class BoilerplateChosen(Message):
    """Of the article with this text, these paragraphs (their numbers) are no boilerplate, the user says."""

    sha256: str
    restored: frozenset[int]
