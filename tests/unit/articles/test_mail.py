"""E-mail: the text of press releases and newsletters, with sender, subject and day."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest

from reader.articles.errors import ArticleError
from reader.articles.loading import load
from reader.articles.model import Article, Role

TEXT = (
    "The council of Brede voted on Monday to close the old bridge.\n\nMayor Jörg Kühne said it was unsafe.\n"
)
PAGE = (
    "<html><body><div style='display:none'>Preview</div><h1>Bridge closed</h1><table><tr><td>"
    "<p>The council of Brede voted on Monday to close the old bridge.</p>"
    "<p>Mayor Jörg Kühne said it was unsafe.</p></td></tr></table></body></html>"
)


def _message(**headers: str) -> EmailMessage:
    message = EmailMessage()
    given = {
        "From": "Brede press office <press@brede.example>",
        "To": "desk@courier.example",
        "Subject": "Old bridge closed – “at once”",
        "Date": "Mon, 04 Jan 2021 23:30:00 -0500",
        "Message-ID": "<1@brede.example>",
    } | headers
    for name, value in given.items():
        message[name] = value
    return message


def _load(tmp_path: Path, message: EmailMessage | bytes, name: str = "a.eml") -> Article:
    path = tmp_path / name
    path.write_bytes(message if isinstance(message, bytes) else message.as_bytes())
    return load(path)


@pytest.mark.parametrize("transfer", ["quoted-printable", "base64", "8bit"])
@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252"])
def test_the_text_of_a_mail_is_decoded(tmp_path: Path, charset: str, transfer: str) -> None:
    message = _message()
    message.set_content(TEXT, charset=charset, cte=transfer)
    article = _load(tmp_path, message)
    assert article.text == TEXT.strip()
    assert (article.title, article.author) == ("Old bridge closed – “at once”", "Brede press office")
    assert (article.source, article.date) == ("brede.example", "2021-01-04")


def test_of_two_forms_the_page_is_read_without_what_it_hides(tmp_path: Path) -> None:
    message = _message()
    message.set_content(TEXT)
    message.add_alternative(PAGE, subtype="html")
    article = _load(tmp_path, message)
    assert article.text == "Bridge closed\n\n" + TEXT.strip()
    assert article.paragraphs[0].role is Role.HEADING


def test_a_page_that_says_less_than_the_plain_text_is_passed_over(tmp_path: Path) -> None:
    message = _message()
    message.set_content(TEXT)
    message.add_alternative("<p>Read this in your browser.</p>", subtype="html")
    assert _load(tmp_path, message).text == TEXT.strip()


def test_attachments_are_counted_and_named_and_pictures_in_the_text_are_not(tmp_path: Path) -> None:
    message = _message()
    message.set_content(TEXT)
    message.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="statement.pdf")
    message.add_attachment("notes", filename="notes.txt")
    message.add_attachment(b"GIF", maintype="image", subtype="gif", cid="<logo>", disposition="inline")
    article = _load(tmp_path, message)
    assert article.text == TEXT.strip() + "\n\n2 attachments: statement.pdf, notes.txt"
    assert article.paragraphs[-1].role is Role.BOILERPLATE


def test_a_forwarded_mail_is_read_under_its_subject(tmp_path: Path) -> None:
    inner, message = _message(Subject="Statement of the mayor"), _message()
    inner.set_content("It is unsafe, he said.")
    message.set_content("See below.")
    message.make_mixed()
    message.attach(_wrapped(inner))
    assert _load(tmp_path, message).text == "See below.\n\nStatement of the mayor\n\nIt is unsafe, he said."


def _wrapped(inner: EmailMessage) -> EmailMessage:
    outer = EmailMessage()
    outer["Content-Type"] = "message/rfc822"
    outer.set_payload([inner])
    return outer


@pytest.mark.parametrize("boundary", ["", ' boundary="x"'])
def test_a_mail_whose_parts_are_not_divided_is_read_as_plain_text(tmp_path: Path, boundary: str) -> None:
    head = f"From: a@b.example\nMIME-Version: 1.0\nContent-Type: multipart/mixed;{boundary}\n\n"
    assert _load(tmp_path, head.encode() + b"It is closed.\n").text == "It is closed."


def test_flowed_lines_are_joined_and_quoted_ones_are_not(tmp_path: Path) -> None:
    data = (
        b"From: a@b.example\nMIME-Version: 1.0\nContent-Type: text/plain; format=flowed\n\n"
        b"The council voted \non Monday.\n > He said so.\nIt is closed. \n> quoted \n-- \nIda\n"
    )
    assert _load(tmp_path, data).text.split("\n\n") == [
        "The council voted on Monday.",
        "> He said so.",
        "It is closed.",
        "> quoted",
        "--",
        "Ida",
    ]


@pytest.mark.parametrize(
    ("header", "title"),
    [
        (b"=?utf-8?b?QnLDvGNrZQ==?=", "Brücke"),
        (b"=?iso-8859-1?q?Br=FCcke?= zu", "Brücke zu"),
        ("Brücke zu".encode(), "Brücke zu"),
        ("Brücke zu".encode("cp1252"), "Brücke zu"),
        (b"=?unknown?q?Bridge?=", "Bridge"),
        (b"=?utf-8?b?!!?=", "It is closed."),
        (b"Bridge\n closed", "Bridge closed"),
    ],
)
def test_headers_are_decoded_however_they_are_written(tmp_path: Path, header: bytes, title: str) -> None:
    article = _load(tmp_path, b"Received: x\nSubject: " + header + b"\nDate: never\n\nIt is closed.\n")
    assert (article.title, article.date) == (title, "")


@pytest.mark.parametrize("name", ["a.txt", "a", "a.eml", "a.emlx"])
def test_a_mail_is_known_by_its_headers(tmp_path: Path, name: str) -> None:
    message = _message()
    message.set_content(TEXT)
    data = message.as_bytes()
    assert _load(tmp_path, data, name).text == TEXT.strip()
    counted = str(len(data)).encode() + b"      \n" + data + b"<?xml version='1.0'?><plist/>"
    assert _load(tmp_path, counted, name).text == TEXT.strip()


def test_a_mail_may_have_no_other_sign_than_its_type(tmp_path: Path) -> None:
    head = b"From: a@b.example\nSubject: Bridge\nContent-type: multipart/mixed; boundary=x\n\n"
    assert _load(tmp_path, head + b"--x\n\nClosed.\n--x--\n", "a.txt").text == "Closed."


def test_the_site_of_a_public_mailbox_is_not_the_source(tmp_path: Path) -> None:
    message = _message(From="Ida Holm <ida@gmail.com>")
    message.set_content(TEXT)
    article = _load(tmp_path, message)
    assert (article.author, article.source) == ("Ida Holm", "")


def _only_attached() -> bytes:
    message = _message()
    message.add_attachment(b"PK", maintype="application", subtype="zip", filename="statement.docx")
    return message.as_bytes()


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"From: a@b.example\n\n", "has no text"),
        (_only_attached(), r"attachments \(statement.docx\); save these"),
        (b"MIME-Version: 1.0\nContent-Type: application/pkcs7-mime\n\nMII\n", "is encrypted"),
        (b"Content-Type: text/html\n\n<!DOCTYPE a [<!ENTITY b 'c'>]><p>&b;", "declares its own entities"),
    ],
)
def test_a_mail_without_text_gets_one_line(tmp_path: Path, data: bytes, says: str) -> None:
    with pytest.raises(ArticleError, match=says):
        _load(tmp_path, data)
