"""The card below the articles: what matches the sentence under the cursor, why, and how the two differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip
from textual.style import Style
from textual.visual import Visual, VisualType
from textual.widget import Widget

from reader.articles.model import Role
from reader.differences.word_diff import word_diff
from reader.differences.wording import describe
from reader.matching.model import Kind, Match
from reader.ui.compare.comparison import Comparison, MatchLink
from reader.ui.kit.cells import shorten
from reader.ui.kit.looks import look
from reader.ui.kit.signs import KIND_SIGNS

if TYPE_CHECKING:
    from annotations.model import Annotation

__all__ = ["MatchCard"]

_MANY = 3  # what is shown of a longer list


class MatchCard(Widget):
    """Shows one link of a Comparison in words: `title` and `content`.

    It keeps its rows and repaints those that have changed: from one sentence to the next, few do.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "card--label", "card--word", "card--other", "card--differs", "card--why", "card--note", "card--rule",
        *(f"card--{kind}" for kind in KIND_SIGNS),
    }  # fmt: skip

    def __init__(self) -> None:
        super().__init__()
        self.title = Content("")
        self.content = Content("")
        self._rows: list[Strip] = []
        self._shown: tuple[object, ...] = ()
        self._last: tuple[Comparison, int, int, MatchLink | None, Sequence[Annotation]] | None = None

    def notify_style_update(self) -> None:
        """Another theme: what is shown is shown in its colours."""
        super().notify_style_update()
        self._shown, self._rows = (), []
        if self._last:
            self.show(*self._last)

    def show(
        self,
        comparison: Comparison,
        article: int,
        sentence: int,
        link: MatchLink | None,
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
            self.title = self._title(comparison, article, link)
            lines = self._match_lines(comparison, article, link, annotations)
        else:
            self.title = Content(" no match " if comparison.is_complete else " matching … ")
            lines = chain(
                self._no_match_lines(comparison, article, sentence), self._annotation_lines(annotations)
            )
        self.content = Content("\n").join(lines)
        self._draw()

    # Drawing

    def render(self) -> VisualType:
        """Nothing: the rows are drawn by render_line."""
        return ""

    def render_line(self, y: int) -> Strip:
        """The title on a rule, then the content."""
        if y < len(self._rows):
            return self._rows[y]
        return Strip.blank(self.size.width, self.visual_style.rich_style)

    def on_resize(self) -> None:
        """Breaks the lines anew."""
        self._draw()

    def _draw(self) -> None:
        width, height = self.size
        before, base = self._rows, self.visual_style
        margin = Segment(" ", base.rich_style)
        lines = Visual.to_strips(self, self.content, max(width - 2, 1), max(height - 1, 0), base)
        rows = [self._rule(width), *(Strip([margin, *line]) for line in lines)]
        blank = Strip.blank(width, base.rich_style)
        self._rows = [row.adjust_cell_length(width, base.rich_style) for row in rows[:height]]
        self._rows += [blank] * (height - len(self._rows))
        for y, row in enumerate(self._rows):
            if y >= len(before) or row != before[y]:
                self.refresh(Region(0, y, width, 1))

    def _rule(self, width: int) -> Strip:
        rule = (self.visual_style + self._look("rule")).rich_style
        [title] = Visual.to_strips(self, self.title, max(width - 2, 1), 1, self.visual_style)
        segments = [Segment("─", rule), *title]
        return Strip([*segments, Segment("─" * max(width - Strip(segments).cell_length, 0), rule)])

    def in_full(self) -> tuple[Content, list[Content]]:
        """The title, and all that is known, where the card has room for the gist of it."""
        if self._last is None:
            return Content("no match"), []
        comparison, article, sentence, link, annotations = self._last
        if link is None:
            lines = self._no_match_lines(comparison, article, sentence)
            return Content("no match"), [*lines, *self._annotation_lines(annotations, len(annotations))]
        passages = [*self._match_lines(comparison, article, link, annotations, many=len(annotations) + 20)]
        return self._title(comparison, article, link), [*passages[:-1], *self._reasons(link.match)]

    def _reasons(self, match: Match) -> Iterator[Content]:
        evidence = match.evidence
        if match.kind is Kind.PINNED:
            yield Content.styled("why  you pinned it", self._look("why"))
            return
        yield Content.styled(f"why  a score of {match.score:.0f} out of 100, made of", self._look("why"))
        for reason, points in evidence.parts:
            yield Content.styled(f"     {points:4.0f}  {reason}", self._look("why"))
        told = {
            "both say": evidence.shared,
            "both quote": tuple(f"“{words}”" for words in evidence.quotations),
            "who speaks": tuple(filter(None, evidence.speakers)),
        }
        for name, words in told.items():
            if words:
                yield Content.styled(f"     {name} {', '.join(words)}", self._look("why"))

    # Title

    def _title(self, comparison: Comparison, article: int, link: MatchLink) -> Content:
        match, links = link.match, comparison.links(article, link.sentence)
        linked = comparison.linked(article)
        facts = [f"{match.score:.0f}", f"match {linked.index(link.sentence) + 1} of {len(linked)}"]
        if len(links) > 1:
            facts.append(f"counterpart {links.index(link) + 1} of {len(links)}: . shows another")
        kind = f" {KIND_SIGNS[match.kind]} {_kind(match)} "
        return Content.assemble((kind, self._look(str(match.kind))), "· " + " · ".join(facts) + " ")

    # Lines

    def _match_lines(
        self,
        comparison: Comparison,
        article: int,
        link: MatchLink,
        annotations: Sequence[Annotation],
        many: int = _MANY,
    ) -> Iterator[Content]:
        here = comparison.articles[article].text[link.here.start : link.here.end]
        there = comparison.articles[link.other].text[link.there.start : link.there.end]
        words = word_diff(here, there)
        name = "word" if words.are_few else "other"
        yield self._side(comparison.letter(article), here, words.a, name)
        yield self._side(comparison.letter(link.other), there, words.b, name)
        yield from self._difference_lines(comparison, article, link, many)
        yield from self._annotation_lines(annotations, many)
        yield self._why(link.match)

    def _side(self, letter: str, text: str, spans: Sequence[tuple[int, int]], name: str) -> Content:
        """One passage, the words that only it has in the look of `name`."""
        words = Content(text.replace("\n", " "))
        for start, end in spans:
            words = words.stylize(self._look(name), start, end)
        return Content.assemble((f"{letter}  ", self._look("label")), words)

    def _difference_lines(
        self, comparison: Comparison, article: int, link: MatchLink, many: int
    ) -> Iterator[Content]:
        letters = [comparison.letter(number) for number in sorted((article, link.other))]
        for difference in link.match.differences[:many]:
            yield Content.assemble(("≠  ", self._look("differs")), describe(difference, *letters))

    def _why(self, match: Match) -> Content:
        if match.kind is Kind.PINNED:
            return Content.styled("why  you pinned it: r takes that back", self._look("why"))
        reasons = [name for name, points in match.evidence.parts if points >= 1][:_MANY]
        if match.evidence.shared:
            reasons.append("both say " + ", ".join(match.evidence.shared[:6]))
        return Content.styled("why  " + " · ".join(reasons), self._look("why"))

    def _no_match_lines(self, comparison: Comparison, article: int, sentence: int) -> Iterator[Content]:
        if apart := self._set_apart(comparison, article, sentence):
            yield Content(f"Set apart as {apart}, and not matched. B lists what is, and restores it.")
        elif len(comparison.articles) < 2:
            yield Content("One article is open. Open it with another to see what they share.")
        elif not comparison.is_complete:
            yield Content("Looking for what the articles share …")
        elif closest := comparison.closest(article, sentence):
            yield Content(f"Only here, at the threshold of {comparison.threshold:.0f}.")
            there = comparison.articles[closest.other].text[closest.there.start : closest.there.end]
            near = f"{closest.match.score:.0f}: {comparison.letter(closest.other)}"
            yield Content.styled(f"Closest, at {near}  {shorten(there, 300)}", self._look("why"))
        else:
            yield Content("Only here: no other open article says anything like it.")

    def _set_apart(self, comparison: Comparison, article: int, sentence: int) -> str:
        """Why a sentence takes no part in the matching; "" where it does."""
        one = comparison.articles[article]
        if not one.sentences:
            return ""
        paragraph = one.paragraphs[one.sentences[sentence].paragraph]
        return "" if paragraph.role is Role.BODY else paragraph.reason or str(paragraph.role)

    def _annotation_lines(self, annotations: Sequence[Annotation], many: int = _MANY) -> Iterator[Content]:
        for annotation in annotations[:many]:
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
