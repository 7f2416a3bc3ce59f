"""The formats that reader opens, one row each.

A new format is a module in this folder and a row here. Suffixes, media types, the parser, the list in
"reader opens …" and the message about a missing package all come from the row. Files that hold several
articles (zip, JSON lines, Parquet) have a registry of their own in `containers`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from reader.articles.errors import NoArticleError
from reader.articles.formats.recognition import recognized
from reader.articles.formats.signatures import Place, Signature
from reader.base.optional_packages import missing_package

if TYPE_CHECKING:
    from reader.articles.formats.extract import ArticleList, Extract, FeedListing
    from reader.articles.model import Article

__all__ = [
    "DOCX",
    "FEED",
    "FORMATS",
    "FRAGMENT",
    "HTML",
    "PDF",
    "PLAIN_TEXT",
    "Format",
    "extractor_of",
    "format_named",
    "format_of",
    "format_of_media_type",
    "format_of_suffix",
    "opened_formats",
    "suffixes",
]


class Format(NamedTuple):
    """A format of articles.

    name: what an error message calls it.
    suffixes: of its files, in lower case; the first is given to files that are saved without a name.
    parse: makes an article of decoded text and a path, in this process.
    extractor: imports the function that takes the text out of bytes, and returns it: both in a child process.
        A format has either this or `parse`.
    media_types: names that servers give it, each with the suffix of such a file.
    is_text: its bytes are text throughout, in an encoding that a server may name.
    package: the package that `extractor` imports and that a plain installation lacks; it comes with the extra
        "documents".
    """

    name: str
    suffixes: tuple[str, ...]
    parse: Callable[[str, str], Article] | None = None
    extractor: Callable[[], Callable[[bytes], Extract | FeedListing | ArticleList]] | None = None
    media_types: Mapping[str, str] = MappingProxyType({})
    is_text: bool = False
    package: str = ""


def _plain_text(text: str, path: str) -> Article:
    from reader.articles.formats.plain_text import read

    return read(text, path)


def _markdown(text: str, path: str) -> Article:
    from reader.articles.formats.markdown import read

    return read(text, path)


def _subtitles(text: str, path: str) -> Article:
    from reader.articles.formats.subtitles import read

    return read(text, path)


def _html() -> Callable[[bytes], Extract]:
    from reader.articles.formats.html import extract

    return extract


def _fragment() -> Callable[[bytes], Extract]:
    from reader.articles.formats.fragment import extract

    return extract


def _mht() -> Callable[[bytes], Extract]:
    from reader.articles.formats.mht import extract

    return extract


def _epub() -> Callable[[bytes], Extract]:
    from reader.articles.formats.epub import extract

    return extract


def _pdf() -> Callable[[bytes], Extract]:
    from reader.articles.formats.pdf import extract

    return extract


def _docx() -> Callable[[bytes], Extract]:
    from reader.articles.formats.docx import extract

    return extract


def _rtf() -> Callable[[bytes], Extract]:
    from reader.articles.formats.rtf import extract

    return extract


def _odt() -> Callable[[bytes], Extract]:
    from reader.articles.formats.odt import extract

    return extract


def _mail() -> Callable[[bytes], Extract]:
    from reader.articles.formats.mail import extract

    return extract


def _fb2() -> Callable[[bytes], Extract]:
    from reader.articles.formats.fb2 import extract

    return extract


def _wikitext() -> Callable[[bytes], Extract]:
    from reader.articles.formats.wikitext import extract

    return extract


def _feed() -> Callable[[bytes], FeedListing]:
    from reader.articles.formats.feed import extract

    return extract


PLAIN_TEXT = Format(
    "plain text",
    (".txt", ".text"),
    parse=_plain_text,
    media_types={"text/plain": ".txt"},
    is_text=True,
)
MARKDOWN = Format(
    "Markdown",
    (".md", ".markdown"),
    parse=_markdown,
    media_types={"text/markdown": ".md", "text/x-markdown": ".md"},
    is_text=True,
)
HTML = Format(
    "web page",
    (".html", ".htm", ".xhtml"),
    extractor=_html,
    media_types={"text/html": ".html", "application/xhtml+xml": ".xhtml"},
    is_text=True,
)
MHT = Format(
    "saved web page",
    (".mht", ".mhtml"),
    extractor=_mht,
    media_types={"multipart/related": ".mht"},
)
EPUB = Format("e-book", (".epub",), extractor=_epub, media_types={"application/epub+zip": ".epub"})
PDF = Format("PDF", (".pdf",), extractor=_pdf, media_types={"application/pdf": ".pdf"}, package="pypdfium2")
DOCX = Format(
    "Word document",
    (".docx",),
    extractor=_docx,
    media_types={"application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx"},
)

RTF = Format(
    "RTF document",
    (".rtf",),
    extractor=_rtf,
    media_types={"application/rtf": ".rtf", "text/rtf": ".rtf"},
)
ODT = Format(
    "OpenDocument text",
    (".odt", ".fodt", ".ott"),
    extractor=_odt,
    media_types={
        "application/vnd.oasis.opendocument.text": ".odt",
        "application/vnd.oasis.opendocument.text-flat-xml": ".fodt",
    },
)
MAIL = Format("e-mail", (".eml", ".emlx"), extractor=_mail, media_types={"message/rfc822": ".eml"})
FB2 = Format("FictionBook", (".fb2",), extractor=_fb2, media_types={"application/x-fictionbook+xml": ".fb2"})

WIKITEXT = Format(
    "wikitext",
    (".wiki", ".mediawiki", ".wikitext"),
    extractor=_wikitext,
    media_types={"text/x-wiki": ".wiki"},
    package="mwparserfromhell",
)
SUBTITLES = Format(
    "subtitles",
    (".srt", ".vtt"),
    parse=_subtitles,
    media_types={"text/vtt": ".vtt", "application/x-subrip": ".srt"},
    is_text=True,
)

FORMATS = (PLAIN_TEXT, MARKDOWN, HTML, MHT, EPUB, PDF, DOCX, RTF, ODT, MAIL, FB2, WIKITEXT, SUBTITLES)
"""The formats of files that hold one article."""

FEED = Format("feed", (".xml", ".rss", ".atom", ".opml"), extractor=_feed)
"""The format of lists of articles, which `reader add` offers to choose from."""

FRAGMENT = Format("HTML text", (), extractor=_fragment)
"""The format of a text with tags in a field of JSON or a table: all of it is the article."""


def suffixes() -> tuple[str, ...]:
    """The suffixes of all articles, in lower case and alphabetical order."""
    return tuple(sorted(suffix for row in FORMATS for suffix in row.suffixes))


def opened_formats() -> str:
    """The end of a message about a file that is not opened: the formats that are."""
    return f"reader opens {', '.join(suffixes())}"


def format_of(path: Path, data: bytes) -> Format:
    """The format of a file: what its bytes show, else what its suffix says, else plain text.

    Raises NoArticleError where the bytes show a kind of file that reader does not open.
    """
    by_suffix, kind = format_of_suffix(path.suffix), recognized(data)
    if kind is None or not _is_stronger(kind, by_suffix):
        return by_suffix or PLAIN_TEXT
    if not kind.opened:
        way_out = kind.way_out or f"{opened_formats()}: save its text as one of these"
        raise NoArticleError(f"is {kind.says}, not text; {way_out}")
    return format_named(kind.opened)


def _is_stronger(kind: Signature, by_suffix: Format | None) -> bool:
    """Whether what the bytes show counts more than the suffix: text may resemble another text."""
    is_no_text = kind.place is Place.BINARY and by_suffix is not None and by_suffix.is_text
    return kind.sure or is_no_text or by_suffix in (None, PLAIN_TEXT)


def format_of_suffix(suffix: str) -> Format | None:
    """The format of files with a suffix, in whatever case; None where there is not any."""
    return next((row for row in FORMATS if suffix.lower() in row.suffixes), None)


def format_of_media_type(media_type: str) -> Format | None:
    """The format that a server calls `media_type`; None where there is not any."""
    return next((row for row in FORMATS if media_type in row.media_types), None)


def format_named(name: str) -> Format:
    """The format of this name. Raises KeyError."""
    return {row.name: row for row in (*FORMATS, FEED, FRAGMENT)}[name]


def extractor_of(row: Format) -> Callable[[bytes], Extract | FeedListing | ArticleList]:
    """The function that parses documents of a format: only a child process may do that with untrusted bytes.

    Raises NoArticleError where the format's package is not installed.
    """
    if row.extractor is None:
        raise TypeError(f"{row.name} is parsed, not extracted")
    try:
        return row.extractor()
    except ModuleNotFoundError as error:
        if not row.package or error.name != row.package:
            raise
        raise NoArticleError(missing_package(row.package, "documents")) from error
