"""Facts by outlets: what each article says of one thing, agreed and differing apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from reader.articles.model import Article
from reader.matching.model import DifferenceKind, Passage
from reader.matching.tokens import Token, is_content, tokens
from reader.story.model import Cluster, Fact, Value
from reader.story.tolls import tolls_of
from reader.story.values import Said, agreeing, differing, numbers
from reader.story.versions import Values

__all__ = ["facts_of"]

_BESIDE = 3
"""Words beside its values that say what a fact is about."""

_NAMES = {
    DifferenceKind.ATTRIBUTION: "who says it",
    DifferenceKind.NEGATION: "whether it is so",
    DifferenceKind.MODALITY: "how sure it is",
    DifferenceKind.QUOTED_WORDS: "words quoted",
}
"""Facts that the words beside them do not say the matter of."""


def facts_of(articles: Sequence[Article], clusters: Sequence[Cluster]) -> tuple[Fact, ...]:
    """The facts of a story: those in which articles differ first, then those of most articles."""
    found = list(tolls_of(articles))
    for number, cluster in enumerate(clusters):
        found += _facts(articles, number, cluster)
    found.sort(key=lambda fact: (fact.agreed, -_tellers(fact)))
    return tuple(_once(found))


def _once(facts: Iterable[Fact]) -> Iterator[Fact]:
    """The facts without those all of whose values others have told."""
    told: set[Value] = set()
    for fact in facts:
        if new := set(_values(fact)) - told:
            told |= new
            yield fact


def _values(fact: Fact) -> Iterator[Value]:
    return (value for version in fact.versions for value in version.values)


def _tellers(fact: Fact) -> int:
    return len({value.article for value in _values(fact)})


def _facts(articles: Sequence[Article], number: int, cluster: Cluster) -> Iterator[Fact]:
    values = Values()
    counted = [list(numbers(articles[one.article], one.article, one.passage)) for one in cluster.tellings]
    for link in cluster.links:
        for pair in differing(articles, cluster, link):
            values.differ(*pair)
        for pair in agreeing(counted[link.a], counted[link.b]):
            values.agree(*pair)
    for fact in values.facts():
        yield Fact(number, fact[0].kind, _about(articles, cluster, fact), values.versions(fact))


def _about(articles: Sequence[Article], cluster: Cluster, fact: Sequence[Said]) -> str:
    """What the values are of: the words beside one of them that most tellings have and that stand nearest."""
    kind = fact[0].kind
    if kind in _NAMES:
        return _NAMES[kind]
    common = _common(articles, cluster)
    labels = [
        _beside(articles[one.value.article], one.value.passage, common) for one in fact if one.value.passage
    ]
    return min((label for label in labels if label[1]), default=(0, str(kind)))[1]


def _common(articles: Sequence[Article], cluster: Cluster) -> Mapping[str, int]:
    """The content stems that two tellings or more have, and how many do."""
    counts = Counter(
        stem
        for telling in cluster.tellings
        for stem in {word.stem for word in _words(articles[telling.article], telling.passage)}
    )
    return {stem: count for stem, count in counts.items() if count > 1}


def _words(article: Article, passage: Passage) -> list[Token]:
    """The words of a passage that carry matter; figures are values of their own."""
    words = tokens(article.text, passage.start, passage.end)
    return [word for word in words if is_content(word.stem) and not word.stem.isdigit()]


def _beside(article: Article, passage: Passage, common: Mapping[str, int]) -> tuple[int, str]:
    """The common words nearest a passage, in their order, and how far off they are in all, in code points."""
    sentence = article.sentences[article.sentence_at(passage.start)]
    around = Passage(article.id, sentence.start, sentence.end)
    near = sorted(
        (max(passage.start - word.end, word.start - passage.end), word)
        for word in _words(article, around)
        if word.stem in common and (word.end <= passage.start or word.start >= passage.end)
    )[:_BESIDE]
    label = " ".join(article.text[word.start : word.end] for word in sorted(word for _, word in near))
    return sum(distance for distance, _ in near), label
