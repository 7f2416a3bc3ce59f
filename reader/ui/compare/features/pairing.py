"""Annotating the current match as a pair, or rejecting it."""

from __future__ import annotations

from collections.abc import Sequence

from annotations.relations import DIFFERS, RELATIONS
from reader.differences.messages import describe
from reader.matching.model import Difference, Kind, Passage
from reader.ui.compare import wording
from reader.ui.compare.comparison import MatchLink
from reader.ui.compare.workspace import ArticlePassage, Workspace
from reader.ui.kit.handlers import handles

__all__ = ["Pairing"]


class Pairing:
    """Says how the two passages of the current match are related."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._annotator = workspace.annotator

    @handles("compare.pair")
    def annotate_pair(self) -> None:
        """Asks how the current match's two passages are related, and annotates them together."""
        from reader.ui.kit.dialogs import ChoiceDialog

        if (link := self._link()) is None:
            return
        relations = [*dict.fromkeys([*RELATIONS, *self._annotator.relations_in_use()])]
        differences = [difference for difference in link.match.differences if difference.a and difference.b]
        numbers = sorted((self._workspace.state.active, link.other))
        a, b = map(self._workspace.comparison.letter, numbers)
        messages = [f"≠ {describe(difference, a, b)}" for difference in differences]

        def save(choice: int | None) -> None:
            if choice is None:
                return
            if choice < len(relations):
                self._save(link, relations[choice])
            elif choice < len(relations) + len(differences):
                self._save_difference(link, differences[choice - len(relations)])
            else:
                self._ask_relation(link)

        choices = [*relations, *messages, wording.OTHER_RELATION]
        self._workspace.ask(ChoiceDialog(wording.RELATION, choices), save)

    def _ask_relation(self, link: MatchLink) -> None:
        from reader.ui.kit.dialogs import LineDialog

        def save(relation: str | None) -> None:
            if relation and relation.strip():
                self._save(link, relation)

        dialog = LineDialog(wording.OTHER_RELATION_TITLE, wording.OTHER_RELATION_HINT)
        self._workspace.ask(dialog, save)

    def _save_difference(self, link: MatchLink, difference: Difference) -> None:
        passages = [passage for passage in (difference.a, difference.b) if passage]
        self._save(link, f"{DIFFERS}{difference.kind}", passages)

    def _save(self, link: MatchLink, relation: str, passages: Sequence[Passage] = ()) -> None:
        numbered = self._numbered(link, passages or [link.match.a, link.match.b])
        if self._annotator.pair(numbered, relation):
            self._workspace.saved(wording.paired(relation))

    def _link(self) -> MatchLink | None:
        link = self._workspace.link()
        if link is None:
            self._workspace.notify(wording.NO_MATCH)
        return link

    def _numbered(self, link: MatchLink, passages: Sequence[Passage]) -> list[ArticlePassage]:
        """The two passages of a link with the numbers of their articles, the active one's first."""
        active = self._workspace.state.active
        first, second = sorted((active, link.other))
        numbered = [
            ArticlePassage(number, passage.start, passage.end)
            for number, passage in zip((first, second), passages, strict=True)
        ]
        return numbered if first == active else numbered[::-1]

    @handles("compare.reject")
    def reject(self) -> None:
        """Rejects the current match; one that was pinned by hand is no longer pinned."""
        if (link := self._link()) is None:
            return
        passages = self._numbered(link, [link.match.a, link.match.b])
        if link.match.kind is Kind.PINNED:
            if self._annotator.take_back(passages):
                self._workspace.saved(wording.UNPINNED)
        elif self._annotator.judge(passages, is_match=False):
            self._workspace.saved(wording.REJECTED)
