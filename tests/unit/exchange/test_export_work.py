"""What exports tell of annotations beyond what they hold: where they stand, and what matches."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from annotations.anchoring.model import State
from annotations.relations import NO_MATCH
from reader.articles.loading import load
from reader.articles.model import Article
from reader.base.paths import Paths
from reader.exchange.collecting import MOST_COMPARED, export_of_annotations, with_articles
from reader.exchange.export import Export
from reader.exchange.export_files import Per, divide, render
from reader.exchange.export_formats import format_named
from reader.notes.anchor_lookup import AnchorLookup
from reader.notes.notebook import Notebook
from reader.notes.references import reference

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


def export_of(notebook: Notebook) -> Export:
    return export_of_annotations(notebook.all(), AnchorLookup())


def test_a_passage_is_found_by_paragraph_and_sentence(notebook: Notebook, articles: list[Article]) -> None:
    made = [
        notebook.annotate([passage(articles[0], words)])
        for words in ("The pier", "Nobody", "built in", "1931")
    ]
    places = export_of(notebook).places
    found = [(place.paragraph, place.sentence) for each in made if (place := places[each.id][0])]
    assert found == [(1, 1), (2, 1), (2, 2), (2, 2)]


def test_a_passage_that_has_changed_or_gone_is_told(notebook: Notebook, articles: list[Article]) -> None:
    changed = notebook.annotate([passage(articles[0], "Nobody was hurt.")])
    Path(articles[0].path).write_text(A.replace("Nobody was hurt", "Nobody was badly hurt"), encoding="utf-8")
    gone = notebook.annotate([passage(articles[1], "Nobody knows why.")])
    Path(articles[1].path).unlink()
    export = export_of(notebook)
    [place] = export.places[changed.id]
    assert place is not None
    assert place.state is State.CHANGED
    assert export.places[gone.id] == (None,)


def test_what_differs_inside_a_pair_is_found(notebook: Notebook, articles: list[Article]) -> None:
    pair = notebook.annotate(
        [passage(article, f"{BUILT}{year}") for article, year in zip(articles, "12", strict=True)]
    )
    [difference] = export_of(notebook).pinned[pair.id].differences
    assert difference.kind == "date"
    assert difference.a
    assert articles[0].text[difference.a.start : difference.a.end] == "1931"
    assert difference.b
    assert articles[1].text[difference.b.start : difference.b.end] == "1932"


def test_a_report_has_the_texts_and_their_matches(notebook: Notebook, articles: list[Article]) -> None:
    for article in articles:
        notebook.annotate([passage(article, "Nobody")])
    export = with_articles(export_of(notebook), AnchorLookup(), matches=True)
    assert {text.text for text in export.articles} == {article.text for article in articles}
    [match] = export.found_pairs()
    assert {excerpt.quote[:19] for excerpt in match.excerpts} == {BUILT}
    assert "1932" in str(render(export_of(notebook), format_named("html")))


def test_a_match_that_the_user_denies_is_none_in_a_report(
    notebook: Notebook, articles: list[Article]
) -> None:
    passages = [passage(article, f"{BUILT}{year}") for article, year in zip(articles, "12", strict=True)]
    pair = notebook.annotate(passages, relation=NO_MATCH)
    export = with_articles(export_of(notebook), AnchorLookup(), matches=True)
    assert export.matches == []
    assert export.pairs() == []
    assert [match.annotation for match in export.rejected_pairs()] == [pair]


def test_of_very_many_articles_a_report_has_the_texts_alone(notebook: Notebook, tmp_path: Path) -> None:
    for number in range(MOST_COMPARED + 1):
        path = tmp_path / f"{number}.txt"
        path.write_text(f"Article {number} is here.\n\nIt was built in 1931 and cost the town £4 million.\n")
        notebook.annotate([passage(load(path), "1931")])
    export = with_articles(export_of(notebook), AnchorLookup(), matches=True)
    assert (len(export.articles), export.matches) == (MOST_COMPARED + 1, [])


def test_an_annotation_of_two_articles_is_in_the_files_of_both(
    notebook: Notebook, articles: list[Article]
) -> None:
    pair = notebook.annotate([passage(article, "Nobody") for article in articles], tags=["a", "b/c"])
    alone = notebook.annotate([passage(articles[0], "pier")])
    by_article = divide([pair, alone], Per.ARTICLE)
    assert sorted(map(len, by_article.values())) == [1, 2]
    by_tag = divide([pair, alone], Per.TAG)
    assert by_tag["a"] == (pair,)
    assert by_tag["untagged"] == (alone,)
    assert len(by_tag) == 3


def test_letters_are_those_of_the_order_and_go_on_after_it(
    notebook: Notebook, articles: list[Article], tmp_path: Path
) -> None:
    path = tmp_path / "c.txt"
    path.write_text("A third article says this.\n", encoding="utf-8")
    unopened, [a, b] = load(path), articles
    for article in (a, unopened):
        notebook.annotate([(article, 0, 5)])
    order = [reference(b), reference(a)]
    export = export_of_annotations(notebook.all(), AnchorLookup(), order=order)
    assert export.letters() == {a.id: "B", unopened.id: "C"}
    assert [each.id for each in export.references()] == [a.id, unopened.id]


def test_an_article_whose_file_was_moved_keeps_its_letter(
    notebook: Notebook, articles: list[Article]
) -> None:
    notebook.annotate([passage(articles[1], "Nobody")])
    order = [reference(articles[0]), replace(reference(articles[1]), id="moved")]
    export = export_of_annotations(notebook.all(), AnchorLookup(), order=order)
    assert set(export.letters().values()) == {"B"}
