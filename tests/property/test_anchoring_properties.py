from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotations.anchoring.anchor import anchor
from annotations.anchoring.model import State
from annotations.model import ArticleReference, Target
from reader.base.folding import fold

ARTICLE = ArticleReference("file:a", "0" * 64, "An article")
texts = st.text(st.sampled_from("ab cé.\n“”’— \xa0\t"), max_size=80)
places = st.tuples(st.integers(0, 80), st.integers(0, 80))


@given(texts, places)
def test_in_its_own_text_every_target_is_where_it_was(text: str, place: tuple[int, int]) -> None:
    start, end = sorted(min(each, len(text)) for each in place)
    if start < end:
        result = anchor(Target.of(ARTICLE, text, start, end), text)
        assert (result.state, result.start, result.end) == (State.OK, start, end)


@given(texts, places, texts)
def test_in_any_text_an_anchor_is_a_passage_of_it_and_ok_only_on_the_same_words(
    text: str, place: tuple[int, int], other: str
) -> None:
    start, end = sorted(min(each, len(text)) for each in place)
    if start == end:
        return
    result = anchor(Target.of(ARTICLE, text, start, end), other)
    assert 0 <= result.start <= result.end <= len(other)
    assert 0 <= result.score <= 100
    assert (result.start < result.end) == (result.state is not State.ORPHAN)
    if result.state is State.OK:
        same = fold(other[result.start : result.end]).strip()
        assert same == fold(text[start:end]).strip()
