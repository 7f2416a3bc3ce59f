"""The lines of a page that are boilerplate: credits, captions, share buttons, lists of other articles.

The words of each line are judged first, by the lists and patterns in `reader.language.boilerplate`, then its
place on the page, by the rules below. Nothing is cut: a paragraph gets a role and the reason for it. Marking
a line of the article is worse than missing boilerplate, so every rule needs two signs.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from reader.articles.headlines import mark_headlines, mark_subheadings
from reader.articles.model import Paragraph, Role
from reader.articles.page import PageLines
from reader.language.boilerplate.recognizing import is_list_header, reason_for
from reader.language.sentences import ends_like_prose

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["classify"]

LABEL = 60
"""Characters that a label at the bottom of a page may have."""

ITEM = 110
"""Characters that the title of another article, or a repeated line, may have."""

ITEMS = 12
"""Lines that a list of other articles may have."""

CAPTION = 350
"""Characters that a caption may have."""

_DATED = re.compile(
    r"(?:[A-Z][a-z]{2,8}day,? )?(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}),? \d{4}\.?"
    r"(?: \(.*\))?\Z"
)
_LISTED = re.compile(r"(?:[-–—*•·]|\d+[.)]|[a-z]\))\s")


def classify(text: str, paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """The paragraphs of `text` with their roles and reasons. A role other than BODY is not changed."""
    page = PageLines.of(text, paragraphs)
    for number, line in enumerate(page.lines):
        if page.is_open(number) and (reason := reason_for(line)):
            page.mark(number, Role.BOILERPLATE, reason)
    for rule in (_captions, _lists, _author_notes, mark_headlines, _repeated, _foot, mark_subheadings):
        rule(page)
    return tuple(page.paragraphs)


def _captions(page: PageLines) -> None:
    """Marks the line directly below or above a credit or picture count, if other lines are spaced out."""
    spaced = page.is_spaced()
    for number, paragraph in enumerate(page.paragraphs):
        if paragraph.reason not in ("photo credit", "picture count"):
            continue
        for near in _neighbours(page, number):
            line = page.lines[near]
            if len(line) <= CAPTION and (spaced or _DATED.search(line)):
                page.mark(near, Role.BOILERPLATE, "photo caption")


def _neighbours(page: PageLines, number: int) -> list[int]:
    """The line directly below, and the line directly above if it ends like prose."""
    near = []
    if number + 1 < len(page) and page.below[number + 1]:
        near.append(number + 1)
    if number and page.below[number] and ends_like_prose(page.lines[number - 1]):
        near.append(number - 1)
    return near


def _lists(page: PageLines) -> None:
    """Marks the titles below "Related News", "More on this story", "Tags"."""
    for number, paragraph in enumerate(page.paragraphs):
        is_header = paragraph.reason in ("related articles", "tags") and len(page.lines[number]) <= LABEL
        if is_header and is_list_header(page.lines[number]):
            for item in range(number + 1, min(number + 1 + ITEMS, len(page))):
                if not _is_label(page, item, ITEM):
                    break
                page.mark(item, Role.BOILERPLATE, paragraph.reason)


def _author_notes(page: PageLines) -> None:
    """Marks the line after "About the author"."""
    for number, paragraph in enumerate(page.paragraphs[:-1]):
        if paragraph.reason == "author note" and page.lines[number].lower().startswith("about the author"):
            page.mark(number + 1, Role.BOILERPLATE, "author note")


def _repeated(page: PageLines) -> None:
    """Marks short lines that occur three times, or twice without the end of a sentence."""
    times = Counter(page.lines)
    for number, line in enumerate(page.lines):
        enough = 3 if ends_like_prose(line) else 2
        if times[line] >= enough and len(line) <= ITEM and not _LISTED.match(line):
            page.mark(number, Role.BOILERPLATE, "repeated line")


def _foot(page: PageLines) -> None:
    """Marks labels among the boilerplate after the last sentence of the article."""
    last = max((n for n in range(len(page)) if page.is_prose(n)), default=len(page))
    is_bottom = False
    for number in range(last + 1, len(page)):
        is_bottom = is_bottom or page.is_boilerplate(number)
        if is_bottom and _is_label(page, number, LABEL):
            page.mark(number, Role.BOILERPLATE, "label at the foot of the page")


def _is_label(page: PageLines, number: int, longest: int) -> bool:
    """Whether a line is boilerplate, or short without the end of a sentence (a title may be a question)."""
    line = page.lines[number]
    is_short = len(line) <= longest and not _LISTED.match(line)
    return page.is_boilerplate(number) or (is_short and (not ends_like_prose(line) or line.endswith("?")))
