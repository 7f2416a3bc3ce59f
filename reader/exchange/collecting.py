"""Exports collected from annotations, articles and their matches."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from reader.base.sanitizing import printable
from reader.base.version import __version__
from reader.exchange.export import Export, Pair, QuotedPassage
from reader.matching.thresholds import DEFAULT_THRESHOLD

if TYPE_CHECKING:
    from annotations.model import Annotation, ArticleReference, Tag
    from reader.articles.model import Article
    from reader.matching.model import Match
    from reader.notes.anchor_lookup import AnchorLookup

__all__ = ["MOST_COMPARED", "export_of_annotations", "export_of_matches", "with_articles"]

MOST_COMPARED = 6
"""Articles that a report of annotations compares, each with each; with more it shows only the texts."""


def export_of_annotations(
    annotations: Sequence[Annotation],
    lookup: AnchorLookup,
    codebook: Sequence[Tag] = (),
    order: Sequence[ArticleReference] = (),
) -> Export:
    """The annotations with their places, the differences inside pairs, and the tags that are described."""
    places = {annotation.id: lookup.places(annotation) for annotation in annotations}
    pairs = (annotation for annotation in annotations if annotation.is_pair)
    pinned = {pair.id: match for pair in pairs if (match := lookup.pinned_match(pair, places[pair.id]))}
    return Export([*map(_encodable, annotations)], places, pinned, codebook=codebook, order=order)


def _encodable(annotation: Annotation) -> Annotation:
    """The annotation with paths that every format can write, also where a name is not UTF-8."""
    targets = [
        replace(each, article=replace(each.article, path=printable(each.article.path)))
        for each in annotation.targets
    ]
    return replace(annotation, targets=tuple(targets))


def export_of_matches(articles: Sequence[Article], matches: Iterable[Match], threshold: float) -> Export:
    """Articles in full with those of their matches that score at least `threshold` (0-100)."""
    made = {"reader": __version__, "threshold": f"{threshold:g}"}
    return Export((), matches=list(matches), articles=articles, made=made)


def with_articles(export: Export, lookup: AnchorLookup, *, matches: bool) -> Export:
    """The export with its articles in full, as far as they are available, and with their matches.

    Matches that the user has rejected are left out.
    """
    from reader.differences.compare import compare

    articles = [article for article in map(lookup.article, export.references()) if article]
    pairs = combinations(articles, 2) if matches and len(articles) <= MOST_COMPARED else ()
    matched = [match for a, b in pairs for match in compare(a, b).above(DEFAULT_THRESHOLD)]
    full = export_of_matches(articles, matched, DEFAULT_THRESHOLD)
    rejected = export.rejected_pairs()
    accepted = [
        match
        for match, pair in zip(matched, full.found_pairs(), strict=True)
        if not any(_overlap(pair, other) for other in rejected)
    ]
    return replace(export, matches=accepted, articles=articles, made=full.made)


def _overlap(pair: Pair, other: Pair) -> bool:
    """Whether each passage of a pair has something in common with a passage of another pair."""
    return all(any(_share_text(one, two) for two in other.excerpts) for one in pair.excerpts)


def _share_text(one: QuotedPassage, other: QuotedPassage) -> bool:
    if one.article.id != other.article.id or not (one.place and other.place):
        return False
    return one.place.span[0] < other.place.span[1] and other.place.span[0] < one.place.span[1]
