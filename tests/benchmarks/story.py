"""The quality of clusters of three articles, and the time that a story of many articles, or of tables, takes.

    python -m tests.benchmarks.story [FOLDER]

FOLDER holds the labelled set of groups of three articles that `fit_matching` explains; without it only
times are taken. A pair of sentences of two articles is right if it is labelled as saying the same, in
any part; "core" are the labels of whole sentences, and their connected components are the gold clusters.
For each way of grouping: precision (right pairs of all pairs in one cluster), recall of the core pairs and
of all labelled pairs, purity (the share of each cluster that belongs to one gold cluster), and the number of
gold clusters of three articles that are found whole. Connected components, which chain, are compared.
"""

from __future__ import annotations

import random
import resource
import sys
import time
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import combinations
from pathlib import Path

from reader.articles.corpus import open_corpus
from reader.articles.loading import from_text
from reader.articles.model import Article, Sentence
from reader.matching.thresholds import DEFAULT_THRESHOLD
from reader.story.build import build_story
from reader.story.clusters import CUTOFF
from reader.story.linkage import average_linkage
from reader.story.pairs import AlignedPairs, align_pairs
from reader.story.statements import Statement, links_of, statements_of
from tests.benchmarks.fit_matching import article, scorer
from tests.conftest import SAMPLE

Place = tuple[int, int]
"""An article of a group and one of its sentences, by number."""


@dataclass
class Group:
    """Three aligned articles, and the labelled pairs of their sentences."""

    pairs: AlignedPairs
    right: set[tuple[Place, Place]] = field(default_factory=set)
    core: set[tuple[Place, Place]] = field(default_factory=set)


class LabelledSentences(tuple[Sentence, ...]):
    """The sentences of the labelled set, in place of our own."""

    def number_at(self, offset: int) -> int:
        return max(bisect_right(self, offset, key=lambda sentence: sentence.start) - 1, 0)


def groups(folder: Path) -> list[Group]:
    """The labelled set."""
    scoring = scorer(folder)
    documents: defaultdict[str, dict[str, Article]] = defaultdict(dict)
    pairs = scoring.load()
    for pair in pairs:
        for side in "ab":
            name, document = pair[f"n{side}"], article(pair[side])
            labelled = LabelledSentences(document.sentences)
            documents[pair["group"]][name] = replace(document, id=name, sha256=name, sentences=labelled)
    by_name = {
        name: Group(align_pairs([articles[each] for each in sorted(articles)]))
        for name, articles in documents.items()
    }
    for pair in pairs:
        group, names = by_name[pair["group"]], sorted(documents[pair["group"]])
        for (i, j), (kind, partial, _) in pair["gold"].items():
            places = (names.index(pair["na"]), i), (names.index(pair["nb"]), j)
            if kind != "related":
                group.right.add(places)
            if scoring.level(kind, partial, "core"):
                group.core.add(places)
    return list(by_name.values())


def components(pairs: Iterable[tuple[Place, Place]]) -> list[set[Place]]:
    """The connected components of pairs."""
    groups: list[set[Place]] = []
    for pair in pairs:
        touched = [group for group in groups if group & set(pair)]
        groups = [group for group in groups if group not in touched] + [set(pair).union(*touched)]
    return groups


def clusters(group: Group, threshold: float, cutoff: float, *, chain: bool) -> list[set[Place]]:
    """The clusters of two or more articles, as sentences."""
    statements = statements_of(group.pairs, threshold)
    links = {pair: match.score for pair, match in links_of(group.pairs, statements).items()}
    if chain:
        numbered = (((0, a), (0, b)) for (a, b), score in links.items() if score >= cutoff)
        members = [[number for _, number in each] for each in components(numbered)]
    else:
        sentences = [_place(statement) for statement in statements]
        members = average_linkage(links, sentences, cutoff)
    places = [{_place(statements[number]) for number in each} for each in members]
    return [cluster for cluster in places if len({article for article, _ in cluster}) > 1]


def _place(statement: Statement) -> Place:
    return statement.article, statement.sentence


