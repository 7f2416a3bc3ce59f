"""Where annotations stand in their articles, as exports tell it: by state, paragraph and sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from annotations.anchoring import State, anchor
from annotations.filtering import MISSING
from annotations.model import Annotation, ArticleReference, Target
from reader.articles.model import Article
from reader.exchange.work import Difference, Place, Span
from reader.matching.model import Difference as Found
from reader.matching.model import Passage
from reader.notes.notebook import find_article

__all__ = ["AnchorLookup", "place_of", "told"]


class AnchorLookup:
    """Looks annotations up in `articles`, else in the files they were made in; each is read once."""

    def __init__(self, articles: Iterable[Article] = ()) -> None:
        self._articles = tuple(articles)
        self._found: dict[str, Article | None] = {}

    def article(self, reference: ArticleReference) -> Article | None:
        """The article that annotations speak of; None where it is not to be had."""
        if reference.id not in self._found:
            self._found[reference.id] = find_article(reference, self._articles)
        return self._found[reference.id]

    def places(self, annotation: Annotation) -> tuple[Place | None, ...]:
        """Where each target is; None where its article is not to be had."""
        return tuple(map(self._place, annotation.targets))

    def found(self, annotation: Annotation) -> Iterator[tuple[str, str]]:
        """Of each target its state (see annotations.filtering.STATES), and the words there now."""
        for target, place in zip(annotation.targets, self.places(annotation), strict=True):
            article = self.article(target.article)
            now = article.text[slice(*place.span)] if article and place and place.span else ""
            yield (str(place.state) if place else MISSING), now

    def states(self, annotation: Annotation) -> set[str]:
        """How surely its targets are found: members of annotations.filtering.STATES."""
        return {str(place.state) if place else MISSING for place in self.places(annotation)}

    def differences(self, annotation: Annotation, places: Sequence[Place | None]) -> tuple[Difference, ...]:
        """What differs between the passages of a pair of two, where both are found."""
        from reader.differences.pinned import pinned_match

        articles = [self.article(target.article) for target in annotation.targets]
        match articles, places:
            case [Article() as a, Article() as b], [Place() as here, Place() as there]:
                if State.ORPHAN not in (here.state, there.state):
                    return told(pinned_match(a, here.span, b, there.span).differences)
        return ()

    def _place(self, target: Target) -> Place | None:
        article = self.article(target.article)
        if article is None:
            return None
        found = anchor(target, article.text)
        if found.state is State.ORPHAN:
            return Place(State.ORPHAN)
        return place_of(article, (found.start, found.end), found.state)


def place_of(article: Article, span: Span, state: State = State.OK) -> Place:
    """The place of code points `span` of an article, by the sentence in which they begin."""
    sentences = article.sentences
    number = max(bisect_right(sentences, span[0], key=lambda sentence: sentence.start) - 1, 0)
    if not sentences:
        return Place(state, span)
    paragraph = sentences[number].paragraph
    first = bisect_right(sentences, paragraph - 1, key=lambda sentence: sentence.paragraph)
    return Place(state, span, paragraph + 1, number - first + 1)


def told(differences: Iterable[Found]) -> tuple[Difference, ...]:
    """Differences as exports tell them."""
    return tuple(Difference(str(one.kind), one.message, _span(one.a), _span(one.b)) for one in differences)


def _span(passage: Passage | None) -> Span | None:
    return (passage.start, passage.end) if passage else None
