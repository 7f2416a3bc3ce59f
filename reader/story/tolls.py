"""The dead, the injured, the arrested: how many, after each article, wherever it tells them.

Of one event there is one toll, and it is told in any sentence: in the lead here, in a quotation there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from reader.articles.model import Article, Role
from reader.matching.differences.clause import Clause, Pair
from reader.matching.differences.numbers import toll_differences
from reader.matching.model import DifferenceKind, Passage
from reader.story.model import Fact
from reader.story.values import Said, numbers
from reader.story.versions import Values

__all__ = ["tolls_of"]


def tolls_of(articles: Sequence[Article]) -> Iterator[Fact]:
    """A fact for each fate that two or more articles give numbers of."""
    counted: defaultdict[str, list[tuple[Said, Clause]]] = defaultdict(list)
    for number, article in enumerate(articles):
        for fate, one, clause in _counts(article, number):
            counted[fate].append((one, clause))
    for fate, found in counted.items():
        yield from _facts(fate, found)


def _counts(article: Article, number: int) -> Iterator[tuple[str, Said, Clause]]:
    """The numbers of people of an article, each with their fate and its sentence; the same words once."""
    seen: set[tuple[str, str]] = set()
    for sentence in article.sentences:
        if article.role(sentence) is Role.BODY:
            passage = Passage(article.id, sentence.start, sentence.end)
            for one, quantity in numbers(article, number, passage):
                key = quantity.fate, one.value.words.lower()
                if quantity.fate and not quantity.unit and key not in seen:
                    seen.add(key)
                    yield quantity.fate, one, Clause.read(article.text[sentence.start : sentence.end])


def _facts(fate: str, found: Sequence[tuple[Said, Clause]]) -> Iterator[Fact]:
    values = Values()
    apart: dict[tuple[str, str], bool] = {}
    for (a, clause_a), (b, clause_b) in combinations(found, 2):
        words = a.value.words.lower(), b.value.words.lower()
        if words not in apart:
            differences = toll_differences(Pair(clause_a, clause_b)) if words[0] != words[1] else []
            apart[words] = any(one.kind is DifferenceKind.NUMBER for one in differences)
        (values.differ if apart[words] else values.agree)(a, b)
    for fact in values.facts():
        yield Fact(None, DifferenceKind.NUMBER, fate, values.versions(fact))
