"""Annotations as Markdown: front matter, a table of articles, pairs compared, highlights by article."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from itertools import count, product
from string import ascii_uppercase
from typing import TYPE_CHECKING

from annotations.export.differing import differing_words
from annotations.export.markdown_text import inline, link, paragraphs, quoted, tag, yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from annotations.model import Annotation, ArticleReference, Target

__all__ = ["markdown"]

Letters = dict[str, str]
"""The letter of each article (A, B, …, Z, AA, …) by its id."""


def markdown(annotations: Sequence[Annotation], *, now: datetime) -> str:
    """A Markdown document of the annotations, in CommonMark with front matter and one table.

    The same annotations and `now` give the same text. Articles are lettered by date, then title; pairs come
    first, then each article's highlights in the order of its text. No text of an annotation or article can
    make structure. `^r-…` is the block id of an annotation and stays the same from export to export.
    """
    articles = _articles(annotations)
    letters = dict(zip((article.id for article in articles), _lettering(), strict=False))
    blocks = [
        _front_matter(annotations, articles, now),
        "# Annotations",
        _table(articles, letters),
        *_compared(annotations, letters),
        *(block for article in articles for block in _highlights(annotations, article, letters)),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _articles(annotations: Sequence[Annotation]) -> list[ArticleReference]:
    newest: dict[str, ArticleReference] = {}
    for annotation in sorted(annotations, key=lambda each: (each.updated, each.id)):
        newest |= {target.article.id: target.article for target in annotation.targets}
    return sorted(newest.values(), key=lambda each: (each.date or "9999", each.title, each.id))


def _lettering() -> Iterator[str]:
    for length in count(1):
        yield from map("".join, product(ascii_uppercase, repeat=length))


def _front_matter(annotations: Sequence[Annotation], articles: list[ArticleReference], now: datetime) -> str:
    pairs = sum(annotation.is_pair for annotation in annotations)
    tags = Counter(name for annotation in annotations for name in annotation.tags)
    fields: dict[str, str | int | list[str]] = {
        "title": "Annotations",
        "generator": "reader",
        "created": now.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
        "articles": [article.title for article in articles],
        "sources": sorted({article.source for article in articles if article.source}),
        "highlights": len(annotations) - pairs,
        "pairs": pairs,
        "tags": sorted({tag(name)[1:] for name in tags if tag(name)}),
    }
    return "\n".join(["---", *(f"{name}: {yaml(value)}" for name, value in fields.items()), "---"])


def _table(articles: list[ArticleReference], letters: Letters) -> str:
    if not articles:
        return ""
    rows = [
        (letters[each.id], inline(each.title), inline(each.source), inline(each.date), link(each.url))
        for each in articles
    ]
    lines = [("", "Article", "Source", "Date", "Link"), ("---",) * 5, *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _compared(annotations: Sequence[Annotation], letters: Letters) -> Iterator[str]:
    pairs = sorted((each for each in annotations if each.is_pair), key=lambda each: (each.created, each.id))
    if pairs:
        yield "## Compared"
    for pair in pairs:
        yield _pair_heading(pair, letters)
        yield from _pair_quotes(pair, letters)
        yield from _remarks(pair)


def _pair_heading(pair: Annotation, letters: Letters) -> str:
    *others, last = dict.fromkeys(letters[target.article.id] for target in pair.targets)
    heading = f"### {', '.join(others)} and {last}"
    return f"{heading}: {inline(pair.relation)}" if pair.relation else heading


def _pair_quotes(pair: Annotation, letters: Letters) -> Iterator[str]:
    texts = [target.quote.exact for target in pair.targets]
    quotes = map(_bold, differing_words(*texts)) if len(texts) == 2 else map(paragraphs, texts)
    for target, quote in zip(pair.targets, quotes, strict=True):
        yield f"{letters[target.article.id]}, {_named(target.article)}:"
        yield quoted(quote)
    yield _block_id(pair)


def _named(article: ArticleReference) -> str:
    return ", ".join(inline(part) for part in (article.source or article.title, article.date) if part)


def _bold(words: Iterable[tuple[str, bool]]) -> str:
    text = " ".join(f"**{inline(word)}**" if differs else inline(word) for word, differs in words)
    return text.replace("** **", " ")


def _highlights(
    annotations: Sequence[Annotation], article: ArticleReference, letters: Letters
) -> Iterator[str]:
    mine = [each for each in annotations if not each.is_pair and each.targets[0].article.id == article.id]
    if mine:
        yield f"## {letters[article.id]}. {inline(article.title)}"
    for annotation in sorted(mine, key=_place):
        yield "\n>\n".join(quoted(paragraphs(target.quote.exact)) for target in annotation.targets)
        yield _block_id(annotation)
        yield from _remarks(annotation)


def _place(annotation: Annotation) -> tuple[int, int, str]:
    first: Target = annotation.targets[0]
    return first.position.start, first.position.end, annotation.id


def _remarks(annotation: Annotation) -> Iterator[str]:
    yield " · ".join([*filter(None, map(tag, annotation.tags)), inline(annotation.colour)])
    if annotation.note:
        yield paragraphs(annotation.note)


def _block_id(annotation: Annotation) -> str:
    return f"^r-{annotation.id.rpartition('-')[2]}"
