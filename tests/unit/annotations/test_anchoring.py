from __future__ import annotations

import pytest

from annotations.anchoring.anchor import anchor
from annotations.anchoring.model import Anchor, State
from annotations.model import ArticleReference, Target

ARTICLE = ArticleReference("file:a", "0" * 64, "An article")
BEFORE = "The barge left the quay at five, an hour late, with gravel for the new school."
QUOTE = "Twelve people were hurt when it struck the third pier of the bridge."
AFTER = "The harbour master has asked for a pilot on every barge until the spring."
END = "Nobody could say on Friday how long the repair is going to take."
TEXT = f"{BEFORE} {QUOTE} {AFTER}\n\n{END}\n"


def target(quote: str = QUOTE, text: str = TEXT) -> Target:
    start = text.index(quote)
    return Target.of(ARTICLE, text, start, start + len(quote))


def found(text: str, quote: str = QUOTE) -> tuple[State, str]:
    result = anchor(target(quote), text)
    return result.state, text[result.start : result.end]


def test_in_the_same_text_a_quote_is_where_it_was() -> None:
    start = TEXT.index(QUOTE)
    assert anchor(target(), TEXT) == Anchor(State.OK, start, start + len(QUOTE), 100.0)


def test_text_put_in_before_it_moves_a_quote_along() -> None:
    assert found(f"CORRECTED VERSION\n\n{TEXT}") == (State.OK, QUOTE)


def test_a_deleted_sentence_is_an_orphan_though_its_neighbours_closed_up() -> None:
    assert found(TEXT.replace(QUOTE + " ", "")) == (State.ORPHAN, "")


def test_a_changed_number_is_never_ok() -> None:
    new = QUOTE.replace("Twelve", "Twenty-one")
    assert found(TEXT.replace(QUOTE, new)) == (State.CHANGED, new)


def test_a_number_that_ends_like_the_quoted_one_is_not_it() -> None:
    text = TEXT.replace("Twelve people", "12 people")
    start = text.index("12 people were hurt")
    quoted = Target.of(ARTICLE, text, start, start + len("12 people were hurt"))
    new = text.replace("12 people", "212 people")
    assert anchor(quoted, new).state is not State.OK


def test_a_part_of_a_word_may_be_quoted() -> None:
    start = TEXT.index("master has asked for a pilot")
    part = Target.of(ARTICLE, TEXT, start, start + 28)
    result = anchor(part, "New.\n\n" + TEXT)
    assert (result.state, result.start) == (State.OK, start + 6)


def test_a_negation_put_in_is_never_ok() -> None:
    new = QUOTE.replace("were", "were not")
    assert found(TEXT.replace(QUOTE, new)) == (State.CHANGED, new)


def test_another_kind_of_white_space_quotes_and_dashes_is_the_same_text() -> None:
    text = TEXT.replace(" ", "\n  ").replace("barge", "barge")
    state, words = found(text)
    assert (state, words.split()) == (State.OK, QUOTE.split())
    quoted = "“We’re safe” – for now, they said on Friday"
    text = f"{BEFORE} {quoted}. {AFTER}"
    plain = text.replace("“", '"').replace("”", '"').replace("’", "'").replace("–", "-")
    assert anchor(target(quoted, text), plain).state is State.OK


def test_a_sentence_that_moved_away_from_its_neighbours_is_a_guess_to_be_shown() -> None:
    assert found(TEXT.replace(QUOTE + " ", "") + QUOTE) == (State.REVIEW, QUOTE)


def test_a_look_alike_to_the_letter_is_not_taken_when_the_quote_itself_was_deleted() -> None:
    copy = f"{QUOTE} That was in the first report.\n\n"
    both = copy + TEXT
    start = both.rindex(QUOTE)
    here = Target.of(ARTICLE, both, start, start + len(QUOTE))
    without = copy + TEXT.replace(QUOTE + " ", "")
    assert anchor(here, without).state is State.REVIEW


