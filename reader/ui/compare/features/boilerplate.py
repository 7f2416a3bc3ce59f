"""Boilerplate: a list of the excluded paragraphs, with reasons, to restore them from."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence

from reader.articles.model import Article, Role
from reader.ui.compare import wording
from reader.ui.compare.workspace import Workspace
from reader.ui.kit.handlers import handles

__all__ = ["Boilerplate"]


class Boilerplate:
    """Lists the paragraphs of the active article that are not matched; the one chosen changes sides.

    `articles` are as they were loaded. `restored` are the numbers of paragraphs that are no longer
    boilerplate, by the sha-256 of their article; `restore` is called with those of an article.
    """

    def __init__(
        self,
        workspace: Workspace,
        articles: Sequence[Article],
        restored: Mapping[str, frozenset[int]],
        restore: Callable[[Article, frozenset[int]], Awaitable[None]],
    ) -> None:
        self._workspace = workspace
        self._articles = articles
        self._restored = restored
        self._restore = restore

    @handles("compare.boilerplate")
    def choose(self) -> None:
        """Asks which paragraph to restore, or to exclude again."""
        from reader.ui.kit.dialogs import ChoiceDialog

        article = self._articles[self._workspace.state.active]
        restored = self._restored.get(article.sha256, frozenset())
        numbers = [n for n, paragraph in enumerate(article.paragraphs) if paragraph.role is not Role.BODY]
        if not numbers:
            self._workspace.notify(wording.NO_BOILERPLATE)
            return
        excluded = frozenset(numbers) - restored
        lines = [_line(article, number, is_restored=number in restored) for number in numbers]

        async def change(choice: int | None) -> None:
            if choice == len(lines):
                await self._restore(article, frozenset(numbers) if excluded else frozenset())
            elif choice is not None:
                await self._restore(article, restored ^ {numbers[choice]})

        every = wording.RESTORE_ALL if excluded else wording.EXCLUDE_ALL
        self._workspace.ask(ChoiceDialog(wording.BOILERPLATE, [*lines, every]), change)


def _line(article: Article, number: int, *, is_restored: bool) -> str:
    """A paragraph in the list."""
    paragraph = article.paragraphs[number]
    words = " ".join(article.text[paragraph.start : paragraph.end].split())
    reason = paragraph.reason or str(paragraph.role)
    return wording.boilerplate(reason, number + 1, words, is_restored=is_restored)
