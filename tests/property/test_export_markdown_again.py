"""Export, write into the file, annotate and delete, export again: nobody's words are lost."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from annotations.model import Annotation
from reader.exchange.export import Export
from reader.exchange.markdown.rewriting import markdown_again
from reader.exchange.markdown.writing import block_id, markdown
from tests.unit.exchange.test_markdown import a_days_work

NOW = datetime(2026, 2, 3, tzinfo=UTC)
POOL = a_days_work()
SOME = st.sets(st.integers(0, len(POOL) - 1)).map(
    lambda numbers: [POOL[number] for number in sorted(numbers)]
)
WORDS = st.text(st.sampled_from("#>-+*_`~[]()!<|=^1.: ab\té"), max_size=12)
EDITS = st.lists(st.tuples(st.integers(0, 10_000), WORDS), max_size=6)


def export(annotations: list[Annotation]) -> str:
    return markdown(Export(annotations), now=NOW)


def written_into(text: str, edits: list[tuple[int, str]]) -> tuple[str, list[str]]:
    """The file with lines of the user's anywhere below the front matter and above the closing marker."""
    lines = text.split("\n")
    first, last = lines.index("---", 1) + 1, lines.index("<!-- reader:end")
    own = []
    for number, (place, words) in enumerate(edits):
        own.append(f"{words} (mine, {number})")
        lines.insert(first + place % (last - first), own[-1])
    return "\n".join(lines), own


@given(SOME, EDITS, SOME, EDITS, SOME)
def test_every_line_of_the_user_and_every_annotation_is_there_exactly_once(
    first: list[Annotation],
    edits: list[tuple[int, str]],
    second: list[Annotation],
    more_edits: list[tuple[int, str]],
    third: list[Annotation],
) -> None:
    text, own = written_into(export(first), edits)
    text = markdown_again(text, export(second))
    text, more = written_into(text, [(place, f"more {words}") for place, words in more_edits])
    text = markdown_again(text, export(third))
    lines = text.split("\n")
    assert [lines.count(line) for line in (*own, *more)] == [1] * len((*own, *more))
    ever = {annotation.id: annotation for annotation in (*first, *second, *third)}.values()
    assert [lines.count(f"^{block_id(annotation)}") for annotation in ever] == [1] * len(ever)


@given(SOME, EDITS, SOME)
def test_what_is_exported_now_stands_above_and_what_was_removed_below(
    first: list[Annotation], edits: list[tuple[int, str]], second: list[Annotation]
) -> None:
    text, _ = written_into(export(first), edits)
    lines = markdown_again(text, export(second)).split("\n")
    places = {annotation.id: lines.index(f"^{block_id(annotation)}") for annotation in (*first, *second)}
    boundary = lines.index("## Removed") if "## Removed" in lines else len(lines)
    now = {annotation.id for annotation in second}
    assert all((place < boundary) == (identity in now) for identity, place in places.items())


@given(SOME, EDITS, SOME)
def test_to_export_twice_changes_nothing_more(
    first: list[Annotation], edits: list[tuple[int, str]], second: list[Annotation]
) -> None:
    text, _ = written_into(export(first), edits)
    once = markdown_again(text, export(second))
    assert markdown_again(once, export(second)) == once


@given(SOME, EDITS)
def test_where_nobody_has_annotated_the_users_lines_are_all_that_is_new(
    work: list[Annotation], edits: list[tuple[int, str]]
) -> None:
    text, own = written_into(export(work), edits)
    lines = markdown_again(text, export(work)).split("\n")
    assert sorted(filter(None, (line for line in lines if line not in own))) == sorted(
        filter(None, export(work).split("\n"))
    )
