"""The kinds of files that are known by their bytes, one row each.

A new kind is a row in SIGNATURES. A file of this kind is opened by the format that the row names, or refused
with what the row says. Rows are tried from the top: a closer description comes before a wider one.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import NamedTuple

__all__ = ["SIGNATURES", "Place", "Signature"]


class Place(Enum):
    """The place in a file that a pattern describes."""

    START = "the first bytes, after a byte order mark and blanks"
    ROOT = "the tag of the root, in HTML and XML"
    PARTS = "the names of the files in a zip archive, one a line, after the media type that it states"
    BINARY = "all bytes"


class Signature(NamedTuple):
    """A kind of file.

    says: what a message calls it, with its article.
    place, pattern: where the pattern matches, which sees text as UTF-8.
    opened: the name of the format that opens it; "" where reader does not.
    way_out: what a user can do where reader does not open it; "" for the advice to save it in another format.
    sure: it is this kind whatever its name says. Other rows count only where the name says nothing (".txt",
        no suffix, one that reader does not know), and against names of text where the bytes are BINARY.
    """

    says: str
    place: Place
    pattern: re.Pattern[bytes]
    opened: str = ""
    way_out: str = ""
    sure: bool = True


def _start(says: str, pattern: bytes, opened: str = "", way_out: str = "", *, sure: bool = True) -> Signature:
    return Signature(says, Place.START, re.compile(pattern, re.DOTALL), opened, way_out, sure)


def _root(says: str, pattern: bytes, opened: str = "", way_out: str = "", *, sure: bool = True) -> Signature:
    tag = re.compile(rb"<(?:[\w.-]+:)?(?:%s)(?=[\s/>])" % pattern, re.DOTALL | re.IGNORECASE)
    return Signature(says, Place.ROOT, tag, opened, way_out, sure)


def _parts(says: str, pattern: bytes, opened: str = "", way_out: str = "") -> Signature:
    return Signature(says, Place.PARTS, re.compile(pattern, re.MULTILINE), opened, way_out)


def _binary(
    says: str, pattern: bytes, inside: str = "", way_out: str = "", opened: str = "", *, sure: bool = True
) -> Signature:
    """A kind by its first bytes, and for old Office files by a name that is inside in UTF-16."""
    pattern += b".*?" + re.escape(inside.encode("utf-16-le")) if inside else b""
    return Signature(says, Place.BINARY, re.compile(pattern, re.DOTALL), opened, way_out, sure)


_OLE = b"\xd0\xcf\x11\xe0"
_AS_DOCX = "save it as .docx"
_AS_TEXT = "save its text as .txt or .docx"
_AS_PDF = "make a PDF of it"
_TEXTS = "save the texts of the articles instead"
_UNPACK = "unpack it first"
_TECHNICAL = (
    rb"(?:Received|Return-Path|Delivered-To|MIME-Version|Message-ID|DKIM-Signature|X-Mozilla-Status|X-Mailer):"
    rb"|Content-Type:[ \t]*(?:text|multipart|message)/"
)
"""Headers that only mail has; a memo has From, To, Date and Subject as well."""

SIGNATURES = (
    _binary("a PDF document", b"%PDF-", opened="PDF"),
    _parts("an e-book", rb"\Aapplication/epub\+zip|^META-INF/container\.xml$", "e-book"),
    _parts("a Word document", rb"^word/[^/\n]+\.xml$", "Word document"),
    _parts("an Excel workbook", rb"^xl/workbook\.(?:xml|bin)$", way_out=_AS_TEXT),
    _parts("a PowerPoint presentation", rb"^ppt/presentation\.xml$", way_out=_AS_TEXT),
    _parts("an OpenDocument text", rb"\Aapplication/vnd\.oasis\.opendocument\.text", "OpenDocument text"),
    _parts("an OpenDocument file", rb"\Aapplication/vnd\.oasis\.opendocument", way_out=_AS_TEXT),
    _parts("a document of Apple's Pages, Numbers or Keynote", rb"^Index/\w+\.iwa$", way_out=_AS_DOCX),
    _parts(
        "a web archive (WACZ)", rb"^archive/[^/\n]+\.warc(?:\.gz)?$", way_out="save the page from it as .html"
    ),
    _binary("an encrypted Office document", _OLE, "EncryptedPackage", "save it without a password"),
    _binary("an Outlook message", _OLE, "__substg1.0_", "open it in Outlook and save it as .eml or .txt"),
    _binary("an old Word document", _OLE, "WordDocument", _AS_DOCX),
    _binary("an old Excel workbook", _OLE, "Workbook", _AS_TEXT),
    _binary("an old PowerPoint presentation", _OLE, "PowerPoint Document", _AS_TEXT),
    _binary("an old Office document", _OLE, way_out=_AS_DOCX, sure=False),
    _binary("a zip archive", b"PK\x03\x04", way_out="rename it to end in .zip", sure=False),
    _binary("an empty zip archive", b"PK\x05\x06", sure=False),
    _start("an RTF document", rb"\{\\rtf", "RTF document"),
    _binary("a PNG image", b"\x89PNG"),
    _binary("a JPEG image", b"\xff\xd8\xff"),
    _binary("a GIF image", b"GIF8[79]a"),
    _binary("a TIFF image", rb"II\*\0"),
    _binary("a TIFF image", rb"MM\0\*"),
    _binary("a picture, sound or film", rb"RIFF.{4}(?:WEBP|WAVE|AVI )"),
    _binary("a scanned document (DjVu)", b"AT&TFORM"),
    _binary("a PostScript document", b"%!PS", way_out="save it as .pdf"),
    _binary("a gzip archive", b"\x1f\x8b", way_out=_UNPACK),
    _binary("a bzip2 archive", rb"BZh[1-9]", way_out=_UNPACK),
    _binary("a 7-Zip archive", b"7z\xbc\xaf", way_out=_UNPACK),
    _binary("an xz archive", b"\xfd7zXZ", way_out=_UNPACK),
    _binary("a RAR archive", rb"Rar!\x1a", way_out=_UNPACK),
    _binary("a sound file", rb"ID3[\2-\4]"),
    _binary("a sound or film file", rb"OggS\0"),
    _binary("an SQLite database", rb"SQLite format 3\0"),
    _binary("a program", b"\x7fELF"),
    _start("a Kindle e-book", rb".{60}BOOKMOBI", way_out="save it as .epub"),
    _start("a WordPerfect document", rb"\xffWPC", way_out=_AS_DOCX),
    _root("a web page", rb"html", "web page"),
    _root("a FictionBook", rb"FictionBook", "FictionBook"),
    _root("an OpenDocument text", rb"document(?=[^>]*opendocument\.text)", "OpenDocument text"),
    _root("a feed", rb"rss|feed|rdf|opml", way_out='list its articles with "reader add"', sure=False),
    _root("a picture (SVG)", rb"svg", sure=False),
    _start("an XML file", rb"<\?xml\s", way_out=_AS_TEXT, sure=False),
    _root(
        "a part of a web page",
        rb"head|body|meta|article|section|main|div|p|h[1-6]|ul|ol|table|blockquote",
        "web page",
        sure=False,
    ),
    _start("subtitles (WebVTT)", rb"WEBVTT[\s]", opened="subtitles"),
    _start("subtitles (SRT)", rb"\d+\s*\n\d+:\d\d:\d\d[,.]\d+\s*-->", opened="subtitles", sure=False),
    _start("a web archive (WARC)", rb"WARC/\d", way_out="save the page from it as .html"),
    _start(
        "a mail folder (mbox)",
        rb"From \S+ +(?:[^\n]*\d{4}\r?\n[\w-]+:|[A-Z]\w\w [A-Z]\w\w [ \d]\d \d\d:\d\d)",
        way_out="save each message as .eml",
        sure=False,
    ),
    _start(
        "a saved web page",
        rb"(?=[\w-]+:)(?=(?:[^\r\n]+\r?\n)*?(?i:Content-Type:[ \t]*multipart/related))(?=(?:[^\r\n]+\r?\n)*?"
        rb"(?i:Snapshot-Content-Location|From:[ \t]*<?\"?Saved by))",
        "saved web page",
        sure=False,
    ),
    _start(
        "an e-mail",
        rb"(?:\d+[ \t]*\r?\n)?(?=[\w-]+:)(?=(?:[^\r\n]+\r?\n)*?(?i:%s))" % _TECHNICAL,
        opened="e-mail",
        sure=False,
    ),
    _start("wikitext", rb"(?:\{\{[\w ]|'''\w|==? ?\w)(?=.*\[\[[^\]\n]+\]\])", "wikitext", sure=False),
    _start("a Jupyter notebook", rb'\{\s*"(?:cells|metadata|nbformat)"', way_out="export it as .html or .md"),
    _start("JSON", rb'(?:\{|\[\s*\{)\s*"[^"\n]{1,80}"\s*:', way_out=_AS_TEXT, sure=False),
    _start(
        "a LaTeX document",
        rb"(?>%[^\n]*\n|\s)*\\(?:documentclass|documentstyle|begin\{document\})",
        way_out=_AS_PDF,
    ),
    _start("a list of references (RIS)", rb"TY  - ", way_out=_TEXTS),
    _start("a list of references (BibTeX)", rb"@\w+\{[\w:./-]*,\s*\n", way_out=_TEXTS),
)
"""All kinds of files that are known by their bytes."""
