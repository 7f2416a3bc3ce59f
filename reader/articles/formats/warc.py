"""Web archives (WARC, ARC, WACZ), by warcio: the pages in them, each with its address.

The day on which a page was archived is not that of the article, and is not taken for it.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from reader.articles.errors import NoArticleError
from reader.articles.formats.extract import ArticleList, Extract
from reader.articles.formats.html import extract_page
from reader.articles.formats.markup import decoded
from reader.base.child.time_limit import allow

__all__ = ["extract"]

PAGES = 500
"""Pages of an archive that are read."""

PAGE = 20_000_000
"""Bytes that a page may unpack to; larger ones are passed over."""

UNPACKED = 500_000_000
"""Bytes that the records of an archive may unpack to."""

_UNPACKED = ("", "identity", "gzip", "x-gzip", "deflate")
"""The compressions that warcio unpacks by itself. Pages in others are passed over."""

SECONDS = 0.5
"""Processor time that each page adds to the limit."""


def extract(data: bytes) -> ArticleList:
    """The pages that were answered with 200 and are HTML. Raises NoArticleError where there is none."""
    found: list[Extract | dict[str, str]] = []
    try:
        for archive in _archives(data):
            for record in ArchiveIterator(io.BytesIO(archive), arc2warc=True):
                if _is_page(record) and (page := _article(record)) and len(found) < PAGES:
                    found.append(page)
    except ArchiveLoadFailed as error:
        if not found:
            raise NoArticleError("is not a web archive or is damaged; make it again") from error
    if not found:
        raise NoArticleError("has no page with text; it holds pictures, scripts or answers with errors")
    return ArticleList(found)


def _archives(data: bytes) -> Iterator[bytes]:
    """The bytes of the archive, or of those in a WACZ."""
    if not data.startswith(b"PK"):
        yield data
        return
    left = UNPACKED
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            for part in package.infolist():
                if part.filename.endswith((".warc", ".warc.gz")):
                    with package.open(part) as file:
                        archive = file.read(left + 1)
                    left -= len(archive)
                    if left < 0:
                        raise NoArticleError(f"unpacks to more than {UNPACKED / 1e6:g} MB; split it")
                    yield archive
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError) as error:
        raise NoArticleError("is not a web archive or is damaged; make it again") from error


def _is_page(record: ArcWarcRecord) -> bool:
    headers = record.http_headers
    if record.rec_type != "response" or headers is None or headers.get_statuscode() != "200":
        return False
    packed = (headers.get_header("Content-Encoding") or "").strip().lower()
    kind = (headers.get_header("Content-Type") or "").lower()
    return packed in _UNPACKED and kind.startswith(("text/html", "application/xh"))


def _article(record: ArcWarcRecord) -> Extract | None:
    """The article of a record; None where it has no text, or too much."""
    allow(SECONDS)
    content = record.content_stream().read(PAGE + 1)
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    kind = record.http_headers.get_header("Content-Type") or ""
    charset = kind.lower().partition("charset=")[2].split(";")[0].strip(" \"'")
    if not content or len(content) > PAGE:
        return None
    try:
        extract = extract_page(decoded(content, charset), url)
    except NoArticleError:
        return None
    return Extract(extract.blocks, extract.metadata | {"url": url.strip("<>")})
