"""The sentences of an article are split when they are asked for."""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest

from reader.articles.formats.plain_text import paragraphs_of
from reader.articles.loading import from_text
from reader.articles.model import Paragraph, Sentence
from reader.articles.sentence_list import SentenceList

TEXT = "The ferry was late. It had rained.\nThe harbour closed.\nNobody knew why. Mr. Varn left. He sang.\n"


class Watched(Sequence[Paragraph]):
    """Paragraphs that remember which of them were read."""

    def __init__(self, paragraphs: list[Paragraph]) -> None:
        self._paragraphs = paragraphs
        self.read: set[int] = set()

    def __len__(self) -> int:
        return len(self._paragraphs)

    def __getitem__(self, index):  # type: ignore[no-untyped-def]
        self.read.add(index)
        return self._paragraphs[index]


def sentences(text: str = TEXT) -> SentenceList:
    return SentenceList(text, paragraphs_of(text))


def texts(listed: Sequence[Sentence]) -> list[str]:
    return [TEXT[sentence.start : sentence.end] for sentence in listed]


def test_sentences_come_in_order_with_the_numbers_of_their_paragraphs() -> None:
    assert texts(sentences()) == [
        "The ferry was late.",
        "It had rained.",
        "The harbour closed.",
        "Nobody knew why.",
        "Mr. Varn left.",
        "He sang.",
    ]
    assert [sentence.paragraph for sentence in sentences()] == [0, 0, 1, 2, 2, 2]


def test_to_ask_for_a_sentence_splits_no_paragraph_behind_it() -> None:
    paragraphs = Watched(paragraphs_of(TEXT))
    listed = SentenceList(TEXT, paragraphs)
    assert listed
    assert texts([listed[1]]) == ["It had rained."]
    assert paragraphs.read == {0}
    assert texts([listed[2]]) == ["The harbour closed."]
    assert paragraphs.read == {0, 1}


def test_to_look_for_an_early_place_splits_no_late_paragraph() -> None:
    text = "One came. Two went.\n" * 50
    article = from_text(text)
    paragraphs = Watched(paragraphs_of(text))
    object.__setattr__(article, "sentences", SentenceList(text, paragraphs))
    assert article.sentence_at(text.index("Two")) == 1
    assert max(paragraphs.read) <= 2


def test_sentences_are_counted_from_either_end_and_sliced() -> None:
    listed = sentences()
    assert len(listed) == 6
    assert listed[-1] == listed[5]
    assert listed[1:3] == (listed[1], listed[2])
    with pytest.raises(IndexError):
        listed[6]
    with pytest.raises(IndexError):
        listed[-7]


def test_a_text_without_words_has_no_sentences() -> None:
    assert not SentenceList("", [])
    assert list(SentenceList("", [])) == []


def test_lists_of_one_text_are_equal_however_far_they_are_split() -> None:
    first, second = sentences(), sentences()
    assert first[0] == second[0]
    len(first)
    assert first == second
    assert hash(first) == hash(second)
    assert first != sentences(TEXT.replace("sang", "ran"))
    assert first != SentenceList(TEXT, paragraphs_of(TEXT)[:1])


def test_a_list_survives_pickling() -> None:
    assert pickle.loads(pickle.dumps(sentences())) == sentences()


def test_threads_that_share_a_list_see_the_same_sentences() -> None:
    text = "One came. Two went. Three saw it.\n" * 400
    shared = sentences(text)
    with ThreadPoolExecutor(4) as pool:
        seen = list(pool.map(lambda _: list(shared), range(4)))
    assert seen == [list(sentences(text))] * 4


def test_the_sentence_at_a_place_is_the_last_that_begins_there_or_before() -> None:
    article = from_text(TEXT)
    starts = [sentence.start for sentence in article.sentences]
    for offset in range(len(TEXT) + 10):
        assert article.sentence_at(offset) == max(sum(start <= offset for start in starts) - 1, 0)
