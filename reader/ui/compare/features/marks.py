"""Marks: places to which the reader gave a letter, to return to them."""

from __future__ import annotations

from reader.shelf.session import ReadingPosition
from reader.ui.compare import wording
from reader.ui.compare.workspace import Workspace
from reader.ui.kit.cells import shorten
from reader.ui.kit.handlers import handles

__all__ = ["Marks"]

_SHOWN = 50  # cells of the sentence at a mark


class Marks:
    """Marks places and goes to them. `positions` are the marked places, by letter."""

    def __init__(self, workspace: Workspace, positions: dict[str, ReadingPosition]) -> None:
        self._workspace = workspace
        self._positions = positions

    @handles("compare.mark")
    def mark(self) -> None:
        """Asks for a letter to mark this place with."""
        from reader.ui.kit.dialogs import LetterDialog

        def save(letter: str | None) -> None:
            if letter:
                self._positions[letter] = self._workspace.state.jumps.position()
                self._workspace.notify(wording.marked(letter))

        self._workspace.ask(LetterDialog(wording.MARK, self._lines()), save)

    @handles("compare.to-mark")
    def go_to_mark(self) -> None:
        """Asks for the letter of the place to go to."""
        from reader.ui.kit.dialogs import LetterDialog

        if not self._positions:
            self._workspace.notify(wording.NO_MARKS)
            return

        def go(letter: str | None) -> None:
            if letter in self._positions:
                position = self._positions[letter]
                self._workspace.update(lambda state: state.jumps.return_to(position), jump=True)
            elif letter:
                self._workspace.notify(wording.not_marked(letter))

        self._workspace.ask(LetterDialog(wording.GO_TO_MARK, self._lines()), go)

    def _lines(self) -> list[str]:
        """The marks, each with the words at its place."""
        return [f"{letter}  {self._words_at(place)}" for letter, place in sorted(self._positions.items())]

    def _words_at(self, position: ReadingPosition) -> str:
        article = self._workspace.articles[position.active]
        if not article.sentences:
            return article.title
        sentence = article.sentences[position.views[position.active][0]]
        return shorten(" ".join(article.text[sentence.start : sentence.end].split()), _SHOWN)
