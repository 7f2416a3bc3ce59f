"""Annotations as Markdown: a table of articles, differences, matches, highlights by article, orphans."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from reader.differences.word_diff import Span, word_diff
from reader.exchange.markdown.front_matter import front_matter, tags_in
from reader.exchange.markdown.page import MarkdownPage, MarkdownPart, Section, page_lines
from reader.exchange.markdown.text import inline, link, named_link, paragraphs, quoted, tag, yaml
from reader.exchange.web_address import is_web_address, with_text_fragment
from reader.exchange.work import Match, Side, Work, lettered

if TYPE_CHECKING:
    from datetime import datetime

    from annotations.model import Annotation, ArticleReference

__all__ = ["block_id", "markdown"]

Letters = dict[str, str]


def markdown(work: Work, *, now: datetime) -> str:
    """A Markdown document of the work, in CommonMark with front matter and one table.

    The same work and `now` give the same text. Pairs that differ come first, then other pairs, then each
    article's highlights in the order of its text, then what stands in its article no more. No text of an
    annotation or article can make structure. `^r-…` is the block id of an annotation and stays the same
    from export to export.
    """
    letters = lettered(work.articles())
    front = {key: [f"{key}: {yaml(value)}"] for key, value in front_matter(work, now).items()}
    return MarkdownPage(front, [*_sections(work, letters)], tags_in(work)).text()


def block_id(annotation: Annotation) -> str:
    """What Obsidian links to an annotation by."""
    return f"r-{annotation.id.rpartition('-')[2]}"


def _sections(work: Work, letters: Letters) -> Iterator[Section]:
    yield Section(page_lines([f"# {work.title}", _table(work.articles(), letters)]))
    found, denied = (
        [match for match in work.pairs(denied=each) if not _is_orphan(work, match)] for each in (False, True)
    )
    yield from _pairs("Differences", [match for match in found if match.differs], letters)
    yield from _pairs("Matches", [match for match in found if not match.differs], letters)
    yield from _pairs("No matches", denied, letters)
    yield from _highlights(work, letters)
    yield from _orphans(work, letters)


def _is_orphan(work: Work, match: Match) -> bool:
    return match.annotation is not None and work.is_orphan(match.annotation)


def _table(articles: list[ArticleReference], letters: Letters) -> str:
    if not articles:
        return ""
    rows = [
        (letters[each.id], inline(each.title), inline(each.source), inline(each.date), link(each.url))
        for each in articles
    ]
    lines = [("", "Article", "Source", "Date", "Link"), ("---",) * 5, *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _pairs(heading: str, matches: list[Match], letters: Letters) -> Iterator[Section]:
    if matches:
        yield Section([f"## {heading}"], parts=[_pair(match, letters) for match in matches])


def _pair(match: Match, letters: Letters) -> MarkdownPart:
    texts = [side.quote for side in match.sides]
    quotes = _compared(*texts) if len(texts) == 2 else map(paragraphs, texts)
    sides = (
        (_label(side, letters, _source(side.article)), quoted(quote))
        for side, quote in zip(match.sides, quotes, strict=True)
    )
    remarks = _remarks(match.annotation) if match.annotation else ()
    blocks = (_heading(match, letters), *chain(*sides), f"^{_match_id(match)}", _differences(match), *remarks)
    return MarkdownPart(page_lines(blocks))


def _heading(match: Match, letters: Letters) -> str:
    *others, last = dict.fromkeys(letters[side.article.id] for side in match.sides)
    score = "" if match.score is None else f"{match.score:.0f} of 100"
    said = ", ".join(filter(None, (match.relation, match.kind, score)))
    return f"### {', '.join(others)} and {last}" + (f": {inline(said)}" if said else "")


def _match_id(match: Match) -> str:
    """That of the annotation; else one made of the passages, so that it stays the same."""
    if match.annotation:
        return block_id(match.annotation)
    from hashlib import sha256

    named = "\0".join(f"{side.article.id}\0{side.quote}" for side in match.sides)
    return f"m-{sha256(named.encode()).hexdigest()[:12]}"


def _differences(match: Match) -> str:
    """A callout, as Obsidian and GitHub have them."""
    lines = [f"- {inline(difference.message)}" for difference in match.differences]
    return quoted("\n".join(["[!IMPORTANT]", *lines])) if lines else ""


def _compared(a: str, b: str) -> Iterator[str]:
    """Two quotes, each on one line, with the words that differ in bold, if these are few."""
    diff = word_diff(a, b)
    for text, spans in ((a, diff.a), (b, diff.b)):
        yield _bold(text, spans if diff.are_few else ())


def _bold(text: str, spans: Sequence[Span]) -> str:
    """A text on one line, in bold every word, from white space to white space, that a span reaches into."""

    def formatted(word: re.Match[str]) -> str:
        differs = any(start < word.end() and word.start() < end for start, end in spans)
        return f"**{inline(word[0])}**" if differs else inline(word[0])

    return " ".join(map(formatted, re.finditer(r"\S+", text))).replace("** **", " ")


def _label(side: Side, letters: Letters, *more: str) -> str:
    """Which article, and where in it; with a link to the words where the article is on the web."""
    place = side.place
    where = f"paragraph {place.paragraph}, sentence {place.sentence}" if place and place.paragraph else ""
    address = with_text_fragment(side.article.url, side.quote)
    linked = named_link(where or "in the article", address) if where or is_web_address(address) else ""
    doubt = place.doubt if place else ""
    first = " ".join(filter(None, (f"**{letters[side.article.id]}**", linked)))
    return " · ".join(filter(None, (first, *more, doubt)))


def _source(article: ArticleReference) -> str:
    return ", ".join(inline(part) for part in (article.source or article.title, article.date) if part)


def _highlights(work: Work, letters: Letters) -> Iterator[Section]:
    mine: dict[str, list[Annotation]] = {identity: [] for identity in letters}
    for annotation in sorted(work.annotations, key=_place):
        if not annotation.is_pair and not work.is_orphan(annotation):
            mine[annotation.targets[0].article.id].append(annotation)
    for article in work.articles():
        if mine[article.id]:
            heading = f"## {letters[article.id]}. {inline(article.title)}"
            yield Section([heading], parts=[_highlight(work, each, letters) for each in mine[article.id]])


def _highlight(work: Work, annotation: Annotation, letters: Letters) -> MarkdownPart:
    sides = work.sides(annotation)
    quotes = "\n>\n".join(quoted(paragraphs(side.quote)) for side in sides)
    said, *note = _remarks(annotation)
    return MarkdownPart(
        page_lines([_label(sides[0], letters, said), quotes, f"^{block_id(annotation)}", *note])
    )


def _orphans(work: Work, letters: Letters) -> Iterator[Section]:
    lost = sorted(filter(work.is_orphan, work.annotations), key=lambda each: (each.created, each.id))
    if lost:
        why = "Their words stand in the article no more."
        yield Section(["## Orphans", "", why], parts=[_orphan(work, each, letters) for each in lost])


def _orphan(work: Work, annotation: Annotation, letters: Letters) -> MarkdownPart:
    sides = (
        (_label(side, letters, _source(side.article)), quoted(paragraphs(side.quote)))
        for side in work.sides(annotation)
    )
    blocks = (*chain(*sides), f"^{block_id(annotation)}", inline(annotation.relation), *_remarks(annotation))
    return MarkdownPart(page_lines(blocks))


def _place(annotation: Annotation) -> tuple[int, int, str]:
    first = annotation.targets[0]
    return first.position.start, first.position.end, annotation.id


def _remarks(annotation: Annotation) -> Iterator[str]:
    by = f"by {inline(annotation.author)}" if annotation.author else ""
    yield " · ".join(filter(None, [*map(tag, annotation.tags), inline(annotation.colour), by]))
    if annotation.note:
        yield paragraphs(annotation.note)
