"""Web archives: each page in them is an article, with its address and day."""

from __future__ import annotations

import gzip
import io
import zipfile
from pathlib import Path

import pytest

from reader.articles.corpus import open_corpus
from reader.articles.errors import ArticleError
from reader.articles.loading import load
from tests.unit.articles.documents import BODY, page


def _record(url: str, body: bytes, kind: str = "text/html", status: str = "200 OK") -> bytes:
    answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + body
    return (
        (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\n"
            "WARC-Date: 2027-01-08T06:30:00Z\r\n"
            "WARC-Record-ID: <urn:uuid:11111111-1111-1111-1111-111111111111>\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
        ).encode()
        + answer
        + b"\r\n\r\n"
    )


RECORDS = [
    _record("https://echo.example/bridge", page()),
    _record("https://echo.example/a.png", b"\x89PNG", "image/png"),
    _record("https://echo.example/gone", page(), status="404 Not Found"),
    _record("https://echo.example/second", page()),
]


def _wacz() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("archive/data.warc.gz", b"".join(map(gzip.compress, RECORDS)))
        package.writestr("datapackage.json", "{}")
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.warc", b"".join(RECORDS)),
        ("a.warc.gz", b"".join(map(gzip.compress, RECORDS))),
        ("a.wacz", _wacz()),
    ],
)
def test_each_page_of_an_archive_is_an_article(tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    first, second = open_corpus([tmp_path]).articles
    assert (first.url, first.date) == ("https://echo.example/bridge", "")
    assert BODY[0] in first.text
    assert (second.url, second.path) == ("https://echo.example/second", f"{path}!2")


def test_a_page_in_a_compression_that_is_not_unpacked_is_passed_over(tmp_path: Path) -> None:
    packed = _record("https://echo.example/br", bytes(range(255, 0, -1)), "text/html\r\nContent-Encoding: br")
    (tmp_path / "a.warc").write_bytes(packed + RECORDS[3])
    (article,) = open_corpus([tmp_path]).articles
    assert article.url == "https://echo.example/second"


@pytest.mark.parametrize("data", [b"", b"WARC/1.0\r\n", RECORDS[1], RECORDS[0][:300], b"PK\x03\x04"])
def test_an_archive_without_pages_is_refused_in_one_line(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.warc").write_bytes(data)
    with pytest.raises(ArticleError, match=r"a\.warc (?:has no page|is not a web archive|is damaged)"):
        load(tmp_path / "a.warc")
