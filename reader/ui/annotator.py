"""What the annotating commands do to a passage, and what is annotated where in the articles on screen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from reader.articles.model import Article
from reader.ui.layout.spans import Highlight
from reader.ui.notebook_door import NotebookDoor

if TYPE_CHECKING:
    from annotations.model import Annotation, Target
    from reader.notebook import Placed

__all__ = ["Annotator"]


class Annotator:
    """The annotations of some articles, numbered from 0. Offsets are code points of the article's text.

    What changes something answers whether it did.
    """

    def __init__(self, articles: Sequence[Article], door: NotebookDoor) -> None:
        self._articles = articles
        self._door = door
        self._placed: list[tuple[Placed, ...]] = [() for _ in articles]
        self.colour = "yellow"

    def refresh(self) -> None:
        """Finds the annotations again, after any change to them."""
        if notebook := self._door.reading():
            self._placed = [notebook.placed(article) for article in self._articles]

    def highlights(self, number: int) -> tuple[Highlight, ...]:
        """What is to be drawn in article `number`; orphans are not."""
        from annotations.model import COLOURS

        return tuple(
            Highlight(
                placed.anchor.start,
                placed.anchor.end,
                placed.annotation.colour if placed.annotation.colour in COLOURS else COLOURS[0],
                bool(placed.annotation.note or placed.annotation.tags),
            )
            for placed in self._placed[number]
            if placed.anchor.end > placed.anchor.start
        )

    def here(self, number: int, start: int, end: int) -> list[Annotation]:
        """The annotations that touch [start, end), the ones that fit it best first, of those the newest."""
        placed = reversed(self._placed[number])
        touching = [p for p in placed if p.anchor.start < end and p.anchor.end > start]
        touching.sort(key=lambda p: abs(p.anchor.start - start) + abs(p.anchor.end - end))
        return list({one.annotation.id: one.annotation for one in touching}.values())

    def places(self, annotation: Annotation) -> list[tuple[Target, int, int]]:
        """Where the targets of an annotation are: (target, article number, start); orphans are nowhere."""
        return [
            (target, number, placed.anchor.start)
            for target in annotation.targets
            for number, all_placed in enumerate(self._placed)
            for placed in all_placed
            if placed.target == target and placed.annotation.id == annotation.id and placed.anchor.end
        ]

    def exactly(self, number: int, start: int, end: int) -> list[Annotation]:
        """The annotations of exactly [start, end), the newest first."""
        return [
            placed.annotation
            for placed in reversed(self._placed[number])
            if (placed.anchor.start, placed.anchor.end) == (start, end)
        ]

    def annotate(
        self, annotated: Sequence[Annotation], number: int, start: int, end: int, **what: Any
    ) -> bool:
        """Gives the first of `annotated` new fields (tags, note …); without any, annotates [start, end)."""
        notebook = self._door.writing()
        if notebook is None:
            return False
        if annotated:
            notebook.change(annotated[0], **what)
        else:
            notebook.annotate([(self._articles[number], start, end)], **{"colour": self.colour} | what)
        self.refresh()
        return True

    def is_highlighted(self, number: int, start: int, end: int) -> bool:
        """Whether exactly [start, end) is annotated."""
        return any(
            (placed.anchor.start, placed.anchor.end) == (start, end) for placed in self._placed[number]
        )

    def highlight(self, number: int, start: int, end: int) -> bool:
        """Highlights [start, end), over whatever is annotated there."""
        notebook = self._door.writing()
        if notebook is None:
            return False
        notebook.annotate([(self._articles[number], start, end)], colour=self.colour)
        self.refresh()
        return True

    def pair(self, passages: Sequence[tuple[int, int, int]], relation: str) -> bool:
        """Annotates passages (article number, start, end) together, with how they relate."""
        notebook = self._door.writing()
        if notebook is None:
            return False
        targets = [(self._articles[number], start, end) for number, start, end in passages]
        notebook.annotate(targets, relation=relation, colour=self.colour)
        self.refresh()
        return True

    def delete(self, number: int, start: int, end: int) -> bool:
        """Deletes the annotation that fits [start, end) best."""
        notebook, here = self._door.writing(), self.here(number, start, end)
        if notebook is None or not here:
            return False
        notebook.store.delete(here[0].id)
        self.refresh()
        return True

    def tags_in_use(self) -> list[str]:
        """All tags, the most used first."""
        notebook = self._door.reading()
        return [tag for tag, _uses in notebook.store.tags()] if notebook else []
