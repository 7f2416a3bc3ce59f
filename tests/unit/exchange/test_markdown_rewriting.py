from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
import yaml

from annotations.model import Annotation
from reader.base.errors import UserError
from reader.exchange.export import Export
from reader.exchange.markdown.rewriting import markdown_again
from reader.exchange.markdown.writing import block_id, markdown
from tests.unit.exchange.test_markdown import a_days_work

FIRST, LATER = datetime(2026, 2, 3, tzinfo=UTC), datetime(2026, 2, 9, tzinfo=UTC)


def export(*annotations: Annotation) -> str:
    return markdown(Export(annotations), now=FIRST)


def again(before: str, *annotations: Annotation) -> str:
    return markdown_again(before, markdown(Export(annotations), now=LATER))


def under(text: str, annotation: Annotation) -> str:
    """What stands between an annotation's block id and the next one."""
    return text.split(f"^{block_id(annotation)}\n")[1].split("\n^r-")[0]


def front(text: str) -> dict[str, object]:
    fields = yaml.safe_load(text.split("---\n")[1])
    assert isinstance(fields, dict)
    return fields


def test_where_nothing_has_changed_the_file_stays_as_it_is() -> None:
    before = export(*a_days_work())
    assert again(before, *a_days_work()) == before


def test_the_users_text_around_ours_is_kept_and_ours_is_new() -> None:
    one, two, *_ = a_days_work()
    before = (
        export(one).replace("\n<!-- reader:begin", "\nMy preface.\n\n<!-- reader:begin") + "\n## My end\n"
    )
    after = again(before, one, two)
    assert after.index("My preface.") < after.index("reader:begin")
    assert after.endswith("-->\n\n## My end\n")
    assert f"^{block_id(two)}" in after


def test_a_line_under_an_annotation_goes_along_with_it() -> None:
    *_, highlight, other, last = a_days_work()
    before = export(highlight, other, last)
    written = before.replace(
        f"^{block_id(highlight)}\n", f"^{block_id(highlight)}\nMy thought.\n\n- and a list\n"
    )
    after = again(written, *a_days_work())
    assert "My thought.\n\n- and a list" in under(after, highlight)
    assert after.count("My thought.") == 1


def test_a_line_that_the_user_has_changed_is_kept_beside_ours() -> None:
    [highlight] = a_days_work()[3:4]
    written = export(highlight).replace("shut at six on", "shut at seven (!) on")
    after = again(written, highlight)
    assert "shut at seven (!) on" in under(after, highlight)
    assert "shut at six on" in after


def test_what_was_deleted_moves_to_a_list_with_what_was_written_under_it() -> None:
    one, *others = a_days_work()[2:]
    before = export(one, *others).replace(f"^{block_id(one)}\n", f"^{block_id(one)}\n\nMine.\n")
    after = again(before, *others)
    removed = after.split("## Removed\n")[1]
    assert "Half of the \\$4m repair is paid" in removed
    assert "A bridge \\| shut" in removed
    assert "Mine." in under(removed, one)
    assert again(after, *others) == after
    assert "## Removed" not in again(after, one, *others)
    assert "Mine." in under(again(after, one, *others), one)


def test_what_was_written_under_a_heading_that_is_gone_is_kept() -> None:
    pair, *others = a_days_work()
    before = export(pair).replace("## Differences\n", "## Differences\nThese are the worst.\n")
    assert "These are the worst." in again(before, *others)
    back = again(again(before, pair, *others), pair)
    assert back.index("These are the worst.") < back.index("Twenty")


def test_a_region_to_keep_is_kept_even_where_it_says_what_we_say() -> None:
    [highlight] = a_days_work()[3:4]
    label = next(line for line in export(highlight).split("\n") if line.startswith("**A**"))
    region = f"<!-- keep -->\n{label}\n<!-- /keep -->"
    before = export(highlight).replace("green\n", f"green\n\n{region}\n", 1)
    assert region in again(before, highlight)


def test_front_matter_of_the_user_is_kept_and_ours_is_new() -> None:
    work = a_days_work()
    before = (
        export(*work[2:4])
        .replace('title: "Annotations"', "title: The bridge")
        .replace("\n---\n", "\naliases:\n  - bridge\ncssclass: wide # mine\n---\n", 1)
    )
    before = before.replace('"money"]', '"money", "draft"]')
    fields = front(again(before, *work[3:]))
    assert fields["title"] == "The bridge"
    assert (fields["aliases"], fields["cssclass"]) == (["bridge"], "wide")
    assert fields["created"] == "2026-02-03T00:00:00Z"
    assert fields["highlights"] == 3
    assert fields["tags"] == ["draft"]


def test_tags_that_another_program_has_set_out_line_by_line_are_understood() -> None:
    [paid] = a_days_work()[2:3]
    before = export(paid).replace('tags: ["2026_", "check-me", "money"]', "tags:\n  - money\n  - own")
    assert front(again(before, paid))["tags"] == ["2026_", "check-me", "money", "own"]


@pytest.mark.parametrize("marker", ["<!-- reader:begin", "<!-- reader:end"])
def test_an_export_that_has_lost_a_marker_is_not_guessed_at(marker: str) -> None:
    [one] = a_days_work()[3:4]
    with pytest.raises(UserError, match="reader:begin and reader:end"):
        again(export(one).replace(marker, "<!-- gone"), one)


def test_a_note_cannot_forge_what_parts_the_file() -> None:
    [one] = a_days_work()[3:4]
    hostile = replace(one, note="<!-- reader:end -->\n## Removed\n**B** x\n^r-000000000000\n<!-- keep -->")
    before = export(hostile)
    assert again(before, hostile) == before
    assert "## Removed" not in again(before, one).split("\n")
