"""Going far on the compare screen: marks, the overview, the article where it comes from."""

from __future__ import annotations

from reader.base.errors import UserError
from reader.ui.compare.comparing import ComparingScreen
from reader.ui.compare.layout.spread import ReadingPosition
from reader.ui.compare.messages import StoryChosen
from reader.ui.kit.cells import shorten
from reader.ui.kit.handlers import handles

__all__ = ["TravellingScreen"]

_SHOWN = 50  # cells of a sentence that is marked


class TravellingScreen(ComparingScreen):
    """Marks a place with a letter and goes back to it; shows two articles from afar; opens one elsewhere."""

    @handles("compare.mark")
    def action_mark(self) -> None:
        """Asks for a letter to mark this place with."""
        from reader.ui.kit.dialogs import LetterDialog

        def keep(letter: str | None) -> None:
            if letter:
                self.marks[letter] = self._panes.spread.where()
                self.notify(f"Marked {letter}. ' {letter} comes back here.", timeout=3)

        self.app.push_screen(LetterDialog("Mark this place with a letter", self._marked()), keep)

    @handles("compare.to-mark")
    def action_to_mark(self) -> None:
        """Asks for the letter of the place to go to."""
        from reader.ui.kit.dialogs import LetterDialog

        if not self.marks:
            self.notify("Nothing is marked: M and a letter mark a place.", timeout=3)
            return

        def go(letter: str | None) -> None:
            if letter in self.marks:
                self._panes.update(lambda spread: spread.return_to(self.marks[letter]), leaving=True)
            elif letter:
                self.notify(f"Nothing is marked {letter}.", timeout=3)

        self.app.push_screen(LetterDialog("Go to the place marked", self._marked()), go)

    @handles("compare.overview")
    def action_overview(self) -> None:
        """Shows all matches of the active article and another as a dot plot; goes to the one chosen."""
        from reader.ui.compare.overview.screen import OverviewChoice, OverviewScreen

        spread = self._panes.spread
        if spread.is_selecting():
            self._panes.update(lambda spread: spread.swap_ends())
            return
        if len(self.articles) < 2:
            self.notify("One article is open: there is nothing to compare it with.", timeout=3)
            return
        if not self._comparison.is_complete:
            self.notify("Still looking for matches …", timeout=2)
            return
        link, active = spread.current_link(), spread.active
        beside = next(number for number in (*spread.visible, *range(len(self.articles))) if number != active)
        a, b = sorted((active, link.other if link else beside))

        def go(choice: OverviewChoice | None) -> None:
            if choice:
                first, second = sorted((choice.article, choice.link.other))
                self._panes.go_along(first, second, choice.link.match)

        cursor = spread.views[a].cursor
        self.app.push_screen(OverviewScreen(self._comparison, a, b, cursor, self._settings.keys), go)

    @handles("compare.story")
    def action_story(self) -> None:
        """Shows what all articles that are open here tell together."""
        self.post_message(StoryChosen(self._comparison.articles))

    @handles("compare.open")
    def action_open(self) -> None:
        """Opens the active article's web page, or its file, outside of reader."""
        from reader.ui.compare.opening import open_article

        try:
            self.notify(f"Opened {open_article(self.articles[self._panes.spread.active])}", timeout=4)
        except UserError as error:
            self.notify(str(error), title="Not opened", severity="warning", timeout=10)

    def _marked(self) -> list[str]:
        return [f"{letter}  {self._words_at(place)}" for letter, place in sorted(self.marks.items())]

    def _words_at(self, place: ReadingPosition) -> str:
        article = self._comparison.articles[place.active]
        if not article.sentences:
            return article.title
        sentence = article.sentences[place.views[place.active][0]]
        return shorten(" ".join(article.text[sentence.start : sentence.end].split()), _SHOWN)
