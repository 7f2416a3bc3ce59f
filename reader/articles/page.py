"""The lines of a page while their roles are being found."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.articles.model import Paragraph, Role
from reader.language.sentences import ends_like_prose

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["PageLines"]


@dataclass(slots=True)
class PageLines:
    """The paragraphs of one text, with the roles that they have so far.

    A line is `open` until it has a role other than BODY. `below[i]` is true if no empty line separates line i
    from the one before it.
    """

    lines: Sequence[str]
    below: Sequence[bool]
    paragraphs: list[Paragraph] = field(default_factory=list)

    @classmethod
    def of(cls, text: str, paragraphs: Iterable[Paragraph]) -> PageLines:
        """The page of a text and its paragraphs; their roles are kept."""
        ordered = list(paragraphs)
        between = zip([0, *(p.end for p in ordered)], (p.start for p in ordered), strict=False)
        below = [text.count("\n", end, start) == 1 for end, start in between]
        return cls([text[p.start : p.end] for p in ordered], below, ordered)

    def __len__(self) -> int:
        return len(self.lines)

    def is_open(self, number: int) -> bool:
        """Whether the line is body text so far."""
        return self.paragraphs[number].role is Role.BODY

    def is_boilerplate(self, number: int) -> bool:
        """Whether the line is known to be boilerplate."""
        return self.paragraphs[number].role is Role.BOILERPLATE

    def boilerplate_beside(self, number: int) -> list[bool]:
        """Whether the line before and the line after are boilerplate; at an end of the page, the only one."""
        return [self.is_boilerplate(n) for n in (number - 1, number + 1) if 0 <= n < len(self)]

    def is_prose(self, number: int) -> bool:
        """Whether the line is open and ends as a sentence does."""
        return self.is_open(number) and ends_like_prose(self.lines[number])

    def mark(self, number: int, role: Role, reason: str) -> None:
        """Gives an open line its role. A line that already has one keeps it."""
        if self.is_open(number):
            old = self.paragraphs[number]
            self.paragraphs[number] = Paragraph(old.start, old.end, role, reason)

    def is_spaced(self) -> bool:
        """Whether empty lines separate the paragraphs of the page, as on most pages."""
        return sum(self.below) * 2 < len(self)
