from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.articles.loading import from_text
from reader.base.sanitizing import sanitize
from reader.language.sentences import split

_PIECES = st.sampled_from(
    ['"', "“", "”", "'", "(", ")", "U.S. ", "Mr. ", "Jan. ", "No. 5", "...", " … ", ". ", "! ", "? ",
     "。", "」", "\n", "\n\n", " ", "Lind", "said", "the", "3.5", "a.m. ", "« ", " »", "م؟ ",
     "1. ", "\u00a0", "Updated", "By Ann Roe", "- "]
)  # fmt: skip
_TEXT = st.lists(st.one_of(_PIECES, st.text(max_size=8))).map("".join)


@given(_TEXT)
def test_sentences_are_in_order_trimmed_and_leave_nothing_out(text: str) -> None:
    at = 0
    for start, end in split(text, 0, len(text)):
        assert at <= start < end
        assert not text[at:start].strip()
        assert text[start:end] == text[start:end].strip()
        at = end
    assert not text[at:].strip()


@given(_TEXT, st.integers(0, 40), st.integers(0, 80))
def test_a_part_of_a_text_is_split_inside_its_bounds(text: str, start: int, length: int) -> None:
    start = min(start, len(text))
    end = min(start + length, len(text))
    assert all(start <= s < e <= end for s, e in split(text, start, end))


@given(_TEXT.filter(lambda text: sanitize(text).strip()))
def test_an_article_s_paragraphs_and_sentences_lie_in_its_text(text: str) -> None:
    article = from_text(text)
    at = 0
    for paragraph in article.paragraphs:
        assert at <= paragraph.start < paragraph.end <= len(article.text)
        assert "\n" not in article.text[paragraph.start : paragraph.end]
        at = paragraph.end
    for sentence in article.sentences:
        paragraph = article.paragraphs[sentence.paragraph]
        assert paragraph.start <= sentence.start < sentence.end <= paragraph.end
    assert list(article.sentences) == sorted(article.sentences, key=lambda s: s.start)
