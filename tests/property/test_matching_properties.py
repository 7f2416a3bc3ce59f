from __future__ import annotations

import itertools
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from reader.articles.loading import from_text
from reader.articles.model import Role, Sentence
from reader.claims.clause import Clause
from reader.differences.compare import compare
from reader.differences.finding import find_differences
from reader.differences.word_diff import word_diff
from reader.language.quotation_marks import quotations
from reader.language.words import tokens
from reader.matching.landmarks import landmarks
from reader.matching.model import Passage
from reader.matching.thresholds import DEFAULT_THRESHOLD

_WORDS = """
    the Mayor of Brisk said told not may won't “never again” "we came" 12 2,000 half percent Monday Jan. 3
    U.S. Varn al-Amin quota harbour closed ferries, — ... ‘so’ didn’t naïve 6.1 €2m «oui» 「橋」 İstanbul
"""
_WORD = st.sampled_from(_WORDS.split())
_TEXT = st.lists(st.one_of(_WORD, st.text(max_size=5)), max_size=60).map(
    lambda made: " ".join(["Word", *made])
)
_ANY = st.text(max_size=60) | _TEXT


@given(_TEXT, _TEXT)
def test_every_passage_of_an_alignment_lies_in_a_sentence_of_its_article(a: str, b: str) -> None:
    articles = {"a": from_text(a, path="a"), "b": from_text(b, path="b")}
    by_id = {article.id: article for article in articles.values()}
    for match in compare(articles["a"], articles["b"]).matches:
        for passage in (match.a, match.b, *(p for d in match.differences for p in (d.a, d.b) if p)):
            assert _inside_a_sentence(passage, by_id[passage.article].sentences)


def _inside_a_sentence(passage: Passage, sentences: Sequence[Sentence]) -> bool:
    return any(s.start <= passage.start < passage.end <= s.end for s in sentences)


@given(_TEXT, _TEXT)
def test_scores_are_percent_and_landmarks_go_forward(a: str, b: str) -> None:
    alignment = compare(from_text(a, path="a"), from_text(b, path="b"))
    assert all(alignment.floor <= match.score <= 100 for match in alignment.matches)
    chain = landmarks(alignment.matches)
    for before, after in itertools.pairwise(chain):
        assert before.a.start < after.a.start
        assert before.b.start < after.b.start


@given(_TEXT)
def test_every_sentence_of_an_article_matches_itself(text: str) -> None:
    article = from_text(text, path="a")
    matched = {
        match.a.start for match in compare(article, article).above(DEFAULT_THRESHOLD) if match.a == match.b
    }
    body = [s for s in article.sentences if article.role(s) is Role.BODY]
    assert all(s.start in matched for s in body if tokens(article.text, s.start, s.end))


_LISTED = """
    Mayor Varn|said|did not|may|12 people|one in five|one in zero|a third of|about|$4.5 million|killed|,|.
    |nine months ago|yesterday|Monday|30 February|Jan. 3, 2012|5 p.m.|“never”|dozens of|12-15|270 square miles
"""
_PHRASES = st.sampled_from(_LISTED.split("|"))
_CLAUSE = st.lists(st.one_of(_PHRASES, st.text(max_size=4)), max_size=20).map(" ".join)


@given(_CLAUSE, _CLAUSE, st.sampled_from(["", "2021-03-12", "soon", "0001-01-01", "9999-12-31"]))
def test_differences_lie_inside_their_clauses_whatever_the_date(a: str, b: str, date: str) -> None:
    for difference in find_differences(Clause.read(a, date), Clause.read(b, "2021-03-20")):
        for span, text in ((difference.a, a), (difference.b, b)):
            assert span is None or 0 <= span[0] < span[1] <= len(text)


@given(_ANY, _ANY)
def test_spans_of_a_word_diff_are_in_order_and_inside_their_string(a: str, b: str) -> None:
    diff = word_diff(a, b)
    for spans, text in ((diff.a, a), (diff.b, b)):
        assert list(spans) == sorted(spans)
        assert all(0 <= start < end <= len(text) for start, end in spans)


@given(_ANY)
def test_a_string_differs_from_itself_nowhere(text: str) -> None:
    diff = word_diff(text, text)
    assert not diff.a
    assert not diff.b


@given(_ANY)
def test_words_and_quotations_are_in_order_and_inside_the_text(text: str) -> None:
    words = tokens(text)
    assert all(before.end <= after.start for before, after in itertools.pairwise(words))
    for start, end in quotations(text, [(0, len(text))]):
        assert 0 <= start < end <= len(text)
