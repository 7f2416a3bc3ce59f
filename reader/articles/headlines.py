"""The headline, standfirst and sub-headings of a plain text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.articles.model import Role
from reader.articles.page import PageLines
from reader.language.datelines import dateline
from reader.language.sentences import ends_like_prose
from reader.language.word_count import count_words

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["HEADLINE", "is_data", "mark_headlines", "mark_subheadings"]

HEADLINE = (12, 110)
"""Fewest and most characters of a headline."""

STANDFIRST = (25, 250)
"""Fewest and most characters of the line under the headline."""

SUBHEADING = 60
"""Characters that a heading inside an article may have."""

FIRST_PARAGRAPH = 40
"""Fewest characters of the paragraph that an article begins with."""

HEAD = 12
"""Open lines that may come before that paragraph. A text with more of them is a list or a poem."""

OPENING, LONG_WORD, SHARED = 3, 4, 2
"""Among menus, a headline shares so many words, of so many letters, with so many lines of the prose."""

DATA = 2
"""Numbers from which a line is a row of a table or a result."""

_FIGURE = re.compile(r"\d+")

LABEL = 40
"""Characters that a label above the article may have."""


def mark_headlines(page: PageLines, region: range) -> None:
    """Marks the headline and standfirst above the first paragraph, and short lines around them as labels.

    Menus have titles, too: where more than HEAD lines come before the first paragraph, the headline is the
    title that shares words with the prose of the `region`. Where so many of them are open, no other title is.
    """
    first = _first_paragraph(page)
    opening = [number for number in range(first) if page.is_open(number)]
    is_short = len(opening) <= HEAD
    headline = _among_menus(page, region) if first > HEAD else None
    if headline is None and is_short:
        headline = next((n for n in opening if _is_title(page.lines[n], *HEADLINE)), None)
    if headline is None:
        return
    page.mark(headline, Role.HEADING, "headline")
    below = next((n for n in opening if n > headline), None)
    if below is not None and _is_title(page.lines[below], *STANDFIRST):
        page.mark(below, Role.HEADING, "standfirst")
    for number in _labels(page, headline, first) if is_short else ():
        page.mark(number, Role.BOILERPLATE, "label at the head of the page")


def _among_menus(page: PageLines, region: range) -> int | None:
    """The title that shares most words with the first lines of the prose; of equals the nearest."""
    prose = _long_words(" ".join(page.lines[number] for number in region[:OPENING]))
    titles = [
        (shared, number)
        for number in range(max(0, region.start - HEAD), region.start)
        if page.is_open(number) and _is_title(page.lines[number], *HEADLINE)
        if (shared := len(_long_words(page.lines[number]) & prose)) >= SHARED
    ]
    return max(titles)[1] if titles else None


def _long_words(line: str) -> set[str]:
    return {word for word in line.casefold().split() if len(word) >= LONG_WORD}


def is_data(line: str) -> bool:
    """Whether a line has so many numbers that it is a row of a table, a score or an event with its day."""
    return len(_FIGURE.findall(line)) >= DATA


def mark_subheadings(page: PageLines) -> None:
    """Marks short lines, each between empty lines and two paragraphs that end as sentences do.

    A line with a figure or a date may be an event of a chronology or a result; as body it is compared.
    """
    for number in range(1, len(page) - 1):
        alone = not page.below[number] and not page.below[number + 1]
        line = page.lines[number]
        title = _is_title(line, 3, SUBHEADING) and not ends_like_prose(line) and not _FIGURE.search(line)
        if alone and title and page.is_open(number):
            before, after = _previous_open(page, number), _next_open(page, number)
            if before is not None and after is not None and page.is_prose(before) and page.is_prose(after):
                page.mark(number, Role.HEADING, "sub-heading")


def _first_paragraph(page: PageLines) -> int:
    """The number of the first paragraph of the article itself; 0 when there is none."""
    for number, line in enumerate(page.lines):
        if page.is_open(number) and (
            dateline(line) or (page.is_prose(number) and len(line) >= FIRST_PARAGRAPH)
        ):
            return number
    return 0


def _labels(page: PageLines, headline: int, first: int) -> Iterator[int]:
    """Open lines of a few words above the headline, or below it where there is boilerplate, too."""
    has_boilerplate = any(page.is_boilerplate(number) for number in range(headline, first))
    for number in range(first):
        line = page.lines[number]
        is_label = len(line) <= LABEL and not ends_like_prose(line) and not is_data(line)
        if page.is_open(number) and is_label and (number < headline or has_boilerplate):
            yield number


def _is_title(line: str, fewest: int, most: int) -> bool:
    """Whether a line could be a headline: the right length, several words, no end of a sentence."""
    if len(line) > most:
        return False
    if any("\u3040" <= character <= "\ud7af" for character in line):  # Chinese, Japanese, Korean
        fewest = min(fewest, 6)
    elif fewest > SUBHEADING // 6 and count_words(line) < 3:
        return False
    starts_well = line[0].isupper() or line[0].isdigit() or not line[0].isascii() or line[0] in "\"'"
    is_question = line[-1] in "?!"
    return fewest <= len(line) and starts_well and (is_question or not ends_like_prose(line))


def _previous_open(page: PageLines, number: int) -> int | None:
    return next((n for n in range(number - 1, -1, -1) if page.is_open(n)), None)


def _next_open(page: PageLines, number: int) -> int | None:
    return number + 1 if page.is_open(number + 1) else None
