"""Fits the weights of reader/matching/scoring.py on a labelled set, and judges them leaving one group out.

    python -m tests.benchmarks.fit_matching FOLDER

FOLDER holds the labelled set and its `score.py` (which explains labels and levels); the texts are not ours
to publish, so the set is not part of the project. Prints the weights fitted on all groups and, per level,
precision, recall and F1 where each group is scored by weights and thresholds of the other groups.
"""

from __future__ import annotations

import importlib.util
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass
from math import exp
from pathlib import Path
from types import ModuleType
from typing import Any

from reader.articles.model import Article, Paragraph, Sentence
from reader.base.throttle import Throttle
from reader.matching.candidates import Candidates
from reader.matching.compounds import compounds, split
from reader.matching.features import FeatureExtractor, Features
from reader.matching.profile import profiles

LEVELS = ("strict", "near", "core", "all")
CLAUSE_WEIGHT = 0.4  # a match of a clause only: the default threshold is not for those
RIDGE = 1 / 3  # the strength of regularisation
THRESHOLDS = [t / 100 for t in range(5, 95)]


@dataclass
class Row:
    """A pair of sentences of one group: its features and its gold label or None."""

    group: str
    article_pair: int
    key: tuple[int, int]
    features: Features
    label: tuple[str, bool, bool] | None

    @property
    def positive(self) -> bool:
        return self.label is not None and self.label[0] != "related"

    @property
    def weight(self) -> float:
        clause = self.label is not None and self.label[0] == "same-fact" and self.label[1]
        return CLAUSE_WEIGHT if clause else 1.0


def article(document: dict[str, Any]) -> Article:
    """An article with the labelled set's own sentences."""
    lines: list[Paragraph] = []
    for line in document["text"].split("\n"):
        start = lines[-1].end + 1 if lines else 0
        lines.append(Paragraph(start, start + len(line)))
    numbered = (Sentence(s, e, next(n for n, p in enumerate(lines) if p.end >= e)) for s, e in document["sp"])
    return Article("", "", "", document["text"], tuple(lines), tuple(numbered))


def rows(pairs: list[dict[str, Any]]) -> list[Row]:
    """The features of all candidate pairs of sentences."""
    rows = []
    for number, pair in enumerate(pairs):
        sides = [profiles(article(pair[side]), Throttle(None)) for side in "ab"]
        parts = compounds(*sides)
        extractor = FeatureExtractor(*([split(profile, parts) for profile in side] for side in sides))
        candidates = Candidates(extractor.a, extractor.b, Throttle(None), 0, 1)
        for i in range(len(extractor.a)):
            for j in candidates.of(i):
                features = extractor.features(i, j)
                a, b = extractor.a[i], extractor.b[j]
                key = pair["a"]["ix"][a.start, a.end], pair["b"]["ix"][b.start, b.end]
                if features:
                    rows.append(Row(pair["group"], number, key, features, pair["gold"].get(key)))
    return rows


def fit(data: list[Row], steps: int = 25) -> list[float]:
    """Weights and (last) the intercept of a ridge-regularised logistic regression, by Newton's method."""
    size = len(data[0].features) + 1
    weights = [0.0] * size
    for _ in range(steps):
        gradient = [-RIDGE * w for w in weights[:-1]] + [0.0]
        hessian = [[RIDGE if r == c and r < size - 1 else 0.0 for c in range(size)] for r in range(size)]
        for row in data:
            x = (*row.features, 1.0)
            p = 1 / (1 + exp(-sum(w * v for w, v in zip(weights, x, strict=True))))
            error, curve = row.weight * (row.positive - p), row.weight * p * (1 - p)
            for r in range(size):
                gradient[r] += error * x[r]
                for c in range(size):
                    hessian[r][c] += curve * x[r] * x[c]
        weights = [w + d for w, d in zip(weights, solve(hessian, gradient), strict=True)]
    return weights


