"""What exports tell of annotations beyond what they hold: where they stand, and what matches."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotations.anchoring import State
from reader.articles.loading import load
from reader.articles.model import Article
from reader.base.paths import Paths
from reader.exchange.exporting import Per, exported, gathered, parted
from reader.exchange.formats import format_named
from reader.exchange.reporting import MOST, in_full
from reader.exchange.work import Work
from reader.notes.anchor_lookup import AnchorLookup
from reader.notes.notebook import NO_MATCH, Notebook

A = "The pier fell on Monday.\n\nNobody was hurt. It was built in 1931 and cost the town about £4 million.\n"
B = "Nobody knows why.\n\nIt was built in 1932 and cost the town about £4 million.\n"
BUILT = "It was built in 193"


@pytest.fixture
def articles(tmp_path: Path) -> list[Article]:
    paths = tmp_path / "a.txt", tmp_path / "b.txt"
    for path, text in zip(paths, (A, B), strict=True):
        path.write_text(text, encoding="utf-8")
    return [load(path) for path in paths]


@pytest.fixture
def notebook(places: Paths) -> Iterator[Notebook]:
    opened = Notebook.open(places)
    yield opened
    opened.close()


def passage(article: Article, words: str) -> tuple[Article, int, int]:
    start = article.text.index(words)
    return article, start, start + len(words)


def work_of(notebook: Notebook) -> Work:
    return gathered(notebook.all(), AnchorLookup())


def test_a_passage_is_found_by_paragraph_and_sentence(notebook: Notebook, articles: list[Article]) -> None:
    made = [
        notebook.annotate([passage(articles[0], words)])
        for words in ("The pier", "Nobody", "built in", "1931")
    ]
    places = work_of(notebook).places
    found = [(place.paragraph, place.sentence) for each in made if (place := places[each.id][0])]
    assert found == [(1, 1), (2, 1), (2, 2), (2, 2)]


def test_a_passage_that_has_changed_or_gone_is_told(notebook: Notebook, articles: list[Article]) -> None:
    changed = notebook.annotate([passage(articles[0], "Nobody was hurt.")])
    Path(articles[0].path).write_text(A.replace("Nobody was hurt", "Nobody was badly hurt"), encoding="utf-8")
    gone = notebook.annotate([passage(articles[1], "Nobody knows why.")])
    Path(articles[1].path).unlink()
    work = work_of(notebook)
    [place] = work.places[changed.id]
    assert place is not None
    assert place.state is State.CHANGED
    assert work.places[gone.id] == (None,)


def test_what_differs_inside_a_pair_is_found(notebook: Notebook, articles: list[Article]) -> None:
    pair = notebook.annotate(
        [passage(article, f"{BUILT}{year}") for article, year in zip(articles, "12", strict=True)]
    )
    [difference] = work_of(notebook).differences[pair.id]
    assert difference.kind == "date"
    assert difference.a
    assert articles[0].text[slice(*difference.a)] == "1931"
    assert difference.b
    assert articles[1].text[slice(*difference.b)] == "1932"


def test_a_report_has_the_texts_and_their_matches(notebook: Notebook, articles: list[Article]) -> None:
    for article in articles:
        notebook.annotate([passage(article, "Nobody")])
    work = in_full(work_of(notebook), AnchorLookup(), matches=True)
    assert {text.text for text in work.texts} == {article.text for article in articles}
    [match] = work.matches
    assert {side.quote[:19] for side in match.sides} == {BUILT}
    assert "1932" in str(exported(work_of(notebook), format_named("html")))


def test_a_match_that_the_user_denies_is_none_in_a_report(
    notebook: Notebook, articles: list[Article]
) -> None:
    passages = [passage(article, f"{BUILT}{year}") for article, year in zip(articles, "12", strict=True)]
    pair = notebook.annotate(passages, relation=NO_MATCH)
    work = in_full(work_of(notebook), AnchorLookup(), matches=True)
    assert work.matches == []
    assert work.pairs() == []
    assert [match.annotation for match in work.pairs(denied=True)] == [pair]


def test_of_very_many_articles_a_report_has_the_texts_alone(notebook: Notebook, tmp_path: Path) -> None:
    for number in range(MOST + 1):
        path = tmp_path / f"{number}.txt"
        path.write_text(f"Article {number} is here.\n\nIt was built in 1931 and cost the town £4 million.\n")
        notebook.annotate([passage(load(path), "1931")])
    work = in_full(work_of(notebook), AnchorLookup(), matches=True)
    assert (len(work.texts), work.matches) == (MOST + 1, [])


def test_an_annotation_of_two_articles_is_in_the_files_of_both(
    notebook: Notebook, articles: list[Article]
) -> None:
    pair = notebook.annotate([passage(article, "Nobody") for article in articles], tags=["a", "b/c"])
    alone = notebook.annotate([passage(articles[0], "pier")])
    by_article = parted([pair, alone], Per.ARTICLE)
    assert sorted(map(len, by_article.values())) == [1, 2]
    by_tag = parted([pair, alone], Per.TAG)
    assert by_tag["a"] == (pair,)
    assert by_tag["untagged"] == (alone,)
    assert len(by_tag) == 3