def test_of_two_copies_the_one_with_the_context_is_taken() -> None:
    copy = f"In short: {QUOTE} Read on.\n\n"
    result = anchor(target(), copy + TEXT)
    assert (result.state, result.start) == (State.OK, len(copy) + TEXT.index(QUOTE))


def test_of_two_copies_with_the_same_context_none_is_taken_silently() -> None:
    result = anchor(target(), f"A new headline\n\n{TEXT}\n\n{TEXT}")
    assert result.state is State.REVIEW


def test_a_short_quote_is_not_known_by_its_words_alone() -> None:
    text = TEXT.replace(BEFORE, "").replace(QUOTE, "").replace(AFTER, "")
    assert found(text + "A barge came by.", "barge") == (State.ORPHAN, "")


def test_a_sentence_written_anew_between_its_old_neighbours_is_an_orphan() -> None:
    new = "Fog had been forecast, and two ferries stayed in port that night."
    assert found(TEXT.replace(QUOTE, new)) == (State.ORPHAN, "")


def test_a_word_replaced_between_its_old_neighbours_is_a_guess_to_be_shown() -> None:
    text = TEXT.replace("Twelve people", "Twenty-one people")
    assert found(text, "Twelve") == (State.REVIEW, "Twenty-one")


def test_a_guess_has_a_score_below_that_of_a_sure_find() -> None:
    moved = anchor(target(), TEXT.replace(QUOTE + " ", "") + QUOTE)
    assert 0 < moved.score < anchor(target(), "x" + TEXT).score <= 100


@pytest.mark.parametrize("text", ["", " ", "\n", "x", QUOTE[:10]])
def test_in_a_text_that_has_nothing_of_it_a_quote_is_an_orphan(text: str) -> None:
    assert anchor(target(), text) == Anchor(State.ORPHAN, 0, 0, 0.0)


def test_a_whole_article_and_an_edge_are_found() -> None:
    assert anchor(target(TEXT), TEXT).state is State.OK
    assert found("\n" + TEXT, BEFORE) == (State.OK, BEFORE)
    assert found("New.\n\n" + TEXT, END) == (State.OK, END)


TOLLS = "The toll by town:\n\nArden: 12 people\nBorden: 9 people\nCorvin: 4 people\n\nMore at noon.\n"


def test_equal_words_in_the_next_line_of_a_list_are_not_taken_for_the_changed_ones() -> None:
    new = TOLLS.replace("Arden: 12", "Arden: 14").replace("Borden: 9", "Borden: 12")
    result = anchor(target("12 people", TOLLS), new)
    assert (result.state, new[result.start : result.end]) == (State.CHANGED, "14 people")


@pytest.mark.parametrize(
    "new",
    [
        TOLLS.replace("Arden: 12", "Arden: 14").replace("Corvin: 4", "Corvin: 5"),
        TOLLS.replace("Borden", "Ashby: 3 people\nBorden"),
        TOLLS.replace("Corvin", "Ashby: 3 people\nCorvin"),
        TOLLS.replace("Arden: 12 people\n", ""),
    ],
)
def test_where_only_other_lines_of_a_list_changed_a_passage_is_ok(new: str) -> None:
    result = anchor(target("9 people", TOLLS), new)
    assert (result.state, new[result.start : result.end]) == (State.OK, "9 people")


def test_a_sentence_put_in_beside_the_quote_leaves_it_ok() -> None:
    added = "Two of them were children on their way to school."
    assert found(TEXT.replace(QUOTE, f"{added} {QUOTE}")) == (State.OK, QUOTE)
    assert found(TEXT.replace(AFTER, f"{added} {AFTER}")) == (State.OK, QUOTE)


def test_the_one_refrain_that_is_left_is_not_taken_for_the_one_that_went() -> None:
    text = (
        "Arden met. A spokesman had no comment.\n\nBorden met. A spokesman had no comment.\n\nThat was all.\n"
    )
    start = text.rindex("A spokesman")
    quoted = Target.of(ARTICLE, text, start, start + len("A spokesman had no comment."))
    without = text.replace("Borden met. A spokesman had no comment.\n\n", "")
    assert anchor(quoted, without).state is State.REVIEW
