"""The card below the articles: what matches the sentence under the cursor, why, and how the two differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from reader.matching.model import Match
from reader.ui.comparison import Comparison, Link, letter
from reader.ui.layout.wrapping import shorten

from .column_painter import GLYPHS
from .looks import look

if TYPE_CHECKING:
    from annotations.model import Annotation

__all__ = ["MatchCard"]

_MANY = 3  # what is shown of a longer list
_MOSTLY = 0.5  # passages that share less are told by what they share: the rest is dimmed


class MatchCard(Static):
    """Shows one link of a Comparison in words."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "card--label", "card--word", "card--other", "card--differs", "card--why", "card--note",
        *(f"card--{kind}" for kind in GLYPHS),
    }  # fmt: skip

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[object, ...] = ()
        self._last: tuple[Comparison, int, int, Link | None, Sequence[Annotation]] | None = None

    def notify_style_update(self) -> None:
        """Another theme: what is shown is shown in its colours."""
        super().notify_style_update()
        self._shown = ()
        if self._last:
            self.show(*self._last)

    def show(
        self,
        comparison: Comparison,
        article: int,
        sentence: int,
        link: Link | None,
        annotations: Sequence[Annotation],
    ) -> None:
        """Shows what is known of a sentence: `link`, one of its matches, and its annotations."""
        linked = len(comparison.linked(article))
        shown = (
            article,
            sentence,
            link,
            linked,
            comparison.threshold,
            comparison.is_complete,
            tuple(annotations),
        )
        self._last = comparison, article, sentence, link, annotations
        if shown == self._shown:
            return
        self._shown = shown
        if link:
            self.border_title = self._title(comparison, article, link)
            lines = self._match_lines(comparison, article, link, annotations)
        else:
            self.border_title = Content(" no match " if comparison.is_complete else " matching … ")
            lines = chain(
                self._no_match_lines(comparison, article, sentence), self._annotation_lines(annotations)
            )
        self.update(Content("\n").join(lines), layout=False)

    # Title

    def _title(self, comparison: Comparison, article: int, link: Link) -> Content:
        match, links = link.match, comparison.links(article, link.sentence)
        linked = comparison.linked(article)
        facts = [f"{match.score:.0f}", f"match {linked.index(link.sentence) + 1} of {len(linked)}"]
        if len(links) > 1:
            facts.append(f"counterpart {links.index(link) + 1} of {len(links)}: . shows another")
        kind = f" {GLYPHS[match.kind]} {_kind(match)} "
        return Content.assemble((kind, self._look(str(match.kind))), "· " + " · ".join(facts) + " ")

    # Lines

    def _match_lines(
        self, comparison: Comparison, article: int, link: Link, annotations: Sequence[Annotation]
    ) -> Iterator[Content]:
        from reader.matching.words import word_diff

        here = comparison.articles[article].text[link.here.start : link.here.end]
        there = comparison.articles[link.other].text[link.there.start : link.there.end]
        diff = word_diff(here, there)
        alike = _covered(diff.a, here) < _MOSTLY and _covered(diff.b, there) < _MOSTLY
        yield self._side(article, here, diff.a, "word" if alike else "other")
        yield self._side(link.other, there, diff.b, "word" if alike else "other")
        yield from self._difference_lines(link.match)
        yield from self._annotation_lines(annotations)
        yield self._why(link.match)

    def _side(self, number: int, text: str, spans: Sequence[tuple[int, int]], name: str) -> Content:
        """One passage, the words that only it has in the look of `name`."""
        words = Content(text.replace("\n", " "))
        for start, end in spans:
            words = words.stylize(self._look(name), start, end)
        return Content.assemble((f"{letter(number)}  ", self._look("label")), words)

    def _difference_lines(self, match: Match) -> Iterator[Content]:
        for difference in match.differences[:_MANY]:
            yield Content.assemble(("≠  ", self._look("differs")), difference.message)

    def _why(self, match: Match) -> Content:
        reasons = [name for name, points in match.evidence.parts if points >= 1][:_MANY]
        if match.evidence.shared:
            reasons.append("both say " + ", ".join(match.evidence.shared[:6]))
        return Content.styled("why  " + " · ".join(reasons), self._look("why"))

    def _no_match_lines(self, comparison: Comparison, article: int, sentence: int) -> Iterator[Content]:
        if len(comparison.articles) < 2:
            yield Content("One article is open. Open it with another to see what they share.")
        elif not comparison.is_complete:
            yield Content("Looking for what the articles share …")
        elif closest := comparison.closest(article, sentence):
            yield Content(f"Only here, at the threshold of {comparison.threshold:.0f}.")
            there = comparison.articles[closest.other].text[closest.there.start : closest.there.end]
            yield Content.styled(
                f"Closest, at {closest.match.score:.0f}: {letter(closest.other)}  {shorten(there, 300)}",
                self._look("why"),
            )
        else:
            yield Content("Only here: no other open article says anything like it.")

    def _annotation_lines(self, annotations: Sequence[Annotation]) -> Iterator[Content]:
        for annotation in annotations[:_MANY]:
            parts = [
                annotation.relation,
                *(f"#{tag}" for tag in annotation.tags),
                annotation.note.replace("\n", " "),
            ]
            said = " ".join(part for part in parts if part) or "highlighted"
            yield Content.styled(f"✎  {said} ({annotation.colour})", self._look("note"))

    def _look(self, name: str) -> Style:
        return look(self, f"card--{name}")


def _kind(match: Match) -> str:
    return f"{match.kind} · {match.form}" if match.form else str(match.kind)


def _covered(spans: Sequence[tuple[int, int]], text: str) -> float:
    return sum(end - start for start, end in spans) / max(len(text), 1)
