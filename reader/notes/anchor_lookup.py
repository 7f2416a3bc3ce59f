"""Where annotations stand in their articles, as exports tell it: by state, paragraph and sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from annotations.anchoring import State, anchor
from annotations.filtering import MISSING
from annotations.model import Annotation, ArticleReference, Target
from reader.articles.model import Article
from reader.matching.model import Difference
from reader.notes.anchored_place import AnchoredPlace, Span
from reader.notes.notebook import find_article

__all__ = ["AnchorLookup", "place_of"]


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

    def places(self, annotation: Annotation) -> tuple[AnchoredPlace | None, ...]:
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

    def differences(
        self, annotation: Annotation, places: Sequence[AnchoredPlace | None]
    ) -> tuple[Difference, ...]:
        """What differs between the passages of a pair of two, where both are found."""
        from reader.differences.pinned import pinned_match

        articles = [self.article(target.article) for target in annotation.targets]
        match articles, places:
            case [Article() as a, Article() as b], [AnchoredPlace() as here, AnchoredPlace() as there]:
                if State.ORPHAN not in (here.state, there.state):
                    return pinned_match(a, here.span, b, there.span).differences
        return ()

    def _place(self, target: Target) -> AnchoredPlace | None:
        article = self.article(target.article)
        if article is None:
            return None
        found = anchor(target, article.text)
        if found.state is State.ORPHAN:
            return AnchoredPlace(State.ORPHAN)
        return place_of(article, (found.start, found.end), found.state)


def place_of(article: Article, span: Span, state: State = State.OK) -> AnchoredPlace:
    """The place of code points `span` of an article, by the sentence in which they begin."""
    sentences = article.sentences
    number = max(bisect_right(sentences, span[0], key=lambda sentence: sentence.start) - 1, 0)
    if not sentences:
        return AnchoredPlace(state, span)
    paragraph = sentences[number].paragraph
    first = bisect_right(sentences, paragraph - 1, key=lambda sentence: sentence.paragraph)
    return AnchoredPlace(state, span, paragraph + 1, number - first + 1)