def together(clusters: Iterable[set[Place]]) -> set[tuple[Place, Place]]:
    """The pairs of sentences of two articles that are in one cluster."""
    return {(a, b) for each in clusters for a, b in combinations(sorted(each), 2) if a[0] != b[0]}


def figures(labelled: list[Group], threshold: float, cutoff: float, *, chain: bool = False) -> str:
    count = Counter[str]()
    for group in labelled:
        grouped = clusters(group, threshold, cutoff, chain=chain)
        pairs = together(grouped)
        gold = components(group.core)
        of = {place: number for number, places in enumerate(gold) for place in places}
        count["pairs"] += len(pairs)
        count["right"] += len(pairs & group.right)
        count["core"] += len(pairs & group.core)
        count["all core"] += len(group.core)
        count["all"] += len(group.right)
        for places in grouped:
            count["pure"] += max(Counter(of.get(place, place) for place in places).values())
            count["members"] += len(places)
        of_three = [places for places in gold if len({article for article, _ in places}) == 3]
        count["of three"] += len(of_three)
        count["whole"] += sum(any(places <= other for other in grouped) for places in of_three)
    return (
        f"precision {count['right'] / count['pairs']:.3f}"
        f"  recall of core {count['core'] / count['all core']:.3f}"
        f"  of all {count['right'] / count['all']:.3f}"
        f"  purity {count['pure'] / count['members']:.3f}"
        f"  whole {count['whole']} of {count['of three']}"
    )


def quality(folder: Path) -> None:
    """Prints the figures of average linkage at several cutoffs, and of connected components."""
    labelled = groups(folder)
    for cutoff in range(20, 60, 5):
        mark = " <- chosen" if cutoff == CUTOFF else ""
        print(f"average linkage, {cutoff}: {figures(labelled, DEFAULT_THRESHOLD, cutoff)}{mark}")
    for cutoff in (40.0, DEFAULT_THRESHOLD):
        print(f"components, {cutoff:g}:      {figures(labelled, DEFAULT_THRESHOLD, cutoff, chain=True)}")


def edited_article(number: int, originals: list[Article]) -> Article:
    """An article of 22 sentences of two articles of the sample corpus, a word in twelve left out."""
    rng = random.Random(number)
    sentences = [
        article.text[sentence.start : sentence.end]
        for article in rng.sample(originals, 2)
        for sentence in article.sentences
    ]
    rng.shuffle(sentences)
    kept = (" ".join(word for word in each.split() if rng.random() > 1 / 12) for each in sentences[:22])
    date = f"2025-03-{number % 28 + 1:02}"
    return from_text("\n\n".join(kept), title=f"Telling {number}", source=f"Outlet {number}", date=date)


def tabular(number: int, count: int, thing: str) -> Article:
    """An article with one sentence of `count` numbers."""
    rng = random.Random(number)
    cells = ", ".join(
        f"{rng.randint(10, 9000)} {thing} in town {chr(97 + rng.randrange(26))}" for _ in range(count)
    )
    return from_text(f"The report lists {cells}.", title=f"Table {number}", source=f"Outlet {number}")


def speed(name: str, articles: list[Article]) -> None:
    """Prints the time that a story of the articles takes, and the memory of the process so far."""
    start, work = time.perf_counter(), time.process_time()
    pairs = align_pairs(articles)
    aligned = time.process_time()
    story = build_story(pairs)
    end, done = time.perf_counter(), time.process_time()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{name}: {done - work:.2f} s of work ({done - aligned:.2f} s of it after matching), "
        f"{end - start:.2f} s by the clock, {memory:.0f} MB, "
        f"{len(story.clusters)} clusters, {len(story.facts)} facts"
    )


if __name__ == "__main__":
    if sys.argv[1:]:
        quality(Path(sys.argv[1]))
    originals = list(open_corpus([SAMPLE / "harbour-bridge"]).articles)
    for size in (10, 50):
        speed(f"{size} articles", [edited_article(number, originals) for number in range(size)])
    for size in (250, 500, 1000):
        for thing in ("houses", "killed"):
            speed(f"3 tables of {size} {thing}", [tabular(number, size, thing) for number in range(3)])
