"""The messages of the annotations and codebook screens to the app."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from annotations.model import Annotation

__all__ = ["AnnotationChosen", "TagChosen"]


@dataclass
class AnnotationChosen(Message):
    """The articles of this annotation are to be shown where it is, perhaps to attach it to other words."""

    annotation: Annotation
    reattach: bool = False


@dataclass
class TagChosen(Message):
    """The annotations that have this tag are to be listed."""

    name: str
