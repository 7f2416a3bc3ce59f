"""The sentences that coders annotated, with the tags of each coder: the units of their agreement."""

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

__all__ = ["CodedSentences", "coded_sentences", "coders_of"]

_SURE = (State.OK, State.CHANGED)


@dataclass(frozen=True, slots=True)
class CodedSentences:
    """The units in the order of articles and sentences; `articles` by the ids in the units.

    `left_out` counts passages that were not found with certainty, or whose article is not available.
    """

    units: tuple[Unit, ...]
    articles: dict[str, Article]
    left_out: int = 0


def coders_of(annotations: Iterable[Annotation]) -> list[str]:
    """The authors of annotations, by name; "" for those without one."""
    return sorted({each.author for each in annotations})


def coded_sentences(
    annotations: Sequence[Annotation], coders: Sequence[str], articles: Sequence[Article] = ()
) -> CodedSentences:
    """The sentences that any of the coders annotated.

    Articles are looked up in `articles`, then at the paths of all coders: two people's copies of a text are
    one article. Judgements of matches, as right or wrong, do not count as coding.
    """
    codings = [each for each in annotations if each.author in coders and each.relation not in JUDGEMENTS]
    lookup = AnchorLookup([*articles, *_available(codings, AnchorLookup(articles))])
    tags: defaultdict[str, defaultdict[Sentence, dict[str, set[str]]]] = defaultdict(
        lambda: defaultdict(dict)
    )
    by_id: dict[str, Article] = {}
    left_out = 0
    for annotation in codings:
        for article, sentence in _touched(annotation, lookup):
            if article is None or sentence is None:
                left_out += 1
                continue
            by_id[article.id] = article
            tags[article.id][sentence].setdefault(annotation.author, set()).update(annotation.tags)
    units = tuple(unit for identity, sentences in tags.items() for unit in _units(identity, sentences))
    return CodedSentences(units, by_id, left_out)


def _available(annotations: Iterable[Annotation], lookup: AnchorLookup) -> list[Article]:
    references = (target.article for annotation in annotations for target in annotation.targets)
    return [article for article in map(lookup.article, references) if article]


def _touched(
    annotation: Annotation, lookup: AnchorLookup
) -> Iterator[tuple[Article, Sentence] | tuple[None, None]]:
    """Each sentence that an annotation touches; None for a target that was not found with certainty."""
    for target, place in zip(annotation.targets, lookup.places(annotation), strict=True):
        article = lookup.article(target.article)
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
