"""A small corpus with planted pairs: what the benchmark measures, kept from getting worse."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from pathlib import Path

from tests.benchmarks.archive import Judge
from tests.benchmarks.planted_corpus import KINDS, Planted, planted, write
from tests.unit.archive.shelves import groups_in


def test_planted_pairs_are_found_and_hardly_any_others(tmp_path: Path) -> None:
    pairs = write(tmp_path / "corpus", 400)
    judge, right, false = Judge(pairs), set[Planted](), 0
    for group in groups_in(tmp_path / "corpus", tmp_path / "index"):
        if group.articles <= 10:
            for a, b in combinations(group.excerpts, 2):
                pair = judge.pair((a.article.url, a.text), (b.article.url, b.text))
                right |= {pair} - {None}
                false += pair is None
    planted_of, found_of = (Counter(pair.kind for pair in counted) for counted in (pairs, right))
    recall = {kind: found_of[kind] / planted_of[kind] for kind in KINDS}
    assert recall["verbatim"] >= 0.95
    assert recall["light"] >= 0.95
    assert recall["heavy"] >= 0.6
    assert recall["quote"] >= 0.9
    assert false <= len(right) / 50


def test_a_planted_corpus_is_the_same_each_time_and_holds_its_pairs() -> None:
    articles, pairs = planted(60)
    assert (articles, pairs) == planted(60)
    texts = {article["url"]: article["text"] for article in articles}
    assert Counter(pair.kind for pair in pairs) == dict.fromkeys(KINDS, 12)
    for pair in pairs:
        assert pair.a != pair.b
        assert pair.text_a in texts[pair.a]
        assert pair.text_b in texts[pair.b]
        assert (pair.text_a == pair.text_b) == (pair.kind == "verbatim")
