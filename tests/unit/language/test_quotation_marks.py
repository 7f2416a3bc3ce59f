from __future__ import annotations

import pytest

from reader.language.quotation_marks import quotations


def _quoted(text: str) -> list[str]:
    paragraphs = []
    start = 0
    for line in text.split("\n"):
        paragraphs.append((start, start + len(line)))
        start += len(line) + 1
    return [text[start:end] for start, end in quotations(text, paragraphs)]


@pytest.mark.parametrize("marks", ["“”", '""', "«»", "„“", "「」", "『』", "‘’", "''", "»«"])
def test_every_usual_pair_of_marks_holds_a_quotation(marks: str) -> None:
    assert _quoted(f"He said {marks[0]}the road is closed{marks[1]} and left.") == ["the road is closed"]


def test_a_split_quotation_is_two() -> None:
    assert _quoted('"We came," he said, "and we stayed."') == ["We came,", "and we stayed."]


def test_a_quotation_that_is_not_closed_ends_with_its_paragraph() -> None:
    assert _quoted("“We came,\nbut nobody saw us.") == ["We came,"]


def test_a_quotation_over_paragraphs_is_opened_in_each() -> None:
    assert _quoted("“We came.\n“We stayed.”\nThey left.") == ["We came.", "We stayed."]


def test_marks_of_two_kinds_may_open_and_close() -> None:
    assert _quoted('He said "never again!” and left.') == ["never again!"]


def test_apostrophes_open_nothing() -> None:
    assert _quoted("The workers' hall isn't the town’s; it's the '90s all over.") == []


def test_a_quotation_inside_a_quotation_is_part_of_it() -> None:
    assert _quoted("“She cried ‘stop’ and ran.”") == ["She cried ‘stop’ and ran."]


def test_an_empty_pair_of_marks_is_no_quotation() -> None:
    assert _quoted('It read "" on the screen.') == []
