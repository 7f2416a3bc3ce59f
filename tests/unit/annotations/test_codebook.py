"""The codebook: what its operations make of tags and annotations, as values and in a store."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from tinydb import TinyDB

from annotations.codebook import entries, is_within, lineage
from annotations.codebook_changes import describe, merge, remove, rename, split
from annotations.model import Annotation, Revision, Tag, edited
from annotations.store import AnnotationStore
from reader.base.errors import UserError
from reader.exchange.csv.codebook import codebook_csv, import_csv
from tests.reliability.workload import annotation

OIL = Tag("topic/oil", "green", "◆", "Prices and supply")
TOPIC = Tag("topic", description="What it is about")


def tagged(*tags: str, number: int = 1) -> Annotation:
    return edited(annotation(number, ""), tags=tags)


def tags_of(revision: Revision) -> list[tuple[str, ...]]:
    return [each.tags for each in revision.annotations]


def counts(codebook: Sequence[Tag], *annotations: Annotation) -> list[tuple[str, int, int]]:
    return [(entry.tag.name, entry.own, entry.nested) for entry in entries(codebook, annotations)]


def test_every_tag_is_listed_with_its_own_use_and_that_of_what_is_nested_in_it() -> None:
    some = [tagged("topic/oil", "topic/gas", number=1), tagged("topic/oil", "who", number=2)]
    assert counts([TOPIC, Tag("unused")], *some) == [
        ("topic", 0, 2),
        ("topic/gas", 1, 1),
        ("topic/oil", 2, 2),
        ("unused", 0, 0),
        ("who", 1, 1),
    ]


def test_parents_come_before_their_children_and_names_that_only_begin_alike_after() -> None:
    some = [tagged("a-b", "a/c", "ab", "a")]
    assert [name for name, *_ in counts([], *some)] == ["a", "a/c", "a-b", "ab"]


def test_a_tag_is_spelled_as_the_codebook_has_it_else_as_it_is_mostly_used() -> None:
    some = [tagged("oil", number=1), tagged("Oil", number=2), tagged("Oil", number=3)]
    assert counts([], *some) == [("Oil", 3, 3)]
    assert counts([Tag("OIL")], *some) == [("OIL", 3, 3)]


def test_nesting_is_by_whole_parts() -> None:
    assert is_within("Topic/oil", "topic")
    assert is_within("topic", "topic")
    assert not is_within("topical", "topic")
    assert not is_within("topic", "topic/oil")
    assert list(lineage("a/b/c")) == ["a", "a/b", "a/b/c"]


def test_a_tag_is_described_bit_by_bit() -> None:
    revision = describe([OIL], "Topic/Oil", description="Supply")
    assert revision.tags == (Tag("topic/oil", "green", "◆", "Supply"),)
    assert describe([OIL], "topic/oil", colour="").tags == (Tag("topic/oil", "", "◆", "Prices and supply"),)
    assert describe([], "#new tag", colour="blue").tags == (Tag("new-tag", "blue"),)
    assert not describe([OIL], "topic/oil", colour="green")


@pytest.mark.parametrize(
    ("what", "said"), [({"colour": "mauve"}, "yellow"), ({"glyph": "ab"}, "one character")]
)
def test_a_colour_or_glyph_that_is_none_is_refused(what: dict[str, str], said: str) -> None:
    with pytest.raises(UserError, match=said):
        describe([], "oil", **what)


def test_a_glyph_of_several_code_points_is_one_character() -> None:
    assert describe([], "oil", glyph="👩‍🔬").tags[0].glyph == "👩‍🔬"


def test_a_renamed_tag_takes_along_what_is_nested_in_it() -> None:
    some = [tagged("topic", "topic/oil", number=1), tagged("TOPIC/gas", "who", number=2), tagged("who")]
    revision = rename([TOPIC, OIL], some, "topic", "subject")
    assert tags_of(revision) == [("subject", "subject/oil"), ("subject/gas", "who")]
    assert {tag.name for tag in revision.tags} == {"subject", "subject/oil"}
    assert set(revision.forgotten) == {"topic", "topic/oil"}
    assert revision.what == "renamed #topic to #subject, on 2 annotations"


def test_a_tag_may_be_moved_below_itself_and_change_its_case_only() -> None:
    assert tags_of(rename([], [tagged("a", "a/b")], "a", "a/b")) == [("a/b", "a/b/b")]
    recased = rename([Tag("oil", "blue")], [tagged("oil")], "oil", "Oil")
    assert (tags_of(recased), recased.tags, recased.forgotten) == ([("Oil",)], (Tag("Oil", "blue"),), ())


def test_renaming_never_makes_two_tags_one() -> None:
    with pytest.raises(UserError, match="merge #oil into #gas"):
        rename([], [tagged("oil"), tagged("Gas")], "oil", "gas")
    with pytest.raises(UserError, match="#b/x already"):
        rename([Tag("b/x")], [tagged("a/x")], "a", "b")


def test_merged_tags_become_one_on_every_annotation() -> None:
    some = [tagged("oil", "petrol/price", number=1), tagged("petrol", number=2), tagged("who", number=3)]
    revision = merge([], some, ["oil", "petrol"], "fuel")
    assert tags_of(revision) == [("fuel", "fuel/price"), ("fuel",)]
    assert revision.what == "merged #oil, #petrol into #fuel, on 2 annotations"


def test_a_merged_tag_keeps_its_description_and_takes_over_what_it_lacks() -> None:
    revision = merge([OIL, Tag("fuel", description="Mine")], [], ["topic/oil"], "fuel")
    assert revision.tags == (Tag("fuel", "green", "◆", "Mine"),)
    assert revision.forgotten == ("topic/oil",)


def test_a_tag_may_be_merged_into_one_of_the_merged_or_one_nested_in_them() -> None:
    assert tags_of(merge([], [tagged("a", "b")], ["a", "b"], "b")) == [("b",)]
    assert tags_of(merge([], [tagged("a", "a/b")], ["a"], "a/b")) == [("a/b",)]
    assert tags_of(merge([], [tagged("a", "a/b", "a/b/c")], ["a/b"], "a")) == [("a", "a/c")]


def test_splitting_retags_only_the_annotations_given() -> None:
    revision = split([tagged("oil", "who"), tagged("who", number=2)], "oil", "gas")
    assert tags_of(revision) == [("gas", "who")]
    with pytest.raises(UserError, match="none of these annotations"):
        split([tagged("who")], "oil", "gas")


def test_a_removed_tag_goes_with_what_is_nested_in_it() -> None:
    revision = remove([OIL, Tag("who")], [tagged("topic/oil", "who"), tagged("topic", number=2)], "topic")
    assert tags_of(revision) == [("who",), ()]
    assert revision.forgotten == ("topic/oil",)


@pytest.mark.parametrize("name", ["", "#", " / "])
def test_what_is_no_tag_is_refused(name: str) -> None:
    with pytest.raises(UserError, match="is not a tag"):
        rename([], [tagged("oil")], "oil", name)


def test_a_tag_that_is_not_there_is_named() -> None:
    for revise in (
        lambda: rename([], [tagged("oil")], "gas", "x"),
        lambda: merge([], [tagged("oil")], ["oil", "gas"], "x"),
        lambda: remove([], [tagged("oil")], "gas"),
    ):
        with pytest.raises(UserError, match="unknown tag #gas; reader codebook"):
            revise()


def test_the_csv_has_a_line_for_each_tag_and_no_formulas() -> None:
    text = codebook_csv([OIL, Tag("who", description="=1+1")])
    assert text.removeprefix("\ufeff").splitlines() == [
        "tag,colour,glyph,description",
        "topic/oil,green,◆,Prices and supply",
        "who,,,'=1+1",
    ]


def test_an_imported_csv_describes_its_tags_and_leaves_what_it_does_not_name() -> None:
    revision = import_csv([OIL, Tag("who", "blue")], b"parent,tag,description\n,TOPIC/oil,New\n,gas,\n")
    assert revision.tags == (Tag("topic/oil", "green", "◆", "New"), Tag("gas"))
    assert revision.what == "imported a codebook of 2 tags"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "must name the column tag"),
        ("word,colour\noil,blue\n", "must name the column tag"),
        ("tag,colour\noil,blue\ngas,mauve\n", 'row 3: unknown colour "mauve"'),
        ("tag\noil\nOil\n", "row 3: #Oil occurs twice"),
        ("tag,glyph\n,x\n", 'row 2: "" is not a tag'),
        ('tag\n"oil\n', "not a table"),
    ],
)
def test_a_csv_that_is_no_codebook_is_refused_with_the_row(text: str, said: str) -> None:
    with pytest.raises(UserError, match=said):
        import_csv([], text.encode())


@pytest.mark.parametrize(
    "table",
    [
        "name,description\nflood,water\n",
        "path,number of highlights,description\nflood,3,water\n",
        "Name;Description;Files;References\nflood;water;2;5\n",
        "Code\tColor\tComment\nflood\t#ff0000\twater\n",
        "sep=;\ntag;description\nflood;water\n;\n",
    ],
)
def test_the_codebooks_of_other_programs_are_read_by_the_names_of_their_columns(table: str) -> None:
    assert import_csv([], table.encode("utf-16")).tags == (Tag("flood", description="water"),)


def test_a_colour_of_another_program_leaves_the_own_one() -> None:
    assert not import_csv([OIL], b"tag,color\ntopic/oil,#ff0000\n")


# In a store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "annotations.json"


@pytest.fixture
def store(path: Path) -> Iterator[AnnotationStore]:
    opened = AnnotationStore.open(path, in_background=False)
    yield opened
    opened.close()


def test_what_a_tag_means_is_kept_in_a_table_of_its_own_that_tinydb_reads(
    store: AnnotationStore, path: Path
) -> None:
    store.revise(describe((), "topic/oil", colour="green"))
    store.add(tagged("topic/oil"))
    store.close()
    with TinyDB(path, access_mode="r") as database:
        assert [each["name"] for each in database.table("codebook")] == ["topic/oil"]
        assert len(database.all()) == 1
    reopened = AnnotationStore.open(path, in_background=False)
    assert reopened.codebook() == (Tag("topic/oil", "green"),)
    assert len(reopened.all()) == 1


def test_a_rename_with_everything_retagged_is_one_step_of_undo(store: AnnotationStore) -> None:
    some = [tagged("topic/oil", number=number) for number in range(1, 6)]
    store.add(*some)
    store.revise(describe((), "topic", colour="green"))
    store.revise(rename(store.codebook(), store.all(), "topic", "subject"))
    assert store.tags() == (("subject/oil", 5),)
    assert store.codebook() == (Tag("subject", "green"),)
    assert store.undo() == "Undone: renamed #topic to #subject, on 5 annotations"
    assert set(store.all()) == set(some)
    assert store.codebook() == (Tag("topic", "green"),)
    store.redo()
    assert store.codebook() == (Tag("subject", "green"),)


def test_a_revision_of_nothing_is_no_step(store: AnnotationStore) -> None:
    store.add(tagged("oil"))
    store.revise(import_csv((), b"tag\n"))
    assert store.undo() == "Undone: added “bridge”"


def test_two_programs_that_describe_the_same_tag_have_one_tag(store: AnnotationStore, path: Path) -> None:
    other = AnnotationStore.open(path, in_background=False)
    store.revise(describe(store.codebook(), "Oil", colour="green"))
    other.revise(describe((), "oil", colour="blue"))
    store.refresh()
    assert store.codebook() == other.codebook() == (Tag("oil", "blue"),)


def test_a_tag_that_a_script_described_is_taken_up_and_can_be_undone(
    store: AnnotationStore, path: Path
) -> None:
    store.add(tagged("oil"))
    store.close()
    with TinyDB(path) as database:
        database.table("codebook").insert({"name": "oil", "colour": "blue"})
        database.table("codebook").insert({"colour": "no name"})
    reopened = AnnotationStore.open(path, in_background=False)
    assert reopened.codebook() == (Tag("oil", "blue"),)
    reopened.revise(describe(reopened.codebook(), "oil", description="Crude"))
    reopened.close()
    with TinyDB(path, access_mode="r") as database:
        assert len(database.table("codebook")) == 2
    reopened.undo()
    assert reopened.undo() == "Undone: changed by another program"
    assert reopened.codebook() == ()


def test_a_damaged_file_without_company_gives_back_tags_and_deletions_too(
    store: AnnotationStore, path: Path
) -> None:
    store.add(tagged("oil", number=1), tagged("oil", number=2))
    store.delete(tagged(number=2).id)
    store.revise(describe((), "oil", colour="green"))
    store.close()
    alone = path.parent / "alone" / "annotations.json"
    alone.parent.mkdir()
    alone.write_bytes(path.read_bytes()[:-100])
    reopened = AnnotationStore.open(alone, in_background=False)
    assert "rebuilt with 1 annotation;" in reopened.notices[0]
    assert reopened.codebook() == (Tag("oil", "green"),)
    assert set(reopened.deleted()) == {tagged(number=2).id}
