"""A Markdown export made again: ours is new, what the user has written into the file stays."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.exchange.markdown.page import MarkdownPage, MarkdownPart, Section, parsed, tags_of
from reader.exchange.markdown.text import yaml

__all__ = ["markdown_again"]

_REMOVED = "## Removed"
_WHY = "These are not among the annotations exported now: deleted, or left out by a filter."
_OURS_ONCE = ("title", "created")  # the user may change them, or they tell of the first export


def markdown_again(before: str, new: str) -> str:
    """The export `new`, with what the user has added to the file that held `before`.

    Kept are the text around our part, every line inside it that is not ours, front matter of other keys, the
    title, and tags that the user has added. What was under an annotation stays under it; an annotation
    that is in `new` no more moves to a list of removed ones. To do it twice changes nothing more.
    Raises UserError where `before` has lost its markers.
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
    """Moves what the user wrote under a heading to where that stands now."""
    sections = {_title(section): section for section in new.sections}
    for section in old.sections:
        if section.own and _title(section) in sections:
            sections[_title(section)].own = section.own


def _title(section: Section) -> str:
    """The heading without the article's letter, which another article may have tomorrow."""
    return re.sub(r"^## [A-Z]+\. ", "## ", section.heading)


def _removed(old: MarkdownPage, new: MarkdownPage) -> list[Section]:
    """The section of what was there once, with all that the user wrote where there is no place for it now."""
    there = {part.id for section in new.sections for part in section.parts}
    titles = {_title(section) for section in new.sections}
    removed = Section([_REMOVED, "", _WHY])
    for section in old.sections:
        if section.own and _title(section) not in titles:
            removed.own += [*section.own, ""]
        for part in section.parts:
            if not part.id:
                removed.own += [*part.own, ""] if part.own else []
            elif part.id not in there:
                removed.parts.append(
                    MarkdownPart([*_provenance(section, part), *part.lines], part.own, part.id)
                )
    return [removed] if removed.parts or any(removed.own) else []


def _provenance(section: Section, part: MarkdownPart) -> Iterator[str]:
    """The article of a highlight, once it does not stand under its title any more."""
    title = _title(section)
    if title != section.heading:
        yield from (f"**{title[3:]}**", "")
