from __future__ import annotations

from pathlib import Path

import pytest

from reader.articles.loading import ArticleError, from_text, load
from reader.articles.model import Role
from reader.articles.origins import file_offsets

BODY = "The river rose again on Monday, officials said."


def _file(folder: Path, data: bytes, name: str = "article.txt") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be"])
def test_text_in_every_unicode_encoding_is_read(tmp_path: Path, encoding: str) -> None:
    article = load(_file(tmp_path, f"{BODY} “Stay,” he said.".encode(encoding)))
    assert article.text == f"{BODY} “Stay,” he said."


def test_text_in_an_old_encoding_is_read(tmp_path: Path) -> None:
    text = (
        "Le maire de Genève a déclaré que la crue était passée. « Où étiez-vous ? », a demandé une élève. "
        * 5
    )
    assert "Genève a déclaré" in load(_file(tmp_path, text.encode("cp1252"))).text


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("empty.txt", b"", "is empty"),
        ("blank.txt", b" \n\t\n ", "is empty"),
        ("invisible.txt", "\u200b\ufeff".encode(), "is empty"),
        ("zeros.txt", b"abc\0\0def" * 20, "is a binary file"),
        ("report.txt", b"%PDF-1.7 ...", "is not a PDF document or is damaged"),
        ("letter.md", b"PK\x03\x04....", "is a zip archive"),
        ("photo.txt", b"\x89PNG\r\n\x1a\n", "is a PNG image"),
        ("photo", b"\xff\xd8\xff\xe0", "is a JPEG image"),
        ("page.html", b"<p></p>", "has no text"),
        ("news.xml", b"<rss/>", "is a feed"),
        ("data.json", b'{"a": 1}', "has no text of an article"),
        ("open.md", b"---\ntitle: A\n\nText.", "is not closed"),
        ("broken.md", b"---\ntitle: [a\n---\nText.", "line 3: the front matter is not valid YAML"),
        ("when.md", b"---\ndate: {day: 13\n---\nText.", "the front matter is not valid YAML"),
        ("deep.md", b"---\ntitle: " + b"[" * 9000 + b"\n---\nText.", "the front matter is not valid YAML"),
        ("nothing.md", b"---\ntitle: A\n---\n", "is empty"),
    ],
)
def test_a_file_that_is_no_article_gets_one_line_that_names_it(
    tmp_path: Path, name: str, data: bytes, says: str
) -> None:
    with pytest.raises(ArticleError) as error:
        load(_file(tmp_path, data, name))
    assert says in str(error.value)
    assert name in str(error.value)
    assert "\n" not in str(error.value)


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="does not exist"):
        load(tmp_path / "none.txt")
    with pytest.raises(ArticleError, match="is a folder"):
        load(tmp_path)


def test_a_file_over_the_limit_is_refused(tmp_path: Path) -> None:
    path = _file(tmp_path, BODY.encode())
    with pytest.raises(ArticleError, match="larger than"):
        load(path, limit=10)
    assert load(path, limit=len(BODY)).text == BODY


def test_escapes_in_a_file_s_name_do_not_reach_the_message(tmp_path: Path) -> None:
    with pytest.raises(ArticleError) as error:
        load(tmp_path / "a\x1b[2Jb\n.txt")
    assert "a␛[2Jb .txt" in str(error.value)


def test_the_title_is_the_first_sentence_without_its_dateline_when_there_is_no_headline() -> None:
    article = from_text(f"Updated\n\nORU, May 3 (Northern Wire) — {BODY} Nobody was hurt.")
    assert article.title == BODY
    assert article.source == "Northern Wire"


def test_a_long_first_sentence_is_cut_at_a_word() -> None:
    title = from_text("The river that nobody had thought of as a danger rose again on Monday in May.").title
    assert title == "The river that nobody had thought of as a danger rose again on Monday…"


