"""The lines of a page that are boilerplate: credits, captions, share buttons, lists of other articles.

Each line has a sign of so much weight: its words, by the lists and patterns in `reader.language.boilerplate`,
its form, a sentence or not, and its place, among the prose of the article or outside. A line that ends as a
sentence among prose is body, unless only a page says that of itself. Nothing is cut: a paragraph gets a role
and the reason for it. Marking a line of the article is worse than missing boilerplate.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from reader.articles.headlines import is_data, mark_headlines, mark_subheadings
from reader.articles.model import Paragraph, Role
from reader.articles.page import PageLines
from reader.articles.prose_region import prose_region
from reader.language.boilerplate.recognizing import NOTHING, Sign, is_list_header, sign_of
from reader.language.boilerplate.weights import LABEL as ENOUGH
from reader.language.sentences import ends_like_prose

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

__all__ = ["classify"]

HEADER = 60
"""Characters that the header of a list of other articles may have."""

ITEM = 110
"""Characters that the title of another article, or a label, may have."""

ITEMS = 5
"""Lines that a list of other articles may have by its header alone: an article goes on after it."""

NEAR, FAR = 30, 100
"""Lines between two known lines, at most, for the labels between them to be a menu or list: next to the
prose, and beyond. Tuned on half of the pages of scrapinghub/article-extraction-benchmark."""

OF_ARTICLES = frozenset(
    (
        *("photo credit", "photo caption", "picture count", "byline", "time of publication"),
        *("reading time", "agency credit", "link", "correction", "author note", "copyright"),
    )
)
"""Kinds of lines that say nothing of a menu near by: articles have them without a page, too."""

SOURCES = 3
"""Lines that are but a link from which they are the sources of the article."""

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
    signs = _without_sources([sign_of(line) for line in page.lines])
    region = prose_region(page.lines, [sign.weight for sign in signs])
    _mark_signs(page, signs, region)
    _captions(page)
    _lists(page)
    _author_notes(page)
    mark_headlines(page, region)
    known = {n for n, sign in enumerate(signs) if sign.weight >= ENOUGH and sign.reason not in OF_ARTICLES}
    if region:
        _menus(page, known, range(region.start - 1, -1, -1))
        _menus(page, known, range(region.stop, len(page)))
    mark_subheadings(page)
    return tuple(page.paragraphs)


def _without_sources(signs: list[Sign]) -> list[Sign]:
    """The signs, without those of links where there are many: sources, not a button."""
    links = sum(sign.reason == "link" for sign in signs)
    return [NOTHING if sign.reason == "link" and links >= SOURCES else sign for sign in signs]


def _mark_signs(page: PageLines, signs: Sequence[Sign], region: range) -> None:
    """Marks lines by their signs: at once what needs no place, then what its place confirms.

    The place confirms a sign between two lines of boilerplate, and beside one outside of the prose.
    """
    for number, sign in enumerate(signs):
        if sign.weight >= ENOUGH:
            page.mark(number, Role.BOILERPLATE, sign.reason)
    for number, sign in enumerate(signs):
        if sign.reason and sign.weight + 1 >= ENOUGH:
            near = page.boilerplate_beside(number)
            if near and (all(near) or (any(near) and number not in region)):
                page.mark(number, Role.BOILERPLATE, sign.reason)


def _menus(page: PageLines, known: Collection[int], outside: range) -> None:
    """Marks labels outside of the prose between two `known` lines: menus and lists of titles.

    `outside` are the lines before or after the prose, from the nearest; the end of the page counts as a known
    line. Between the first two, the list may be the article's own, unless it is short.
    """
    ends = [number for number in outside if number in known]
    ends += [outside.stop] if ends else []
    for gap, (first, last) in enumerate(pairwise(ends)):
        if abs(last - first) <= (FAR if gap else NEAR):
            for number in range(first, last, outside.step):
                if _is_label(page, number, ITEM):
                    page.mark(number, Role.BOILERPLATE, "outside the article's prose")


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
        is_header = paragraph.reason in ("related articles", "tags") and len(page.lines[number]) <= HEADER
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


def _is_label(page: PageLines, number: int, longest: int) -> bool:
    """Whether a line is boilerplate, or short without the end of a sentence (a title may be a question)."""
    line = page.lines[number]
    is_short = len(line) <= longest and not _LISTED.match(line) and not is_data(line)
    return page.is_boilerplate(number) or (is_short and (not ends_like_prose(line) or line.endswith("?")))
