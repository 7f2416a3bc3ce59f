from __future__ import annotations

import sys
from pathlib import Path

import pytest

from reader.articles.errors import ArticleError, NoArticleError
from reader.articles.extraction.child import extract_document
from reader.articles.formats.feed import extract as feed_of
from reader.articles.formats.registry import PDF, Format
from reader.articles.loading import load
from reader.articles.model import Article, Role
from tests.unit.articles.documents import BODY, epub, pdf, word


def _load(folder: Path, data: bytes, name: str) -> Article:
    path = folder / name
    path.write_bytes(data)
    return load(path)


def _lines(article: Article) -> list[str]:
    return [article.text[p.start : p.end] for p in article.paragraphs]


def test_the_lines_of_a_pdf_become_paragraphs_with_whole_words(tmp_path: Path) -> None:
    lines = [
        "The harbour bridge was closed on Monday after inspec-",
        "tors found cracks in two of its piers, and a well-",
        "known man spoke of a well-known danger.",
        "Nobody was hurt.",
        "The government promised twelve million for repairs.",
    ]
    article = _load(tmp_path, pdf(lines), "a.pdf")
    assert _lines(article) == [
        " ".join(lines[:3]).replace("inspec- tors", "inspectors").replace("well- known", "well-known"),
        "Nobody was hurt.",
        "The government promised twelve million for repairs.",
    ]
    assert (article.title, article.author, article.date) == ("A bridge is closed", "Ann Roe", "")


def test_running_heads_and_page_numbers_do_not_cut_a_paragraph(tmp_path: Path) -> None:
    pages = [
        [
            "The Beacon, page 1",
            "The bridge was closed on Monday after",
            "inspectors had seen the cracks in it",
            "1",
        ],
        [
            "The Beacon, page 2",
            "and had told the mayor of the town so",
            "who had heard it from the newspapers",
            "2",
        ],
        ["The Beacon, page 3", "and from nobody else in all the days.", "3"],
    ]
    article = _load(tmp_path, pdf(*pages), "a.pdf")
    assert _lines(article)[0].startswith("The bridge was closed on Monday after inspectors had seen")
    assert _lines(article)[0].endswith("and from nobody else in all the days.")
    assert "The Beacon, page 1" in article.text


def test_a_word_document_is_read_in_order_with_headings_lists_and_tables(tmp_path: Path) -> None:
    article = _load(tmp_path, word(), "a.docx")
    assert _lines(article) == [
        "Bridge closed",
        BODY[0],
        "What next",
        "• First demand",
        "Cars | 40,000",
        BODY[1],
    ]
    assert [p.role for p in article.paragraphs][:3] == [Role.HEADING, Role.BODY, Role.HEADING]
    assert (article.title, article.author) == ("Bridge closed", "Ann Roe")


def test_the_chapters_of_a_book_are_read_in_the_order_of_its_spine(tmp_path: Path) -> None:
    article = _load(tmp_path, epub(), "a.epub")
    assert _lines(article) == ["One", BODY[0], BODY[1]]
    assert (article.title, article.author, article.language) == ("Bridges", "Ann Roe", "en-GB")


def test_raised_digits_and_struck_words_are_read_in_books_and_feeds_as_in_pages(tmp_path: Path) -> None:
    said = "<p>Opened in 1931<sup>2</sup>, not in <del>1913</del> May, it cost 10<sup>6</sup>.</p>"
    chapter = f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{said}</body></html>'
    article = _load(tmp_path, epub(**{"O/two.xhtml": chapter}), "a.epub")
    assert _lines(article)[-1] == "Opened in 1931², not in May, it cost 10⁶."
    item = f"<item><description><![CDATA[{said}]]></description></item>"
    feed = f"<rss version='2.0'><channel>{item}</channel></rss>"
    assert feed_of(feed.encode()).items[0]["text"] == "Opened in 1931², not in May, it cost 10⁶."


@pytest.mark.parametrize(("document", "library"), [(PDF, "pypdfium2")])
def test_a_library_that_is_not_installed_is_named_with_the_way_to_get_it(
    monkeypatch: pytest.MonkeyPatch, document: Format, library: str
) -> None:
    monkeypatch.delitem(sys.modules, f"reader.articles.formats{document.suffixes[0]}", raising=False)
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(NoArticleError) as error:
        extract_document((document.name, b"abc"), lambda _: None)
    assert f"needs {library}, which is not installed" in str(error.value)
    assert str(error.value).endswith('; run pip install "synoptic-reader[documents]"')


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.pdf", pdf([], []), "run text recognition"),
        ("a.pdf", pdf(["Text"], encrypted=True), "is encrypted"),
        ("a.pdf", b"%PDF-1.4 nothing", "is not a PDF document"),
        ("a.pdf", b"Hello there", "is not a PDF document"),
        ("a.docx", b"Hello there", "is not a Word document"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1", "is encrypted or an old .doc"),
        ("a.epub", b"Hello there", "is not an e-book"),
        ("a.epub", epub(**{"META-INF/container.xml": "<container/>"}), "does not list its parts"),
        ("a.epub", epub(**{"O/a b.xhtml": "", "O/two.xhtml": ""}), "it is made of pictures"),
        (
            "a.epub",
            epub(**{"O/two.xhtml": '<!DOCTYPE a [<!ENTITY b "c">]><p>&b;'}),
            "declares its own entities",
        ),
        (
            "a.epub",
            epub(**{"O/b.opf": '<!DOCTYPE a [<!ENTITY b "c">]><package/>'}),
            "declares its own entities",
        ),
        ("a.mht", b"Subject: hello\n\nNo page.", "contains no page"),
    ],
)
def test_a_document_without_an_article_gets_one_line(
    tmp_path: Path, name: str, data: bytes, says: str
) -> None:
    with pytest.raises(ArticleError, match=says) as error:
        _load(tmp_path, data, name)
    assert name in str(error.value)
    assert "\n" not in str(error.value)
