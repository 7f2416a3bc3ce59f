"""The sentences that coders annotated, with the tags that each gave: what agreement is measured on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from annotations.agreement import Unit
from annotations.anchoring.model import State
from annotations.model import Annotation
from annotations.relations import JUDGEMENTS
from reader.articles.model import Article, Sentence
from reader.notes.anchor_lookup import AnchorLookup

__all__ = ["Coded", "coded", "coders_of"]

_SURE = (State.OK, State.CHANGED)


@dataclass(frozen=True, slots=True)
class Coded:
    """The units in the order of articles and sentences; `articles` by the ids that units name.

    `left_out` counts passages that were not found surely, or whose article is not to be had.
    """

    units: tuple[Unit, ...]
    articles: dict[str, Article]
    left_out: int = 0


def coders_of(annotations: Iterable[Annotation]) -> list[str]:
    """Everybody who annotated anything, by name; "" is whoever gave none."""
    return sorted({each.author for each in annotations})


def coded(
    annotations: Sequence[Annotation], coders: Sequence[str], articles: Sequence[Article] = ()
) -> Coded:
    """The sentences that any of the coders annotated.

    Articles are looked for among `articles`, then where any of the coders had them: two people's copies of
    one text are one article. What is only said of a match, as right or wrong, is no coding.
    """
    mine = [each for each in annotations if each.author in coders and each.relation not in JUDGEMENTS]
    placer = AnchorLookup([*articles, *_found(mine, AnchorLookup(articles))])
    given: defaultdict[str, defaultdict[Sentence, dict[str, set[str]]]] = defaultdict(
        lambda: defaultdict(dict)
    )
    found: dict[str, Article] = {}
    left_out = 0
    for annotation in mine:
        for article, sentence in _touched(annotation, placer):
            if article is None or sentence is None:
                left_out += 1
                continue
            found[article.id] = article
            given[article.id][sentence].setdefault(annotation.author, set()).update(annotation.tags)
    units = tuple(unit for identity, sentences in given.items() for unit in _units(identity, sentences))
    return Coded(units, found, left_out)


def _found(annotations: Iterable[Annotation], placer: AnchorLookup) -> list[Article]:
    references = (target.article for annotation in annotations for target in annotation.targets)
    return [article for article in map(placer.article, references) if article]


def _touched(
    annotation: Annotation, placer: AnchorLookup
) -> Iterator[tuple[Article, Sentence] | tuple[None, None]]:
    """Each sentence that an annotation touches; None for a target of which that cannot be said."""
    for target, place in zip(annotation.targets, placer.places(annotation), strict=True):
        article = placer.article(target.article)
        if article is None or place is None or place.state not in _SURE:
            yield None, None
            continue
        start, end = place.span
        for sentence in article.sentences:
            if sentence.start < end and sentence.end > start:
                yield article, sentence


def _units(identity: str, sentences: dict[Sentence, dict[str, set[str]]]) -> Iterator[Unit]:
    coders = {coder for tags in sentences.values() for coder in tags}
    for sentence in sorted(sentences, key=lambda each: each.start):
        tags = {coder: frozenset(sentences[sentence].get(coder, ())) for coder in sorted(coders)}
        yield Unit(identity, sentence.start, sentence.end, tags)
