from __future__ import annotations

from pathlib import Path

import pytest

from reader.articles.corpus import is_listed, list_corpus, open_corpus
from reader.articles.errors import ArticleError


def _shelf(folder: Path) -> Path:
    (folder / "deep").mkdir()
    (folder / ".hidden").mkdir()
    for name in ("b.txt", "a.md", "deep/c.txt", ".d.txt", ".hidden/e.txt", "notes.json", "f.TXT"):
        (folder / name).write_text(f"Words of {name}.")
    return folder


def _names(paths: list[Path]) -> list[str]:
    return [Path(article.path).name for article in open_corpus(paths).articles]


def test_a_folder_is_read_with_its_subfolders_and_without_hidden_and_foreign_files(tmp_path: Path) -> None:
    assert _names([_shelf(tmp_path)]) == ["a.md", "b.txt", "c.txt", "f.TXT"]


def test_a_file_named_twice_is_there_once_and_where_it_was_named_first(tmp_path: Path) -> None:
    shelf = _shelf(tmp_path)
    assert _names([shelf / "b.txt", shelf, shelf / "deep" / ".." / "b.txt"]) == [
        "b.txt",
        "a.md",
        "c.txt",
        "f.TXT",
    ]


def test_a_bad_file_in_a_folder_is_a_problem_and_no_failure(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("Words.")
    (tmp_path / "bad.txt").write_bytes(b"\0\1\2" * 9)
    corpus = open_corpus([tmp_path])
    assert [Path(article.path).name for article in corpus.articles] == ["good.txt"]
    assert len(corpus.problems) == 1
    assert "bad.txt is a binary file" in corpus.problems[0]


def test_a_bad_file_that_is_named_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"")
    with pytest.raises(ArticleError, match="is empty"):
        open_corpus([tmp_path / "bad.txt"])


def test_a_folder_without_articles_is_an_error_that_says_what_is_read(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match=r"contains no articles.*\.md.*\.txt"):
        open_corpus([tmp_path])


def test_a_folder_whose_every_file_is_bad_says_the_first_trouble(tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"")
    with pytest.raises(ArticleError, match=r"bad\.txt is empty"):
        open_corpus([tmp_path])


def test_the_corpus_is_called_by_the_folder_or_the_files(tmp_path: Path) -> None:
    shelf = _shelf(tmp_path)
    assert open_corpus([shelf]).name == shelf.name
    assert open_corpus([shelf / "b.txt", shelf / "a.md"]).name == "b.txt, a.md"


@pytest.mark.parametrize(
    ("path", "listed"),
    [
        ("a.txt", True),
        ("deep/B.TXT", True),
        ("a.b/c.txt", True),
        (".a.txt", False),
        ("deep/.hidden/a.txt", False),
        (".txt", False),
        ("a.md", False),
        ("a.txt/b", False),
        ("", False),
    ],
)
def test_a_file_is_listed_by_its_suffix_where_nothing_on_its_path_is_hidden(path: str, listed: bool) -> None:
    assert is_listed(path, {".txt"}) is listed


def test_a_folder_says_how_many_files_of_which_kinds_it_passes_over(tmp_path: Path) -> None:
    for name in ("a.txt", "1.png", "2.PNG", "3.jpg", "b.xlsx", "notes", ".hidden"):
        (tmp_path / name).write_bytes(b"It rose.")
    (line,) = list_corpus([tmp_path]).passed_over
    assert line == "3 pictures (.jpg, .png), 1 spreadsheet (.xlsx), 1 other file (no suffix)"
