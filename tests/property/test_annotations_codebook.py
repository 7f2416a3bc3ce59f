from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotations.codebook import entries, is_within
from annotations.codebook_changes import checked, merge, rename
from annotations.documents import tag_document, tag_of
from annotations.model import COLOURS, Annotation, Tag, clean_tags, edited
from reader.base.errors import UserError
from reader.base.sanitizing import sanitize_line
from reader.exchange.csv.codebook import codebook_csv, import_csv
from tests.reliability.workload import annotation

names = st.text().map(lambda text: clean_tags([text])).filter(bool).map(lambda tags: tags[0])
few = st.lists(st.sampled_from(["a", "b", "A", "c"]), min_size=1, max_size=3).map("/".join)
lines = st.text().map(sanitize_line)
tags = st.builds(
    Tag, names, st.sampled_from(["", *COLOURS]), st.sampled_from(["", "◆", "=", "-", "'"]), lines
)
codebooks = st.lists(tags, max_size=4, unique_by=lambda tag: tag.name.casefold())
works = st.lists(st.lists(few, min_size=1, max_size=3), min_size=1, max_size=4).map(
    lambda all_tags: [edited(annotation(number, ""), tags=each) for number, each in enumerate(all_tags, 1)]
)


@given(tags)
def test_a_tag_is_read_back_as_it_was_written(tag: Tag) -> None:
    assert tag_of(tag_document(tag)) == tag


@given(codebooks)
def test_a_codebook_is_imported_as_it_was_exported(codebook: list[Tag]) -> None:
    assert import_csv((), codebook_csv(codebook).encode()).tags == tuple(map(checked, codebook))
    assert not import_csv(codebook, codebook_csv(codebook).encode())


@given(works, st.data())
def test_a_rename_loses_no_tag_and_the_way_back_leads_back(
    work: list[Annotation], data: st.DataObject
) -> None:
    old, new = data.draw(st.sampled_from(used(work))), "new/" + data.draw(few)
    after = applied(work, rename((), work, old, new).annotations)
    assert uses(after) == uses(work)
    assert not any(is_within(tag, old) for tag in used(after))
    back = applied(after, rename((), after, new, old).annotations)
    assert [folded(each) for each in back] == [folded(each) for each in work]


@given(works, st.data())
def test_a_rename_is_refused_exactly_where_two_tags_would_become_one(
    work: list[Annotation], data: st.DataObject
) -> None:
    old, new = data.draw(st.sampled_from(used(work))), data.draw(few)
    try:
        after = applied(work, rename((), work, old, new).annotations)
    except UserError:
        assert len(uses(applied(work, merge((), work, [old], new).annotations))) < len(uses(work))
    else:
        assert uses(after) == uses(work)


@given(works, few, st.data())
def test_after_a_merge_the_one_tag_has_every_annotation_of_both(
    work: list[Annotation], into: str, data: st.DataObject
) -> None:
    old = data.draw(st.sampled_from(used(work)))
    after = applied(work, merge((), work, [old], into).annotations)
    had = [each.id for each in work if any(is_within(tag, old) or is_within(tag, into) for tag in each.tags)]
    assert [each.id for each in after if any(is_within(tag, into) for tag in each.tags)] == had
    if not is_within(into, old):
        assert is_within(old, into) or not any(is_within(tag, old) for tag in used(after))


def applied(work: list[Annotation], changed: tuple[Annotation, ...]) -> list[Annotation]:
    new = {each.id: each for each in changed}
    return [new.get(each.id, each) for each in work]


def uses(work: list[Annotation]) -> list[int]:
    return sorted(entry.own for entry in entries((), work) if entry.own)


def used(work: list[Annotation]) -> list[str]:
    return sorted({tag for each in work for tag in each.tags})


def folded(one: Annotation) -> set[str]:
    return {tag.casefold() for tag in one.tags}
