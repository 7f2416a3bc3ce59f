from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from reader.articles.corpus import list_corpus, open_corpus
from reader.articles.errors import ArticleError
from reader.articles.loading import load
from reader.articles.origins import file_offsets


def _zip(path: Path, **files: str) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return path


def _lines(path: Path, *objects: object) -> Path:
    path.write_text("\n".join(o if isinstance(o, str) else json.dumps(o) for o in objects), encoding="utf-8")
    return path


def test_a_zip_is_as_many_articles_as_it_holds(tmp_path: Path) -> None:
    path = _zip(
        tmp_path / "a.zip", **{"b/two.md": "# Two\n\nIt fell.", "one.txt": "The river rose.", "c.css": "x"}
    )
    corpus = open_corpus([path])
    assert [article.title for article in corpus.articles] == ["Two", "The river rose."]
    assert [article.path for article in corpus.articles] == [f"{path}!b/two.md", f"{path}!one.txt"]


def test_json_lines_are_articles_with_what_is_known_of_them(tmp_path: Path) -> None:
    path = _lines(
        tmp_path / "a.jsonl",
        {"title": "One", "source": "Beacon", "date": "2025-03-11", "text": "It rose.", "author": ["A", "B"]},
        "",
        {"title": "Two", "url": "https://beacon.example/2", "body": "It fell."},
    )
    first, second = open_corpus([path]).articles
    assert (first.title, first.source, first.date, first.author) == ("One", "Beacon", "2025-03-11", "A, B")
    assert (second.text, second.url, second.path) == ("It fell.", "https://beacon.example/2", f"{path}!3")


def test_a_member_is_opened_by_its_name(tmp_path: Path) -> None:
    archive = _zip(tmp_path / "a.zip", **{"x!.txt": "It rose.", "b.txt": "It fell."})
    lines = _lines(tmp_path / "a.jsonl", {"text": "Ä"}, {"text": "It froze."})
    assert load(Path(f"{archive}!x!.txt")).text == "It rose."
    assert load(Path(f"{lines}!2")).text == "It froze."
    assert open_corpus([Path(f"{lines}!2"), archive]).articles[0].text == "It froze."


def test_a_container_of_one_article_is_opened_as_that_article(tmp_path: Path) -> None:
    assert load(_zip(tmp_path / "a.zip", **{"b.txt": "It fell."})).text == "It fell."


def test_an_entry_of_a_file_that_has_grown_since_is_still_that_line(tmp_path: Path) -> None:
    path = _lines(tmp_path / "a.jsonl", {"text": "It rose."}, {"text": "It fell."})
    entry = list_corpus([path]).entries[1]
    assert entry.load().text == "It fell."
    _lines(path, {"text": "It rose again."}, {"text": "It fell."})
    assert entry.load().text == "It fell."


def test_the_identity_of_a_member_is_its_own(tmp_path: Path) -> None:
    corpus = open_corpus([_lines(tmp_path / "a.jsonl", {"text": "Same."}, {"text": "Same."})])
    assert corpus.articles[0].id != corpus.articles[1].id
    assert corpus.articles[0].id == corpus.entries[0].load().id


def test_offsets_of_a_text_in_a_zip_are_those_of_the_text(tmp_path: Path) -> None:
    article = load(_zip(tmp_path / "a.zip", **{"b.txt": "It\u200b rose.\r\nIt fell."}))
    assert file_offsets(article)(article.text.index("fell")) == len("It\u200b rose.\r\nIt ")
    lines = _lines(tmp_path / "a.jsonl", {"text": "It\u200b fell."})
    assert file_offsets(load(lines))(4) == 4


def test_what_is_bad_in_a_container_is_a_problem_and_no_failure(tmp_path: Path) -> None:
    _lines(tmp_path / "a.jsonl", {"text": "It rose."}, "{", {"title": "Only"}, "[1]", "3")
    archive = {
        "good.txt": "It fell.",
        "../up.txt": "x",
        "/root.txt": "x",
        "in.zip": "x",
        "C:\\c.txt": "x",
        "folder\\..\\..\\d.txt": "x",
        "e.txt": "",
    }
    _zip(tmp_path / "b.zip", **archive)
    corpus = open_corpus([tmp_path])
    assert [article.text for article in corpus.articles] == ["It rose.", "It fell."]
    problems = "\n".join(corpus.problems)
    for words in (
        "a.jsonl!2 is not JSON",
        "a.jsonl!3 has no text",
        "a.jsonl!4 has no text",
        "a.jsonl!5 has no text",
        "b.zip!../up.txt is refused",
        "b.zip!/root.txt is refused",
        "b.zip!in.zip is refused",
        "c.txt is refused",
        "d.txt is refused",
        "b.zip!e.txt is empty",
    ):
        assert words in problems
    assert len(corpus.problems) == 10


def test_a_folder_is_listed_without_opening_an_article(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "bad.txt").write_bytes(b"\0")
    (tmp_path / "deep" / "no page.html").write_bytes(b"")
    corpus = list_corpus([tmp_path])
    assert [entry.name for entry in corpus.entries] == ["bad", "no page"]
    assert corpus.articles == corpus.problems == ()
    with pytest.raises(ArticleError, match="binary"):
        corpus.entries[0].load()


def test_a_member_that_is_named_and_bad_is_an_error(tmp_path: Path) -> None:
    lines = _lines(tmp_path / "a.jsonl", {"text": "It rose."}, "{")
    with pytest.raises(ArticleError, match="is not JSON"):
        open_corpus([Path(f"{lines}!2")])
    with pytest.raises(ArticleError, match="check the line number"):
        open_corpus([Path(f"{lines}!7")])


def test_an_archive_without_articles_says_what_is_read(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match=r"contains no articles.*\.epub"):
        open_corpus([_zip(tmp_path / "a.zip", **{"b.css": "x"})])


def test_a_line_that_is_too_long_is_a_problem_before_it_is_parsed(tmp_path: Path) -> None:
    path = _lines(tmp_path / "a.jsonl", {"text": "It rose."}, {"text": "It fell. " * 2_500_000})
    corpus = list_corpus([path])
    assert [entry.load().text for entry in corpus.entries] == ["It rose."]
    assert len(corpus.problems) == 1
    assert "a.jsonl!2 is larger than 20 MB" in corpus.problems[0]
    with pytest.raises(ArticleError, match="larger than"):
        load(Path(f"{path}!1"), limit=7)


def test_a_title_is_called_in_the_list_as_in_the_article(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    titles = ["NaN", "Infinity", "true", "{}", "null", '" "', '["One", 2, "Two"]', "7"]
    path.write_text("\n".join(f'{{"title": {title}, "text": "It rose."}}' for title in titles))
    corpus = open_corpus([path])
    assert [entry.name for entry in corpus.entries] == [
        *(f"line {number}" for number in range(1, 7)),
        "One, Two",
        "7",
    ]
    assert [article.title for article in corpus.articles] == ["It rose."] * 6 + ["One, Two", "7"]


def test_a_text_with_half_a_pair_of_surrogates_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "It \\ud800 rose."}')
    assert load(path).text == "It \ufffd rose."
