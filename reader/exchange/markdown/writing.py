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

if TYPE_CHECKING:
    from datetime import datetime

    from annotations.model import Annotation, ArticleReference
    from reader.exchange.export import Export, Pair, QuotedPassage

__all__ = ["block_id", "markdown"]

Letters = dict[str, str]


def markdown(export: Export, *, now: datetime) -> str:
    """A Markdown document of an export, in CommonMark with front matter and one table.

    The same export and `now` give the same text. Pairs that differ come first, then other pairs, then the
    highlights of each article in the order of its text, then orphans. No text of an annotation or article
    can create structure. `^r-…` is the block id of an annotation; it is the same in every export.
    """
    front = {key: [f"{key}: {yaml(value)}"] for key, value in front_matter(export, now).items()}
    return MarkdownPage(front, [*_sections(export)], tags_in(export)).text()


def block_id(annotation: Annotation) -> str:
    """The id that a link in Obsidian names an annotation by."""
    return f"r-{annotation.id.rpartition('-')[2]}"


def _sections(export: Export) -> Iterator[Section]:
    articles, letters = export.references(), export.letters()
    pairs, rejected = (
        [pair for pair in some if not _is_orphan(export, pair)]
        for some in (export.pairs(), export.rejected_pairs())
    )
    yield Section(page_lines([f"# {export.title}", _table(articles, letters)]))
    yield from _pairs("Differences", [pair for pair in pairs if pair.differs], letters)
    yield from _pairs("Matches", [pair for pair in pairs if not pair.differs], letters)
    yield from _pairs("No matches", rejected, letters)
    yield from _highlights(export, articles, letters)
    yield from _orphans(export, letters)


def _is_orphan(export: Export, pair: Pair) -> bool:
    return pair.annotation is not None and export.is_orphan(pair.annotation)


def _table(articles: list[ArticleReference], letters: Letters) -> str:
    if not articles:
        return ""
    rows = [
        (letters[each.id], inline(each.title), inline(each.source), inline(each.date), link(each.url))
        for each in articles
    ]
    lines = [("", "Article", "Source", "Date", "Link"), ("---",) * 5, *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _pairs(heading: str, pairs: list[Pair], letters: Letters) -> Iterator[Section]:
    if pairs:
        yield Section([f"## {heading}"], parts=[_pair(pair, letters) for pair in pairs])


def _pair(pair: Pair, letters: Letters) -> MarkdownPart:
    texts = [excerpt.quote for excerpt in pair.excerpts]
    quotes = _compared(*texts) if len(texts) == 2 else map(paragraphs, texts)
    passages = (
        (_label(excerpt, letters, _source(excerpt.article)), quoted(quote))
        for excerpt, quote in zip(pair.excerpts, quotes, strict=True)
    )
    remarks = _remarks(pair.annotation) if pair.annotation else ()
    blocks = (
        _heading(pair, letters),
        *chain(*passages),
        f"^{_pair_id(pair)}",
        _differences(pair, letters),
        *remarks,
    )
    return MarkdownPart(page_lines(blocks))


def _heading(pair: Pair, letters: Letters) -> str:
    *others, last = dict.fromkeys(letters[excerpt.article.id] for excerpt in pair.excerpts)
    score = "" if pair.score is None else f"{pair.score:.0f} of 100"
    label = ", ".join(filter(None, (pair.relation, pair.kind, score)))
    return f"### {', '.join(others)} and {last}" + (f": {inline(label)}" if label else "")


def _pair_id(pair: Pair) -> str:
    """The block id of the annotation, else one made from the passages: the same in every export."""
    if pair.annotation:
        return block_id(pair.annotation)
    from hashlib import sha256

    passages = "\0".join(f"{excerpt.article.id}\0{excerpt.quote}" for excerpt in pair.excerpts)
    return f"m-{sha256(passages.encode()).hexdigest()[:12]}"


def _differences(pair: Pair, letters: Letters) -> str:
    """A callout, as Obsidian and GitHub show it."""
    lines = [f"- {inline(message)}" for message in pair.described(letters)]
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


def _label(excerpt: QuotedPassage, letters: Letters, *more: str) -> str:
    """The article and the place in it, with a link to the words where the article is on the web."""
    place = excerpt.place
    where = f"paragraph {place.paragraph}, sentence {place.sentence}" if place and place.paragraph else ""
    address = with_text_fragment(excerpt.article.url, excerpt.quote)
    linked = named_link(where or "in the article", address) if where or is_web_address(address) else ""
    doubt = place.doubt if place else ""
    first = " ".join(filter(None, (f"**{letters[excerpt.article.id]}**", linked)))
    return " · ".join(filter(None, (first, *more, doubt)))


def _source(article: ArticleReference) -> str:
    return ", ".join(inline(part) for part in (article.source or article.title, article.date) if part)


def _highlights(export: Export, articles: list[ArticleReference], letters: Letters) -> Iterator[Section]:
    highlights: dict[str, list[Annotation]] = {article.id: [] for article in articles}
    for annotation in sorted(export.annotations, key=_position):
        if not annotation.is_pair and not export.is_orphan(annotation):
            highlights[annotation.targets[0].article.id].append(annotation)
    for article in articles:
        if highlights[article.id]:
            heading = f"## {letters[article.id]}. {inline(article.title)}"
            parts = [_highlight(export, each, letters) for each in highlights[article.id]]
            yield Section([heading], parts=parts)


def _highlight(export: Export, annotation: Annotation, letters: Letters) -> MarkdownPart:
    excerpts = export.excerpts(annotation)
    quotes = "\n>\n".join(quoted(paragraphs(excerpt.quote)) for excerpt in excerpts)
    facts, *note = _remarks(annotation)
    return MarkdownPart(
        page_lines([_label(excerpts[0], letters, facts), quotes, f"^{block_id(annotation)}", *note])
    )


def _orphans(export: Export, letters: Letters) -> Iterator[Section]:
    orphans = sorted(filter(export.is_orphan, export.annotations), key=lambda each: (each.created, each.id))
    if orphans:
        why = "Their words no longer occur in the article."
        yield Section(["## Orphans", "", why], parts=[_orphan(export, each, letters) for each in orphans])


def _orphan(export: Export, annotation: Annotation, letters: Letters) -> MarkdownPart:
    passages = (
        (_label(excerpt, letters, _source(excerpt.article)), quoted(paragraphs(excerpt.quote)))
        for excerpt in export.excerpts(annotation)
    )
    blocks = (
        *chain(*passages),
        f"^{block_id(annotation)}",
        inline(annotation.relation),
        *_remarks(annotation),
    )
    return MarkdownPart(page_lines(blocks))


def _position(annotation: Annotation) -> tuple[int, int, str]:
    first = annotation.targets[0]
    return first.position.start, first.position.end, annotation.id


def _remarks(annotation: Annotation) -> Iterator[str]:
    by = f"by {inline(annotation.author)}" if annotation.author else ""
    yield " · ".join(filter(None, [*map(tag, annotation.tags), inline(annotation.colour), by]))
    if annotation.note:
        yield paragraphs(annotation.note)
