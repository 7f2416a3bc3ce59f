from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from reader.articles.errors import ArticleError, NoArticleError
from reader.articles.extraction.client import ExtractionClient
from reader.articles.formats.registry import HTML
from reader.articles.loading import load
from reader.articles.model import Article, Role
from tests.unit.articles.documents import BODY, page

HEAD = """<meta property="og:site_name" content="The Beacon"><meta name="author" content="Ann Roe">
<meta property="article:published_time" content="2025-03-11T10:00:00Z">
<link rel="canonical" href="https://beacon.example/news/bridge">"""


def _load(folder: Path, data: bytes, name: str = "page.html") -> Article:
    path = folder / name
    path.write_bytes(data)
    return load(path)


def _lines(article: Article) -> list[str]:
    return [article.text[p.start : p.end] for p in article.paragraphs]


def test_the_article_of_a_page_is_read_without_what_stands_around_it(tmp_path: Path) -> None:
    article = _load(tmp_path, page(head=HEAD))
    assert _lines(article) == ["Bridge closed", *BODY]
    assert (article.title, article.source, article.author) == ("Bridge closed", "The Beacon", "Ann Roe")
    assert (article.date, article.url) == ("2025-03-11", "https://beacon.example/news/bridge")


def test_lists_quotations_tables_and_subheadings_are_paragraphs(tmp_path: Path) -> None:
    middle = (
        "<h2>What next</h2>",
        "<ul><li>Water for <b>all</b> of us</li><li>Bread</li></ul>",
        "<blockquote><p>We saw it coming.</p></blockquote>",
        "<table><tr><td>Cars</td><td>40,000</td></tr></table>",
        "<p>One line<br>and another.</p>",
    )
    article = _load(tmp_path, page(*middle))
    assert _lines(article)[2:9] == [
        "What next",
        "• Water for all of us",
        "• Bread",
        "We saw it coming.",
        "Cars | 40,000",
        "One line",
        "and another.",
    ]
    assert article.paragraphs[2].role is Role.HEADING


@pytest.mark.parametrize(
    ("encoding", "says"),
    [
        ("utf-8", '<meta charset="utf-8">'),
        ("cp1252", '<meta charset="iso-8859-1">'),
        ("cp1252", '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">'),
        ("cp1251", "<meta charset=windows-1251>"),
        ("utf-16", ""),
        ("utf-8-sig", '<meta charset="iso-8859-1">'),
        ("utf-8", '<meta charset="no-such-thing">'),
        ("cp1252", '<meta charset="utf-8">'),
    ],
)
def test_a_page_is_decoded_as_it_says_and_by_its_bytes_where_that_is_wrong(
    tmp_path: Path, encoding: str, says: str
) -> None:
    word = "Мост" if encoding == "cp1251" else "café"
    text = page(f"<p>{word} {word} {word}, they said, and went there again.</p>").decode()
    article = _load(
        tmp_path,
        text.replace('<meta charset="utf-8">', says).replace("“", "").replace("”", "").encode(encoding),
    )
    assert f"{word} {word} {word}" in article.text


def test_a_page_saved_as_one_file_is_read_with_its_address(tmp_path: Path) -> None:
    mail = (
        b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=B; type="text/html"\r\n\r\n'
        b"--B\r\nContent-Type: text/html; charset=utf-8\r\nContent-Location: https://beacon.example/a\r\n\r\n"
        + page()
        + b"\r\n--B\r\nContent-Type: image/png\r\n\r\nxx\r\n--B--\r\n"
    )
    for name in ("a.mht", "a.mhtml"):
        article = _load(tmp_path, mail, name)
        assert BODY[0] in article.text
        assert article.url == "https://beacon.example/a"


def test_a_page_without_a_suffix_is_known_by_its_first_bytes(tmp_path: Path) -> None:
    assert _lines(_load(tmp_path, page(), "article.php"))[1] == BODY[0]


def test_a_page_of_a_few_words_is_an_article(tmp_path: Path) -> None:
    assert _lines(_load(tmp_path, b"<p>The river rose.</p><p>It fell.")) == ["The river rose.", "It fell."]


def test_nothing_a_page_says_steers_the_terminal(tmp_path: Path) -> None:
    article = _load(
        tmp_path,
        page("<p>one &#27;[2J two &#8238; three\x1b]0;x\x07 four</p>", head="<title>\x1b[1m</title>"),
    )
    assert "\x1b" not in article.text + article.title
    assert "\u202e" not in article.text


def test_the_address_of_a_whole_site_is_no_article_s(tmp_path: Path) -> None:
    assert _load(tmp_path, page(head='<link rel="canonical" href="https://beacon.example/">')).url == ""


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"<html><body></body></html>", "has no text"),
        (b"<script>" + b"x" * 9000 + b"</script><p>Please enable scripts.</p>", "has hardly any text"),
        (b'<!DOCTYPE html [<!ENTITY a "b">]><p>&a;</p>', "declares its own entities"),
        (b"<p>x" * 300_000, "takes longer than 4 seconds"),
    ],
    ids=["empty", "script", "entities", "endless"],
)
def test_a_page_without_an_article_gets_one_line(tmp_path: Path, data: bytes, says: str) -> None:
    with pytest.raises(ArticleError, match=says) as error:
        _load(tmp_path, data)
    assert "page.html" in str(error.value)


@pytest.mark.parametrize(
    "piece", ["<!--", "<a", "<a>", "<div>", "<table>", "<b>", "&", "<![CDATA[", "<p a='"]
)
def test_a_page_made_to_keep_a_parser_busy_gets_an_answer(tmp_path: Path, piece: str) -> None:
    with pytest.raises(ArticleError, match=r"has no text|has hardly any text|takes longer than"):
        _load(tmp_path, piece.encode() * 200_000)


def test_after_a_document_that_took_too_long_the_next_one_is_read() -> None:
    client = ExtractionClient(seconds=0.5)
    try:
        with pytest.raises(NoArticleError, match=r"longer than 0\.5 seconds"):
            client.extract(HTML, b"<p>x" * 300_000)
        client = ExtractionClient()
        assert client.extract(HTML, page())["metadata"]["title"] == "Bridge closed"
    finally:
        client.close()


def test_many_threads_may_read_pages_at_once(tmp_path: Path) -> None:
    paths = []
    for number in range(12):
        paths.append(tmp_path / f"{number}.html")
        paths[-1].write_bytes(page(f"<p>This is page number {number} of them all.</p>"))
    with ThreadPoolExecutor(6) as pool:
        texts = [article.text for article in pool.map(load, paths)]
    assert all(f"This is page number {number} of them all." in text for number, text in enumerate(texts))
