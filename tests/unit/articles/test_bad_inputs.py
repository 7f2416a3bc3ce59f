"""Whatever cannot be an article gets one clear line, and nothing is changed."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.articles.corpus import open_corpus
from reader.articles.errors import ArticleError
from tests.unit.articles.documents import epub, pdf


def _zip(**files: bytes | str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "/"), data)
    return file.getvalue()


def _encrypted_zip() -> bytes:
    """An archive whose one file part that it is encrypted."""
    data = bytearray(_zip(**{"a.txt": "secret"}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def _damaged_zip() -> bytes:
    data = bytearray(_zip(**{"a.txt": "The river rose. " * 50}))
    data[60:80] = b"\xff" * 20
    return bytes(data)


DEEP = b"[" * 100_000
BAD: dict[str, tuple[bytes, str]] = {
    # nothing to read
    "empty.txt": (b"", "is empty"),
    "blank.txt": (b" \n\t\r\n ", "is empty"),
    "invisible.txt": ("\u200b\ufeff\u2060".encode(), "is empty"),
    "mark.txt": (b"\xef\xbb\xbf", "is empty"),
    "wide mark.txt": (b"\xff\xfe", "is empty"),
    "empty.md": (b"", "is empty"),
    "front matter.md": (b"---\ntitle: A\n---\n", "is empty"),
    "comment.md": (b"<!-- nothing -->", "is empty"),
    "rules.md": (b"***\n\n---\n", "is empty"),
    # no text
    "zeros.txt": (b"\0" * 99, "is a binary file"),
    "some zeros.txt": (b"abc\0def" * 20, "is a binary file"),
    "report.txt": (b"%PDF-1.7 ...", "is not a PDF document or is damaged"),
    "letter.md": (b"PK\x03\x04....", "is a zip archive"),
    "old letter.txt": (b"\xd0\xcf\x11\xe0" + b"\0" * 9, "is an old Office document"),
    "rich.txt": (b"{\\rtf1 {\\pict 00}}", "run text recognition"),
    "photo.txt": (b"\x89PNG\r\n\x1a\n", "is a PNG image"),
    "photo": (b"\xff\xd8\xff\xe0", "is a JPEG image"),
    "anim.txt": (b"GIF89a", "is a GIF image"),
    "packed.txt": (b"\x1f\x8b\x08", "is a gzip archive"),
    "song.txt": (b"ID3\x03", "is a sound file"),
    "program": (b"\x7fELF\x02", "is a program"),
    "base.txt": (b"SQLite format 3\0", "is an SQLite database"),
    # formats that are not read
    "data.json": (b"{}", "has no text of an article"),
    "table.csv": (b"a,b", 'has no column "text"'),
    "letter.doc": (b"x", ".doc files are not supported"),
    "letter.rtf": (b"x", "is not an RTF document"),
    "letter.odt": (b"x", "is not an OpenDocument text"),
    "pack.tar": (b"x", ".tar files are not supported"),
    "pack.rar": (b"x", ".rar files are not supported"),
    "news.xml": (b"<rss/>", "is a feed"),
    "news.opml": (b"<opml/>", "is a feed"),
    # front matter
    "open.md": (b"---\ntitle: A\n\nText.", "is not closed"),
    "broken.md": (b"---\ntitle: [a\n---\nText.", "is not valid YAML"),
    "when.md": (b"---\ndate: {day: 13\n---\nText.", "is not valid YAML"),
    "deep.md": (b"---\ntitle: " + DEEP[:9000] + b"\n---\nText.", "is not valid YAML"),
    "tag.md": (b"---\ntitle: !!python/object/apply:os.system [id]\n---\nText.", "is not valid YAML"),
    "huge matter.md": (b"---\ntitle: " + b"a" * 70_000 + b"\n---\nText.", "is not closed"),
    # pages
    "empty.html": (b"", "has no text"),
    "tags.html": (b"<html><body><p></p></body></html>", "has no text"),
    "script.html": (b"<script>" + b"x" * 9000 + b"</script><p>Enable it.", "has hardly any text"),
    "entities.html": (b'<!DOCTYPE a [<!ENTITY b "c">]><p>&b;', "declares its own entities"),
    "comments.html": (b"<!--" * 200_000, "has no text"),
    "nested.html": (b"<div>" * 100_000 + b"x", "has no text"),
    "no page.mht": (b"From: a\n\nText.", "contains no page"),
    "empty page.mhtml": (b"Content-Type: text/html\n\n<p></p>", "has no text"),
    # documents
    "empty.pdf": (b"", "is not a PDF document"),
    "text.pdf": (b"Hello.", "is not a PDF document"),
    "cut.pdf": (pdf(["Hello there."])[:200], "is not a PDF document"),
    "scan.pdf": (pdf([]), "run text recognition"),
    "locked.pdf": (pdf(["Hello."], encrypted=True), "is encrypted"),
    "text.docx": (b"Hello.", "is not a Word document"),
    "zip.docx": (_zip(**{"a.txt": "x"}), "is not a Word document"),
    "locked.docx": (b"\xd0\xcf\x11\xe0", "is encrypted or an old .doc"),
    "bomb.docx": (_zip(**{"word/document.xml": b"\0" * 201_000_000}), "unpacks to more than 200 MB"),
    "text.epub": (b"Hello.", "is not an e-book"),
    "zip.epub": (_zip(**{"a.txt": "x"}), "a part of the book"),
    "pictures.epub": (epub(**{"O/a b.xhtml": "", "O/two.xhtml": ""}), "is made of pictures"),
    "locked.epub": (epub(**{"META-INF/encryption.xml": '<C URI="O/two.xhtml"/>'}), "by the bookshop"),
    "bomb.epub": (epub(**{"O/two.xhtml": "<!ENTITY a 'b'>"}), "declares its own entities"),
    # archives and lines
    "text.zip": (b"Hello.", "is damaged"),
    "empty.zip": (_zip(), "contains no articles"),
    "other.zip": (_zip(**{"a.css": "x"}), "contains no articles"),
    "up.zip": (_zip(**{"../a.txt": "x"}), "its name points outside the archive"),
    "root.zip": (_zip(**{"/a.txt": "x"}), "its name points outside the archive"),
    "escape.zip": (_zip(**{"a\x1b[2J.txt": "x"}), "control characters"),
    "nested.zip": (_zip(**{"a.zip": _zip(**{"b.txt": "x"})}), "archives inside archives"),
    "locked.zip": (_encrypted_zip(), "is encrypted"),
    "damaged.zip": (_damaged_zip(), "is damaged"),
    "bomb.zip": (_zip(**{"a.txt": b"a" * 21_000_000}), "is larger than 20 MB"),
    "bombs.zip": (_zip(**{f"{n}.css": b"a" * 50_000_000 for n in range(11)}), "unpacks to more than 500 MB"),
    "many.zip": (_zip(**{f"{n}.txt": b"" for n in range(10_001)}), "contains 10,001 files"),
    "bad.zip": (_zip(**{"a.txt": b"\0" * 99}), "a.txt is a binary file"),
    "text.jsonl": (b"Hello.", "is not JSON"),
    "array.jsonl": (b"[1, 2]", "has no text"),
    "number.jsonl": (b"3\n4\n", "has no text"),
    "no text.jsonl": (b'{"title": "A"}', "has no text"),
    "blank text.jsonl": (b'{"text": "  "}', "has no text"),
    "deep.jsonl": (DEEP, "is not JSON"),
    "latin.ndjson": ('{"text": "é"}'.encode("latin-1"), "is not JSON"),
    # too much
    "large.txt": (b"word " * 4_100_000, "is larger than 20 MB"),
    "lines.txt": (b"word\n" * 3_900_000, "3,900,000 lines, more than the limit of 160,000"),
    "sentences.txt": (b"Xx. " * 4_900_000, "more than 400,000 sentences"),
    "lines.md": (b"word\n" * 200_000, "199,999 lines"),
}  # fmt: skip

ODD: dict[str, tuple[Callable[[Path], object], str]] = {
    "missing.txt": (lambda path: None, "does not exist"),
    "missing.zip": (lambda path: None, "does not exist"),
    "folder.txt": (lambda path: path.mkdir(), "contains no articles"),
    "pipe.txt": (os.mkfifo, "is a device or pipe"),
    "loop.txt": (lambda path: path.symlink_to(path), "this link leads to itself"),
    "link.txt": (lambda path: path.symlink_to("nowhere"), "does not exist"),
    "n" * 300 + ".txt": (lambda path: None, "its name is too long"),
    "zero\0.txt": (lambda path: None, "is not a valid path"),
    "a\x1b]0;b\x07.txt": (lambda path: path.write_bytes(b""), "a␛]0;b␇.txt is empty"),
    "file/below.txt": (lambda path: path.parent.write_bytes(b"x"), "does not exist"),
    "z.zip!no.txt": (
        lambda path: path.with_name("z.zip").write_bytes(_zip(**{"a.txt": "x"})),
        "check its name in the archive",
    ),
}


def _contents(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _message(path: Path) -> str:
    with pytest.raises(ArticleError) as error:
        open_corpus([path])
    return str(error.value)


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_gets_one_line_that_names_it(tmp_path: Path, name: str) -> None:
    data, part = BAD[name]
    path = tmp_path / name
    path.write_bytes(data)
    message = _message(path)
    assert part in message
    assert name in message
    assert "\n" not in message
    assert "\x1b" not in message
    assert _contents(tmp_path) == {str(path): data}


@pytest.mark.parametrize("name", ODD, ids=range(len(ODD)))
def test_an_odd_path_gets_one_line_that_names_it(tmp_path: Path, name: str) -> None:
    make, part = ODD[name]
    path = tmp_path / name
    make(path)
    before = _contents(tmp_path)
    message = _message(path)
    assert part in message
    assert "\n" not in message
    assert "\x1b" not in message
    assert _contents(tmp_path) == before


def test_there_are_as_many_kinds_as_the_limits_ask_for() -> None:
    assert len(BAD) + len(ODD) >= 60
