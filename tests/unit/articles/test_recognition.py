"""A file is what its first bytes show, whatever its name says; text that looks alike stays text."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from reader.articles.errors import ArticleError
from reader.articles.formats.registry import FEED, FORMATS
from reader.articles.formats.signatures import SIGNATURES
from reader.articles.loading import load
from tests.unit.articles.documents import BODY, epub, page, pdf, word

_OLE = b"\xd0\xcf\x11\xe0" + bytes(508)


def _zip(**files: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def test_each_kind_that_is_opened_names_a_format() -> None:
    assert {row.opened for row in SIGNATURES} - {""} <= {row.name for row in (*FORMATS, FEED)}


@pytest.mark.parametrize("name", ["a", "a.txt", "a.md", "a.html", "a.doc", "a.docx", "a.pdf", "a.php"])
@pytest.mark.parametrize(
    "data",
    [page(), b"\xef\xbb\xbf\n" + page(), page().decode().encode("utf-16"), epub(), pdf(BODY)],
    ids=["page", "page with a mark", "page in UTF-16", "e-book", "PDF"],
)
def test_a_document_with_a_wrong_suffix_is_opened_as_what_it_is(
    tmp_path: Path, data: bytes, name: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    text = load(path).text
    assert "<" not in text
    assert "bridge" in text or "Chapter" in text


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.doc", _OLE + "WordDocument".encode("utf-16-le"), "an old Word document"),
        ("a.msg", _OLE + "__substg1.0_0037001F".encode("utf-16-le"), "an Outlook message"),
        ("a.docx", _OLE + "EncryptedPackage".encode("utf-16-le"), "save it without a password"),
        ("a.xlsx", _zip(**{"xl/workbook.xml": b"<workbook/>"}), "an Excel workbook"),
        ("a.pptx", _zip(**{"ppt/presentation.xml": b"<p/>"}), "a PowerPoint presentation"),
        ("a.pages", _zip(**{"Index/Document.iwa": b"x"}), "Pages"),
        ("a.html", _zip(**{"a.txt": b"x"}), "rename it to end in .zip"),
        ("a.txt", b"%!PS-Adobe-3.0\n", "a PostScript document"),
        ("a.ipynb", b'{\n "cells": []}', "a Jupyter notebook"),
        ("a.tex", b"% notes\n\\documentclass{article}", "a LaTeX document"),
        ("a.ris", b"TY  - NEWS\nTI  - Bridge", "a list of references (RIS)"),
        ("a.txt", b'<?xml version="1.0"?>\n<!-- x -->\n<invoice><sum>3</sum></invoice>', "an XML file"),
        ("a.txt", b"<?xml version='1.0'?><svg xmlns='x'/>", "a picture (SVG)"),
        ("a.txt", b"<rss><channel/></rss>", "a feed"),
        ("a.mbox", b"From ida Mon Jan  4 10:00:00 2021\n\nIt is closed.\n", "a mail folder (mbox)"),
        (
            "a.txt",
            b"From ida@b.example Mon Jan 04 10:00:00 2021\nSubject: A\n\nIt.\n",
            "a mail folder (mbox)",
        ),
        ("a.mobi", b"A title".ljust(60, b"\0") + b"BOOKMOBI", "a Kindle e-book"),
    ],
)
def test_a_kind_that_is_not_opened_gets_one_line_with_a_way_out(
    tmp_path: Path, name: str, data: bytes, says: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(ArticleError) as error:
        load(path)
    assert says in str(error.value)
    assert str(error.value).startswith(f"{path} is ")
    assert ";" in str(error.value)


@pytest.mark.parametrize(
    "text",
    [
        "From: the press office\nDate: 3 May\nSubject: Bridge closed\n\nThe bridge is closed.",
        "Subject: the bridge. It is closed.",
        "From Brede to Dolna in 2019\nThe road was long.",
        "ID3 tags name a song.",
        "RIFF was a festival. RIFFs are played on guitars.",
        "{He laughed.} Then he left.",
        '"{quote}" he said.',
        "[The lights go out.] Nobody moved.",
        "WEBVTTs are files.",
        "12\nThe twelve were free.",
        "<3 is a heart. 5 < 6.",
        "Rar! cried the bear.",
        "TY for the flowers.",
        "BZh is an abbreviation.",
    ],
)
def test_prose_that_looks_like_another_kind_stays_text(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text)
    assert load(path).text.split() == text.split()


@pytest.mark.parametrize(
    "text",
    [
        '<p align="center">The bridge is closed.</p>\n\nNobody knows why.',
        "<!-- draft -->\n# Bridge closed\n\nNobody knows why.",
        "Received: a letter. Nobody knows why.\n\nMessage-ID: none",
    ],
)
def test_markdown_may_begin_with_tags_and_colons(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.md"
    path.write_text(text)
    assert "Nobody knows why." in load(path).text


def test_a_word_document_is_one_whatever_its_suffix_is(tmp_path: Path) -> None:
    for name in ("a.txt", "a.doc", "a.html", "a"):
        path = tmp_path / name
        path.write_bytes(word())
        assert BODY[0] in load(path).text


@pytest.mark.parametrize(
    "beginning", [b"<!doctype html " + b"[]" * 2000, b"<??>" * 1000, b"From: a\n" * 500, b"%\n" * 2000]
)
def test_no_beginning_keeps_reader_busy(tmp_path: Path, beginning: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(beginning)
    load(path)
