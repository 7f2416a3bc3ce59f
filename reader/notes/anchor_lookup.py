"""Annotations found again in their articles: state, place, and the match inside a pair."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from annotations.anchoring.anchor import anchor
from annotations.anchoring.model import State
from annotations.filtering import MISSING
from annotations.model import Annotation, ArticleReference, Target
from reader.articles.model import Article
from reader.matching.model import Match
from reader.notes.anchored_place import AnchoredPlace, Span
from reader.notes.references import find_article

__all__ = ["AnchorLookup", "place_of"]


class AnchorLookup:
    """Finds annotations in `articles`, else in the files they were made in; each file is read once."""

    def __init__(self, articles: Iterable[Article] = ()) -> None:
        self._articles = tuple(articles)
        self._loaded: dict[str, Article | None] = {}

    def article(self, reference: ArticleReference) -> Article | None:
        """The article that annotations refer to; None where it is not available."""
        if reference.id not in self._loaded:
            self._loaded[reference.id] = find_article(reference, self._articles)
        return self._loaded[reference.id]

    def places(self, annotation: Annotation) -> tuple[AnchoredPlace | None, ...]:
        """The place of each target; None where its article is not available."""
        return tuple(map(self._place, annotation.targets))

    def words_now(self, annotation: Annotation) -> Iterator[tuple[str, str]]:
        """The state of each target (one of annotations.filtering.STATES), and the words there now."""
        for target, place in zip(annotation.targets, self.places(annotation), strict=True):
            article = self.article(target.article)
            words = article.text[slice(*place.span)] if article and place else ""
            yield (str(place.state) if place else MISSING), words

    def states(self, annotation: Annotation) -> set[str]:
        """The states of the targets, members of annotations.filtering.STATES."""
        return {str(place.state) if place else MISSING for place in self.places(annotation)}

    def pinned_match(self, annotation: Annotation, places: Sequence[AnchoredPlace | None]) -> Match | None:
        """The match of a pair of two passages, with their differences; None unless both were found."""
        from reader.differences.pinned import pinned_match

        articles = [self.article(target.article) for target in annotation.targets]
        match articles, places:
            case [Article() as a, Article() as b], [AnchoredPlace() as in_a, AnchoredPlace() as in_b]:
                if State.ORPHAN not in (in_a.state, in_b.state):
                    pinned = pinned_match(a, in_a.span, b, in_b.span)
                    detail = pinned.detail(pinned)
                    return replace(pinned, detail=lambda _match: detail)  # worked out once
        return None

    def _place(self, target: Target) -> AnchoredPlace | None:
        article = self.article(target.article)
        if article is None:
            return None
        anchored = anchor(target, article.text)
        if anchored.state is State.ORPHAN:
            return AnchoredPlace(State.ORPHAN)
        return place_of(article, (anchored.start, anchored.end), anchored.state)


def place_of(article: Article, span: Span, state: State = State.OK) -> AnchoredPlace:
    """The place of code points `span` of an article, by the sentence in which they begin."""
    sentences = article.sentences
    if not sentences:
        return AnchoredPlace(state, span)
    number = article.sentence_at(span[0])
    paragraph = sentences[number].paragraph
    first = bisect_right(sentences, paragraph - 1, hi=number, key=lambda sentence: sentence.paragraph)
    return AnchoredPlace(state, span, paragraph + 1, number - first + 1)