def solve(matrix: list[list[float]], right: list[float]) -> list[float]:
    """x of matrix · x = right, by Gauss-Jordan elimination."""
    rows_ = [[*line, value] for line, value in zip(matrix, right, strict=True)]
    for at in range(len(rows_)):
        best = max(range(at, len(rows_)), key=lambda r: abs(rows_[r][at]))
        rows_[at], rows_[best] = rows_[best], rows_[at]
        rows_[at] = [value / rows_[at][at] for value in rows_[at]]
        for other in range(len(rows_)):
            if other != at:
                factor = rows_[other][at]
                rows_[other] = [v - factor * u for v, u in zip(rows_[other], rows_[at], strict=True)]
    return [line[-1] for line in rows_]


def probability(weights: list[float], features: Features) -> float:
    return 1 / (1 + exp(-sum(w * v for w, v in zip(weights, (*features, 1.0), strict=True))))


class Judge:
    """Counts of hits, false matches and misses per level, threshold and group."""

    def __init__(
        self, scoring: ModuleType, pairs: list[dict[str, Any]], scored: list[tuple[Row, float]]
    ) -> None:
        self.scoring = scoring
        by_pair: defaultdict[int, dict[tuple[int, int], float]] = defaultdict(dict)
        for row, p in scored:
            by_pair[row.article_pair][row.key] = p
        self.groups = sorted({pair["group"] for pair in pairs})
        self.table: dict[tuple[str, float, str], Counter[int]] = defaultdict(Counter)
        for number, pair in enumerate(pairs):
            for threshold in THRESHOLDS:
                likely = {key: p for key, p in by_pair[number].items() if p >= threshold}
                for level in LEVELS:
                    counts = scoring.counts(pair, likely, level)
                    self.table[level, threshold, pair["group"]].update(dict(enumerate(counts)))

    def figures(self, level: str, thresholds: dict[str, float]) -> tuple[float, float, float]:
        total = Counter[int]()
        for group, threshold in thresholds.items():
            total.update(self.table[level, threshold, group])
        return self.scoring.prf(total[0], total[1], total[2])  # type: ignore[no-any-return]

    def best(self, levels: tuple[str, ...], groups: list[str]) -> float:
        def quality(threshold: float) -> float:
            return sum(self.figures(level, dict.fromkeys(groups, threshold))[2] for level in levels)

        # the middle of the plateau of the best, so that one sentence more or less does not move it far
        values = {t: quality(t) for t in THRESHOLDS}
        good = [t for t in THRESHOLDS if values[t] >= max(values.values()) - 0.005 * len(levels)]
        return good[len(good) // 2]


def scorer(folder: Path) -> ModuleType:
    """The labelled set's own score.py."""
    spec = importlib.util.spec_from_file_location("score", folder / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(folder / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def judged(folder: Path) -> tuple[Judge, list[float]]:
    """The figures where each group is scored by the weights of the others, and the weights of all groups."""
    scoring = scorer(folder)
    pairs = scoring.load()
    data = rows(pairs)
    held_out = []
    for group in sorted({row.group for row in data}):
        weights = fit([row for row in data if row.group != group])
        held_out += [(row, probability(weights, row.features)) for row in data if row.group == group]
    return Judge(scoring, pairs, held_out), fit(data)


def main(folder: Path) -> None:
    judge, weights = judged(folder)
    print("weights", dict(zip(Features._fields, (round(w, 2) for w in weights), strict=False)))
    print("intercept", round(weights[-1], 2))
    for levels in (("strict", "near", "core"), ("all",)):
        thresholds = {g: judge.best(levels, [o for o in judge.groups if o != g]) for g in judge.groups}
        print("threshold for", ", ".join(levels), judge.best(levels, judge.groups), end="; ")
        print("of the other groups:", *thresholds.values())
        for level in levels:
            print(f"  {level:6s} P %.3f R %.3f F1 %.3f" % judge.figures(level, thresholds))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
