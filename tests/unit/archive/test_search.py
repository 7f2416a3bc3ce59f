"""What is found in an archive, and what is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.archive.model import ArchiveError
from reader.archive.search import Archive
from reader.articles.loading import from_text, load
from reader.matching.model import Kind
from tests.unit.archive.shelves import (
    LIGHT,
    QUOTED,
    REWORDED,
    WIRE,
    file,
    groups_in,
    indexed,
    lines,
    opened,
    spelled,
    texts_of,
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name in ("Aldmar", "Brenn", "Corvo", "Dunmere", "Estrel", "Fanholt"):
        file(folder, name)
    return folder


@pytest.fixture
def index(tmp_path: Path) -> Path:
    return tmp_path / "index"


@pytest.mark.parametrize(
    ("other", "kind"),
    [
        (WIRE, Kind.VERBATIM),
        (LIGHT, Kind.NEAR_DUPLICATE),
        (REWORDED, Kind.SAME_FACT),
        (QUOTED, Kind.QUOTE),
    ],
)
def test_a_sentence_is_found_again_however_it_is_told(
    root: Path, index: Path, other: str, kind: Kind
) -> None:
    file(root, "Gallow", WIRE)
    file(root, "Hesk", other, title="Another telling")
    (group,) = groups_in(root, index)
    assert [excerpt.text for excerpt in group.excerpts] == [WIRE, other]
    assert group.kind is kind
    assert 50 <= group.score <= 100
    article = group.excerpts[1].article
    assert (article.title, article.source, article.date) == ("Another telling", "The Hesk Post", "2024-05-01")
    assert article.place == str(root / "Hesk.md")


def test_the_place_of_a_sentence_is_in_code_points_of_its_article(root: Path, index: Path) -> None:
    paths = [file(root, name, "É 𝄞 öfter.", WIRE) for name in ("Gallow", "Hesk")]
    (group,) = (group for group in groups_in(root, index) if group.excerpts[0].text == WIRE)
    for path, excerpt in zip(paths, group.excerpts, strict=True):
        assert load(path).text[excerpt.start : excerpt.end] == WIRE


def test_a_verbatim_sentence_scores_all_there_is_and_the_best_comes_first(root: Path, index: Path) -> None:
    other = "Seven swans of the Kestrel estuary were ringed by volunteers before the frost set in."
    for name in ("Gallow", "Hesk"):
        file(root, name, WIRE)
    file(root, "Ister", other)
    file(root, "Jorvik", "Before the frost, seven swans of the Kestrel estuary were ringed, volunteers say.")
    first, second = groups_in(root, index)
    assert (first.kind, first.score) == (Kind.VERBATIM, pytest.approx(100))
    assert second.score < first.score


def test_what_many_say_is_one_group_and_comes_before_pairs(root: Path, index: Path) -> None:
    for name in ("Gallow", "Hesk", "Ister"):
        file(root, name, WIRE)
    for name in ("Jorvik", "Kelm"):
        file(root, name, "Seven swans of the Kestrel estuary were ringed by volunteers before the frost.")
    first, second = groups_in(root, index)
    assert (first.articles, second.articles) == (3, 2)
    assert [group.articles for group in groups_in(root, index, least=3)] == [3]


def test_a_sentence_of_more_articles_than_are_paired_is_still_one_group(tmp_path: Path, index: Path) -> None:
    texts = [f"Reporter{spelled(n)} was there. {WIRE}" if n % 9 == 0 else _filler(n) for n in range(360)]
    lines(tmp_path / "a.jsonl", texts)
    groups = [group for group in groups_in(tmp_path / "a.jsonl", index) if group.excerpts[0].text == WIRE]
    assert [group.articles for group in groups] == [40]


def _filler(number: int) -> str:
    word = spelled(number)
    return f"Village{word} has a mill{word} and an inn{word}. The fair{word} is on today."


def test_a_formula_is_no_match_but_what_stands_in_it_may_be(tmp_path: Path, index: Path) -> None:
    weather = (
        "The weather in North{0}, South{0} and West{0} will be dry with highs of 12 degrees and a light wind."
    )
    texts = [weather.format(spelled(n)) for n in range(200)]
    lines(tmp_path / "a.jsonl", [*texts, texts[7]])
    assert texts_of(groups_in(tmp_path / "a.jsonl", index)) == {frozenset([texts[7]])}


def test_sentences_of_one_article_are_no_match(root: Path, index: Path) -> None:
    file(root, "Gallow", WIRE, WIRE, LIGHT)
    assert groups_in(root, index) == []


def test_a_higher_threshold_finds_less(root: Path, index: Path) -> None:
    file(root, "Gallow", WIRE)
    file(root, "Hesk", REWORDED)
    assert len(groups_in(root, index)) == 1
    assert groups_in(root, index, threshold=95) == []


def test_a_new_article_finds_in_the_archive_what_it_repeats(root: Path, index: Path) -> None:
    file(root, "Gallow", WIRE)
    article = from_text(
        f"Nobody had expected it.\n\n{LIGHT}\n\nThe ferries of Ottermouth wait.", path="new.txt"
    )
    with opened(root, index) as archive:
        (group,) = archive.similar_to(article)
    assert [excerpt.text for excerpt in group.excerpts] == [LIGHT, WIRE]
    assert group.excerpts[0].article.place == "new.txt"


def test_an_article_of_the_archive_does_not_find_itself_but_its_copies(root: Path, index: Path) -> None:
    path = file(root, "Gallow", WIRE)
    with opened(root, index) as archive:
        assert archive.similar_to(load(path)) == []
    file(root, "Hesk", WIRE)
    with opened(root, index) as archive:
        (group,) = archive.similar_to(load(path))
    assert group.excerpts[1].article.title == "Hesk"


def test_an_article_that_shares_no_word_with_the_archive_finds_nothing(root: Path, index: Path) -> None:
    with opened(root, index) as archive:
        assert archive.similar_to(from_text("Xylophones quack.", path="x.txt")) == []
        assert archive.similar_to(from_text("!", path="y.txt")) == []


def test_all_and_one_by_one_agree(root: Path, index: Path) -> None:
    for name, text in zip(("Gallow", "Hesk", "Ister"), (WIRE, LIGHT, QUOTED), strict=True):
        file(root, name, text)
    with opened(root, index) as archive:
        pairs = archive.pairs(jobs=1, progress=lambda *_: None)
        every = {frozenset(archive.excerpt(number).text for number in pair[:2]) for pair in pairs}
        one_by_one = [archive.similar_to(load(root / f"{name}.md")) for name in ("Gallow", "Hesk", "Ister")]
    assert texts_of(group for groups in one_by_one for group in groups) == every
    assert len(every) >= 2


def test_where_there_is_no_index_it_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="reader corpus index"), Archive.opened(tmp_path):
        pass


def test_an_index_that_is_not_finished_or_damaged_is_not_searched(root: Path, index: Path) -> None:
    indexed(root, index)
    (arrays,) = index.glob("arrays-*")
    (arrays / "rows.npy").write_bytes(b"nothing")
    with pytest.raises(ArchiveError, match="again"), Archive.opened(index):
        pass
    indexed(root, index)
    with Archive.opened(index) as archive:
        assert archive.arrays.articles == 6
    (index / "articles.sqlite").write_bytes(b"nothing" * 1000)
    with pytest.raises(ArchiveError, match="delete it"), Archive.opened(index):
        pass


def test_who_searches_while_articles_change_sees_them_as_they_were(root: Path, index: Path) -> None:
    for name in ("Gallow", "Hesk"):
        file(root, name, WIRE)
    with opened(root, index) as archive:
        for name in ("Gallow", "Hesk"):
            (root / f"{name}.md").unlink()
        indexed(root, index)
        (group,) = archive.groups(archive.pairs(jobs=1, progress=lambda *_: None))
        assert [excerpt.text for excerpt in group.excerpts] == [WIRE, WIRE]
    assert groups_in(root, index) == []
