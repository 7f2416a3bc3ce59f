from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotations.documents import from_document, to_document
from annotations.model import (
    COLOURS,
    Annotation,
    ArticleReference,
    Target,
    clean_tags,
    new_annotation,
)
from annotations.storage import journal_entries
from annotations.storage.journal_entries import JournalEntry
from annotations.storage.snapshot import Snapshot, decode, encode, salvage
from reader.base.sanitizing import sanitize, sanitize_line

references = st.builds(
    ArticleReference,
    id=st.text(min_size=1).map(sanitize_line).filter(bool),
    sha256=st.text("0123456789abcdef", min_size=64, max_size=64),
    title=st.text().map(sanitize_line),
    url=st.text().map(sanitize_line),
)
passages = st.text(min_size=1).map(sanitize).filter(bool)
targets = st.builds(lambda article, text: Target.of(article, text, 0, len(text)), references, passages)
annotations = st.builds(
    new_annotation,
    st.lists(targets, min_size=1, max_size=3),
    tags=st.lists(st.text(), max_size=3),
    colour=st.sampled_from(COLOURS),
    note=st.text(),
    relation=st.text(),
    author=st.text(),
)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)
documents = st.dictionaries(st.text(), values, max_size=4)
keys = st.integers(1, 2**128).map(str)
tables = st.dictionaries(keys, documents, max_size=4)

ours = st.tuples(st.sampled_from(["", "codebook/", "deleted/"]), keys).map("".join)
all_tables = st.dictionaries(ours, documents, max_size=6)
others = st.dictionaries(
    st.text().filter(lambda name: name not in ("_meta", "_default", "codebook", "deleted")), tables
)


@given(annotations)
def test_an_annotation_is_read_back_as_it_was_written(annotation: Annotation) -> None:
    assert from_document(to_document(annotation)) == annotation


@given(st.lists(st.text()))
def test_clean_tags_are_clean(tags: list[str]) -> None:
    assert clean_tags(clean_tags(tags)) == clean_tags(tags)


@given(all_tables, others, st.text())
def test_a_snapshot_is_read_back_as_it_was_written(
    documents: dict[str, dict[str, object]], others: dict[str, object], store: str
) -> None:
    written = Snapshot(documents, others, store, last=7)
    read = decode(b"".join(encode(written)))
    assert (read.documents, read.others, read.store, read.last) == (documents, others, store, 7)
    assert read.whole


@given(st.lists(annotations, max_size=3))
def test_what_is_salvaged_from_a_whole_file_is_all_of_it(some: list[Annotation]) -> None:
    table = {str(int(each.id.replace("-", ""), 16)): to_document(each) for each in some}
    assert salvage(b"".join(encode(Snapshot(table)))) == table


@given(st.lists(st.tuples(keys, st.none() | documents, st.none() | documents), max_size=4), st.text())
def test_a_journal_is_read_back_as_it_was_written(
    operations: list[tuple[str, None, None]], what: str
) -> None:
    entries = [
        JournalEntry(f"s-{number}", "store", "now", what, tuple(operations), number=number)
        for number in (1, 2, 3)
    ]
    assert list(journal_entries.decode(journal_entries.encode(entries))) == entries
    assert list(journal_entries.decode(journal_entries.encode(entries), after=2)) == entries[2:]


@given(st.binary())
def test_no_bytes_at_all_break_the_reading_of_a_journal(raw: bytes) -> None:
    assert list(journal_entries.decode(raw)) == []
