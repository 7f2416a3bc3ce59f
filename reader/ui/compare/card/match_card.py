"""The match card on screen."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip
from textual.style import Style
from textual.visual import Visual, VisualType
from textual.widget import Widget

from reader.ui.compare.card.card_text import CardSubject, CardText
from reader.ui.kit.component_styles import look
from reader.ui.kit.signs import KIND_SIGNS

__all__ = ["MatchCard"]


class MatchCard(Widget):
    """Shows a subject in words: `title` on a rule, and `content` below it.

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
        self._text = CardText(self._look)
        self._rows: list[Strip] = []
        self._subject: CardSubject | None = None
        self._shown: tuple[object, ...] = ()  # the values that the text was made from

    def show(self, subject: CardSubject) -> None:
        """Shows another subject, or the changes to this one."""
        self._subject = subject
        comparison = subject.comparison
        shown = (
            subject.article,
            subject.sentence,
            subject.link,
            len(comparison.linked(subject.article)),
            comparison.threshold,
            comparison.is_complete,
            tuple(subject.annotations),
        )
        if shown != self._shown:
            self._shown = shown
            self.title = self._text.title(subject)
            self.content = Content("\n").join(self._text.gist(subject))
            self._draw()

    def in_full(self) -> tuple[Content, list[Content]]:
        """The title and the full text, of which the card shows the gist."""
        if self._subject is None:
            return self.title, []
        return self._text.title(self._subject), list(self._text.in_full(self._subject))

    # Drawing

    def notify_style_update(self) -> None:
        """Draws everything again in the styles of another theme."""
        super().notify_style_update()
        self._shown, self._rows = (), []
        if self._subject:
            self.show(self._subject)

    def render(self) -> VisualType:
        """Nothing: the rows are drawn by render_line."""
        return ""

    def render_line(self, y: int) -> Strip:
        """The title on a rule, then the content."""
        if y < len(self._rows):
            return self._rows[y]
        return Strip.blank(self.size.width, self.visual_style.rich_style)

    def on_resize(self) -> None:
        """Breaks the lines for the new width."""
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

    def _look(self, name: str) -> Style:
        return look(self, f"card--{name}")
