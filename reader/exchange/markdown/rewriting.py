"""A Markdown export written again: our part is new, the user's own lines in the file stay."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.exchange.markdown.page import MarkdownPage, MarkdownPart, Section, parsed, tags_of
from reader.exchange.markdown.text import yaml

__all__ = ["markdown_again"]

_REMOVED = "## Removed"
_WHY = "These annotations are not in this export: they were deleted, or a filter left them out."
_OURS_ONCE = ("title", "created")  # the user may change the title; created is the time of the first export


def markdown_again(before: str, new: str) -> str:
    """The export `new`, with everything that the user has added to the file that contained `before`.

    The following is kept: the text around our part, every line inside it that is not ours, front matter with
    other keys, the title, and tags that the user has added. Text under an annotation stays under it; an
    annotation that is no longer in `new` moves to a list of removed ones. A second call changes nothing.
    Raises UserError where `before` has lost one of its comments.
    """
    old, page = parsed(before), parsed(new)
    page.front = _front(old, page)
    page.before, page.after = old.before, old.after
    parts = {part.id: part for section in old.sections for part in section.parts if part.id}
    for part in (part for section in page.sections for part in section.parts):
        if part.id in parts:
            part.own = parts[part.id].own
    _keep_under_headings(old, page)
    page.sections += _removed(old, page)
    return page.text()


def _front(old: MarkdownPage, new: MarkdownPage) -> dict[str, list[str]]:
    kept = {key: lines for key, lines in old.front.items() if key not in new.front or key in _OURS_ONCE}
    tags = [*new.tags, *(tag for tag in tags_of(old.front) if tag not in {*old.tags, *new.tags})]
    return new.front | {"tags": [f"tags: {yaml(tags)}"]} | kept


def _keep_under_headings(old: MarkdownPage, new: MarkdownPage) -> None:
    """Moves text that the user wrote under a heading to where the heading is now."""
    sections = {_title(section): section for section in new.sections}
    for section in old.sections:
        if section.own and _title(section) in sections:
            sections[_title(section)].own = section.own


def _title(section: Section) -> str:
    """The heading without the article's letter, which may be another one next time."""
    return re.sub(r"^## [A-Z]+\. ", "## ", section.heading)


def _removed(old: MarkdownPage, new: MarkdownPage) -> list[Section]:
    """The section of removed annotations, and of the user's lines that have no other place now."""
    current = {part.id for section in new.sections for part in section.parts}
    titles = {_title(section) for section in new.sections}
    removed = Section([_REMOVED, "", _WHY])
    for section in old.sections:
        if section.own and _title(section) not in titles:
            removed.own += [*section.own, ""]
        for part in section.parts:
            if not part.id:
                removed.own += [*part.own, ""] if part.own else []
            elif part.id not in current:
                removed.parts.append(
                    MarkdownPart([*_provenance(section, part), *part.lines], part.own, part.id)
                )
    return [removed] if removed.parts or any(removed.own) else []


def _provenance(section: Section, part: MarkdownPart) -> Iterator[str]:
    """The article of a highlight that is no longer under its title."""
    title = _title(section)
    if title != section.heading:
        yield from (f"**{title[3:]}**", "")
