"""A good document of each format, to be mangled."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from email.message import EmailMessage

import pyarrow
from pyarrow.parquet import write_table

from tests.unit.articles.documents import BODY, epub, page, pdf, word

__all__ = ["SAMPLES", "zipped"]

TEXT = "\n\n".join(BODY)
FRONT_MATTER = "---\ntitle: The pier\ndate: 2026-05-03\nauthor: [Ada Varn, Olga Morel]\n---\n\n"
WIKITEXT = "{{Infobox|name=Pier}}\nThe pier is [[closed|shut]].\n== News ==\n" + TEXT
OPEN_DOCUMENT = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>{}'
    "</office:text></office:body></office:document-content>"
)


def zipped(files: dict[str, bytes]) -> bytes:
    """An archive of files."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return file.getvalue()


def _parquet() -> bytes:
    file = io.BytesIO()
    write_table(pyarrow.table({"text": [" ".join(BODY)] * 3, "title": ["One", "Two", "Three"]}), file)
    return file.getvalue()


def _json_lines() -> bytes:
    lines = ({"text": text, "title": "Pier", "date": "2026-05-03"} for text in BODY)
    return "\n".join(map(json.dumps, lines)).encode()


def _mht() -> bytes:
    return b"MIME-Version: 1.0\nContent-Location: https://a.example/b\nContent-Type: text/html\n\n" + page()


def _mail() -> bytes:
    message = EmailMessage()
    message["From"], message["Subject"] = "Ada Varn <ada@a.example>", "The pier"
    message["Date"] = "Tue, 11 Mar 2025 10:00:00 +0100"
    message.set_content(TEXT, cte="quoted-printable")
    message.add_alternative(page().decode(), subtype="html", cte="base64")
    return bytes(message)


def _rtf() -> bytes:
    lines = r"\par ".join(line.encode("ascii", "replace").decode() for line in BODY)
    return (
        r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\info{\title The pier}}\pard "
        rf"{lines} caf\'e9 \u8211? {{\footnote A note.}}\trowd\cell 12\cell\row}}"
    ).encode()


def _open_document() -> bytes:
    lines = "".join(f"<text:p>{line}</text:p>" for line in BODY)
    kind = b"application/vnd.oasis.opendocument.text"
    return zipped({"mimetype": kind, "content.xml": OPEN_DOCUMENT.format(lines).encode()})


def _fiction_book() -> bytes:
    lines = "".join(f"<p>{line}</p>" for line in BODY)
    return (
        '<?xml version="1.0"?><FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0"><description>'
        "<title-info><book-title>The pier</book-title></title-info></description>"
        f"<body><section>{lines}</section></body></FictionBook>"
    ).encode()


def _web_archive() -> bytes:
    content = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page()
    header = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/{0}\r\n"
        "WARC-Record-ID: <urn:uuid:0000000{0}-0000-4000-8000-000000000000>\r\n"
        "WARC-Date: 2026-05-03T10:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(content)}\r\n\r\n"
    )
    return b"".join(header.format(number).encode() + content + b"\r\n\r\n" for number in range(3))


def _table() -> bytes:
    rows = (f'Pier {number},2026-05-03,"{line}"' for number, line in enumerate(BODY))
    return "\n".join(["title,date,text", *rows]).encode()


def _subtitles() -> bytes:
    cues = (
        f"{number}\n00:00:{number:02},000 --> 00:00:{number + 1:02},500\nMAYOR: {line}\n"
        for number, line in enumerate(BODY, 1)
    )
    return "\n".join(cues).encode()


SAMPLES: dict[str, Callable[[], bytes]] = {
    ".txt": lambda: "\n\n".join(["The pier", "By Ada Varn", *BODY]).encode(),
    ".md": lambda: (FRONT_MATTER + "\n\n".join(["# The pier", *BODY, "- one\n- [two](b)"])).encode(),
    ".html": page,
    ".mht": _mht,
    ".epub": epub,
    ".pdf": lambda: pdf(BODY, BODY),
    ".docx": word,
    ".zip": lambda: zipped({"a.txt": BODY[0].encode(), "b/c.html": page(), "d.md": FRONT_MATTER.encode()}),
    ".jsonl": _json_lines,
    ".parquet": _parquet,
    ".rtf": _rtf,
    ".odt": _open_document,
    ".eml": _mail,
    ".fb2": _fiction_book,
    ".wiki": WIKITEXT.encode,
    ".srt": _subtitles,
    ".json": lambda: json.dumps({"articles": [{"title": "Pier", "content": line} for line in BODY]}).encode(),
    ".csv": _table,
    ".warc": _web_archive,
}
"""A good document of each format and container, by the first of its suffixes."""
