"""Annotations of other programs find their articles by address, title or file name, and their words there."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotations.anchoring.anchor import anchor
from annotations.anchoring.model import State
from annotations.model import ArticleReference, Target, TextPosition, TextQuote, new_annotation
from reader.articles.loading import load
from reader.articles.model import Article
from reader.exchange.attaching import Attached, attached

TEXT = """Bridge closed for a week

The bridge over the Orla is shut. About 950 buses cross it each day, the “city” said.

Nobody knows why. Nobody knows when.
"""


@pytest.fixture
def article(tmp_path: Path) -> Article:
    path = tmp_path / "bridge.txt"
    path.write_text(TEXT)
    return load(path)


def foreign(words: str, title: str, **context: str) -> Target:
    article = ArticleReference("foreign", "", title)
    return Target(article, TextQuote(words, **context), TextPosition(0, len(words)))


def done(article: Article, *targets: Target) -> Attached:
    return attached([new_annotation([target]) for target in targets], [article])


@pytest.mark.parametrize(
    "title", ["Bridge closed for a week", "bridge closed  for a week", "bridge.txt", "Bridge", "bridge.pdf"]
)
def test_words_are_found_in_the_article_of_that_title_or_file_name(article: Article, title: str) -> None:
    found = done(article, foreign("About 950 buses", title))
    [target] = found.annotations[0].targets
    assert (found.found, found.orphans, found.unclear, found.elsewhere) == (1, 0, 0, 0)
    assert target.article.id == article.id
    assert anchor(target, article.text).state is State.OK
    assert article.text[target.position.start : target.position.end] == "About 950 buses"
    assert target.quote.prefix


def test_the_words_may_differ_in_quotation_marks_and_white_space(article: Article) -> None:
    found = done(article, foreign('the "city"\nsaid', "bridge.txt"))
    assert found.annotations[0].targets[0].quote.exact == "the “city” said"


def test_words_that_are_not_in_the_article_stay_as_an_orphan(article: Article) -> None:
    found = done(article, foreign("About 960 trams", "bridge.txt"))
    [target] = found.annotations[0].targets
    assert (found.found, found.orphans) == (0, 1)
    assert (target.quote.exact, target.article.id) == ("About 960 trams", article.id)


def test_words_that_are_there_twice_are_not_guessed(article: Article) -> None:
    found = done(article, foreign("Nobody knows", "bridge.txt"))
    assert (found.found, found.unclear) == (0, 1)


def test_a_context_tells_which_of_two_is_meant(article: Article) -> None:
    found = done(article, foreign("Nobody knows", "bridge.txt", prefix="knows why. ", suffix=" when."))
    assert found.found == 1
    assert found.annotations[0].targets[0].position.start == article.text.rindex("Nobody")


def test_an_article_that_is_not_there_is_counted_and_the_annotation_stays(article: Article) -> None:
    target = foreign("About 950 buses", "Ferry aground")
    found = done(article, target)
    assert (found.found, found.elsewhere) == (0, 1)
    assert found.annotations[0].targets == (target,)


def test_two_articles_of_one_title_are_not_guessed_between(article: Article, tmp_path: Path) -> None:
    (tmp_path / "copy").mkdir()
    other = tmp_path / "copy" / "bridge.txt"
    other.write_text(TEXT + "More.\n")
    annotations = [new_annotation([foreign("About 950 buses", "bridge.txt")])]
    assert attached(annotations, [article, load(other)]).elsewhere == 1


def test_an_annotation_of_reader_stays_as_it_is(article: Article) -> None:
    own = Target.of(ArticleReference("x", "checksum", "bridge.txt"), article.text, 3, 9)
    found = done(article, own)
    assert found.annotations[0].targets == (own,)
    assert (found.found, found.elsewhere) == (0, 0)
