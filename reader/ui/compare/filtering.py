"""What the compare screen shows of the matches, and what of the articles takes part."""

from __future__ import annotations

from collections import Counter

from reader.articles.model import Article, Role
from reader.matching.model import Kind
from reader.ui.compare.comparing import ComparingScreen
from reader.ui.compare.match_card import MatchCard
from reader.ui.compare.messages import BoilerplateChosen
from reader.ui.kit.handlers import handles
from reader.ui.kit.signs import KIND_SIGNS

__all__ = ["FilteringScreen"]


class FilteringScreen(ComparingScreen):
    """Threshold, kinds of matches, boilerplate."""

    @handles("compare.stricter", 5)
    @handles("compare.looser", -5)
    def action_threshold(self, step: float) -> None:
        """Shows fewer or more matches."""
        self._comparison.threshold = min(max(self._comparison.threshold + step, 0), 100)
        self._panes.matches_changed()

    @handles("compare.kinds")
    def action_kinds(self) -> None:
        """Asks which kinds of matches are shown; the articles follow each tick."""
        from reader.ui.kit.dialogs import TicksDialog

        comparison = self._comparison
        kinds = [kind for kind in Kind if kind is not Kind.PINNED]
        count = Counter(match.kind for pair in comparison.pairs() for match in comparison.found(*pair))
        labels = [f"{KIND_SIGNS[kind]} {kind} ({count[kind]})" for kind in kinds]

        def show(ticked: set[int]) -> None:
            comparison.hidden = frozenset(kind for n, kind in enumerate(kinds) if n not in ticked)
            self._panes.matches_changed()

        ticked = {n for n, kind in enumerate(kinds) if kind not in comparison.hidden}
        title = f"Matches shown, of those that score {comparison.threshold:.0f} or more"
        self.app.push_screen(TicksDialog(title, labels, ticked, show))

    @handles("compare.explain")
    def action_explain(self) -> None:
        """Shows all that is known of the current match, or why there is none."""
        from reader.ui.kit.dialogs import TextDialog

        self.app.push_screen(TextDialog(*self.query_one(MatchCard).in_full()))

    @handles("compare.boilerplate")
    def action_boilerplate(self) -> None:
        """Lists what is set apart in the active article, with the reasons; what is chosen changes sides."""
        from reader.ui.kit.dialogs import ChoiceDialog

        article = self.articles[self._panes.spread.active]
        restored = self._restored.get(article.sha256, frozenset())
        numbers = [n for n, paragraph in enumerate(article.paragraphs) if paragraph.role is not Role.BODY]
        if not numbers:
            self.notify("Nothing is set apart in this article.", timeout=3)
            return
        every = "… restore all" if set(numbers) - restored else "… set all apart again"
        lines = [_set_apart(article, number, number in restored) for number in numbers]

        async def choose(choice: int | None) -> None:
            if choice == len(lines):
                await self._restore(article, frozenset(numbers) if set(numbers) - restored else frozenset())
            elif choice is not None:
                await self._restore(article, restored ^ {numbers[choice]})

        self.app.push_screen(ChoiceDialog("Set apart, not matched", [*lines, every]), choose)

    async def _restore(self, article: Article, restored: frozenset[int]) -> None:
        self.post_message(BoilerplateChosen(article.sha256, restored))
        await self.show_restored({article.sha256: restored})


def _set_apart(article: Article, number: int, is_restored: bool) -> str:
    """A paragraph in a list of those that are set apart."""
    paragraph = article.paragraphs[number]
    words = " ".join(article.text[paragraph.start : paragraph.end].split())
    reason = paragraph.reason or str(paragraph.role)
    return f"{'✓ restored, was' if is_restored else '·'} {reason} ({number + 1}): {words}"
