"""Years of one event in sentences that do not match: "the bridge, which opened in 1931, carries …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reader.articles.model import Article, Role
from reader.language.stems import is_content, stem
from reader.language.words import tokens
from reader.matching.model import DifferenceKind, Passage
from reader.story.model import Fact, Value, Variant

__all__ = ["with_years_elsewhere"]

_DATED = re.compile(r"\b(?P<verb>[a-z]+) in (?P<year>(?:1[6-9]|20)\d\d)\b")


def with_years_elsewhere(articles: Sequence[Article], fact: Fact) -> Fact:
    """The fact with the years that other articles give for its event; any other fact unchanged.

    An event is a verb before "in" and the nearest content word before it; all values of the fact share both.
    """
    if fact.kind is not DifferenceKind.DATE or fact.agreed:
        return fact
    verbs, subjects = _event(articles, fact.values)
    if len(verbs) != 1 or not subjects:
        return fact
    covered = {value.article for value in fact.values}
    others = [
        value
        for number, article in enumerate(articles)
        if number not in covered
        for value in _years(number, article, verbs, subjects)
    ]
    variants = [_joined(variant, others) for variant in fact.variants]
    return replace(fact, variants=tuple(sorted(variants, key=_articles, reverse=True)))


def _articles(variant: Variant) -> int:
    return len({value.article for value in variant.values})


def _event(articles: Sequence[Article], values: Sequence[Value]) -> tuple[set[str], set[str]]:
    """The stems of the verbs of the years, and the stems before the verb in all their sentences."""
    verbs: set[str] = set()
    before: list[set[str]] = []
    for value in values:
        dated = value.passage and _dated_at(articles[value.article], value.passage)
        if not dated:
            return set(), set()
        verbs.add(stem(dated[0]))
        before.append(set(dated[1]))
    return verbs, set.intersection(*before)


def _dated_at(article: Article, passage: Passage) -> tuple[str, list[str]] | None:
    """The verb of the year in a passage, with the stems before it; None if the passage is not such a year."""
    sentence = article.sentences[article.sentence_at(passage.start)]
    matches = _DATED.finditer(article.text, sentence.start, sentence.end)
    dated = next((match for match in matches if match.span("year") == (passage.start, passage.end)), None)
    return dated and (dated["verb"], _before(article, sentence.start, dated))


def _before(article: Article, start: int, dated: re.Match[str]) -> list[str]:
    return [word.stem for word in tokens(article.text, start, dated.start()) if is_content(word.stem)]


def _years(number: int, article: Article, verbs: set[str], subjects: set[str]) -> Iterator[Value]:
    """The years that the body of an article gives for an event."""
    for sentence in article.sentences:
        if article.role(sentence) is Role.BODY:
            for dated in _DATED.finditer(article.text, sentence.start, sentence.end):
                nearest = _before(article, sentence.start, dated)[-1:]
                if stem(dated["verb"]) in verbs and subjects.issuperset(nearest) and nearest:
                    yield Value(number, dated["year"], Passage(article.id, *dated.span("year")))


def _joined(variant: Variant, others: Sequence[Value]) -> Variant:
    """The variant with the other values that are the same year, one for each article."""
    years = {value.words for value in variant.values}
    same = {value.article: value for value in reversed(others) if value.words in years}
    return Variant((*variant.values, *sorted(same.values(), key=lambda value: value.article)))