def test_byline_and_date_of_publication_are_taken_from_the_first_lines() -> None:
    article = from_text(
        f"River rises in Oru\n\nBy Ann Roe and Pat Lum, Oru Staff\nPublished 3 May 2019\n\n{BODY}"
    )
    assert article.author == "Ann Roe and Pat Lum"
    assert article.date == "2019-05-03"
    assert article.title == "River rises in Oru"


def test_what_is_given_goes_before_what_is_found() -> None:
    article = from_text(
        f"River rises in Oru\n\n{BODY}",
        title="A\x1btitle",
        date="May 4, 2019",
        author=" B ",
        source="C",
        language="de",
    )
    assert (article.title, article.date, article.author) == ("A␛title", "2019-05-04", "B")
    assert (article.source, article.language) == ("C", "de")


def test_the_id_says_where_an_article_comes_from_and_the_hash_what_it_says(tmp_path: Path) -> None:
    path = _file(tmp_path, BODY.encode())
    before = load(path)
    path.write_text(BODY + " It fell at dusk.")
    after = load(path)
    assert before.id == after.id
    assert before.sha256 != after.sha256
    assert from_text(BODY, url="https://a.example").id == from_text("Else.", url="https://a.example").id
    assert len(before.id) == 16


def test_each_line_is_a_paragraph() -> None:
    article = from_text(f"{BODY}\nIt fell at dusk.\n\nPeople went home.")
    assert [article.text[p.start : p.end] for p in article.paragraphs] == [
        BODY,
        "It fell at dusk.",
        "People went home.",
    ]


def test_words_divided_at_the_ends_of_lines_become_whole(tmp_path: Path) -> None:
    path = tmp_path / "scan.txt"
    path.write_text(
        "The river rose again on Mon-\nday, officials said, and a well-\nknown mill in the old har-\n"
        "bour was lost.\n\nThe long-term plan of the Anglo-\nOruan board will cost a great deal.\n"
    )
    article = load(path)
    assert [article.text[p.start : p.end] for p in article.paragraphs] == [
        "The river rose again on Monday, officials said, and a well-known mill in the old harbour was lost.",
        "The long-term plan of the Anglo-Oruan board will cost a great deal.",
    ]
    raw, original = path.read_text(), file_offsets(article)
    for word in ("Monday", "mill", "harbour", "Oruan", "deal"):
        at = article.text.index(word)
        there = raw[original(at) : original(at + len(word))]
        assert there.replace("-\n", "") == word


def test_each_speaker_of_a_hard_wrapped_transcript_begins_a_paragraph() -> None:
    article = from_text(
        "CHAIR: The committee will come to order. Captain, tell us when it was\n"
        "that you saw the rock, and what you did after that, if you remember it\n"
        "SEN. HOLLIS: You told the coastguard that you gave the order to turn.\n"
        "Did you or did you not, and who was with you on the bridge of the ship\n"
        "CAPT. RUSK: I gave no order at all.\n"
    )
    starts = [article.text[p.start : p.end].split(":")[0] for p in article.paragraphs]
    assert starts == ["CHAIR", "SEN. HOLLIS", "CAPT. RUSK"]


@pytest.mark.parametrize(
    "text",
    [
        "Milk and bread\nEggs and ham\nA bag of flour-\nless cake",
        "The pier fell at noon.\nNobody was there to see it fall down.\nThe mayor came later.",
    ],
)
def test_lists_and_short_lines_are_not_joined(text: str) -> None:
    assert from_text(text).text == text


def test_hard_wrapped_paragraphs_are_joined_without_moving_a_letter() -> None:
    wrapped = (
        "The river rose again on Monday, officials said, and about four\n"
        "hundred people had to leave their homes in the old town before\n"
        "the second wave came through the market at half past nine.\n"
        "\n"
        "Nobody was hurt, but the bridge at the mill will stay closed to\n"
        "all traffic until engineers have looked at its middle pier and\n"
        "at the two arches beside it.\n"
    )
    article = from_text(wrapped)
    assert len(article.paragraphs) == 2
    assert len(article.text) == len(wrapped)
    assert "about four hundred people" in article.text
    assert [p.role for p in article.paragraphs] == [Role.BODY, Role.BODY]
