"""E-mail (.eml): press releases and newsletters, by Python's `email`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header
from email.message import Message
from email.policy import compat32
from email.utils import parseaddr, parsedate_to_datetime

from lxml import etree, html

from reader.articles.decoding import UndecodableError, decode
from reader.articles.errors import NoArticleError
from reader.articles.formats.blocks import blocks_of
from reader.articles.formats.extract import Block, Extract
from reader.articles.formats.mail_text import paragraphs
from reader.articles.formats.markup import decoded, refuse_entities
from reader.articles.formats.visible import show_as_seen
from reader.base.phrases import counted
from reader.language.word_count import count_words

__all__ = ["extract"]

HALF = 0.5
"""The share of the words of the plain text that a page in the same mail has, if it says the same."""

PARTS = 1000
"""Parts of a mail that are looked at."""

_ENCRYPTED = ("application/pkcs7-mime", "application/x-pkcs7-mime", "multipart/encrypted")
_MAILBOXES = frozenset(
    """
    gmail.com googlemail.com outlook.com hotmail.com live.com yahoo.com gmx.de gmx.net gmx.at gmx.ch web.de
    t-online.de icloud.com me.com aol.com mail.ru yandex.ru proton.me protonmail.com orange.fr free.fr
    laposte.net libero.it wp.pl seznam.cz qq.com 163.com
    """.split()  # noqa: SIM905
)
"""Domains in which anybody has an address: they say nothing of the sender."""

_COUNTED = re.compile(rb"\d{1,12}[ \t]*\r?\n")
"""The first line of a mail as Apple keeps it (.emlx): the number of its bytes; after them come properties."""


def extract(data: bytes) -> Extract:
    """The text of a mail; what is attached is named at the end. Raises NoArticleError."""
    message = message_from_bytes(_alone(data.lstrip()), policy=compat32)
    attached: list[str] = []
    blocks = _blocks(message, attached)
    if not blocks:
        raise NoArticleError(_reason(message, attached))
    if attached:
        names = f"{counted(len(attached), 'attachment')}: {', '.join(attached)}"
        blocks.append(Block(names, outside=True))
    return Extract(blocks, _metadata(message))


def _alone(data: bytes) -> bytes:
    """The bytes of the mail itself."""
    counted_bytes = _COUNTED.match(data)
    if not counted_bytes:
        return data
    return data[counted_bytes.end() : counted_bytes.end() + int(counted_bytes[0])]


def _reason(message: Message, attached: list[str]) -> str:
    """The reason why a mail has no text, with a way out."""
    if any(part.get_content_type() in _ENCRYPTED for part in message.walk()):
        return "is encrypted; open it in your mail program and save its text as .txt"
    if attached:
        return f"has no text but attachments ({', '.join(attached)}); save these and open them"
    return "has no text; it is empty, damaged, or not an e-mail"


def _blocks(message: Message, attached: list[str]) -> list[Block]:
    """The blocks of a part of a mail; the names of attachments are added to `attached`."""
    kind = message.get_content_type()
    if message.get_content_maintype() == "multipart" and not message.is_multipart():
        return _plain(message)  # the line between its parts is missing
    if kind == "multipart/alternative":
        return _best(message, attached)
    if kind == "message/rfc822" and not message.get_filename():
        return [block for part in _parts(message) for block in _forwarded(part, attached)]
    if message.is_multipart() and kind != "message/rfc822":
        return [block for part in _parts(message) for block in _blocks(part, attached)]
    if message.get_content_disposition() == "attachment" or kind not in ("text/plain", "text/html"):
        attached += _name_of(message)
        return []
    return _page(message) if kind == "text/html" else _plain(message)


def _parts(message: Message) -> list[Message]:
    payload = message.get_payload()
    return (
        [part for part in payload[:PARTS] if isinstance(part, Message)] if isinstance(payload, list) else []
    )


def _best(message: Message, attached: list[str]) -> list[Block]:
    """The blocks of the last form of a text that says as much as the plain one."""
    forms = [blocks for part in _parts(message) if (blocks := _blocks(part, attached))]
    if not forms:
        return []
    words = _words(forms[0])
    return next(form for form in reversed(forms) if _words(form) >= HALF * words)


def _words(blocks: list[Block]) -> int:
    return sum(count_words(block.text) for block in blocks)


def _forwarded(message: Message, attached: list[str]) -> Iterator[Block]:
    """The blocks of a mail inside a mail, under its subject."""
    if subject := _header(message, "Subject"):
        yield Block(subject, heading=True)
    yield from _blocks(message, attached)


def _bytes(message: Message) -> bytes:
    content = message.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _plain(message: Message) -> list[Block]:
    try:
        text = decode(_bytes(message), message.get_content_charset() or "")
    except UndecodableError:
        raise NoArticleError("has an unknown encoding; save its text as UTF-8") from None
    is_flowed = str(message.get_param("format", "")).lower() == "flowed"
    return [Block(line) for line in paragraphs(text, is_flowed=is_flowed)]


def _page(message: Message) -> list[Block]:
    """The blocks of a page. All are taken: a mail has no navigation around its text."""
    page = decoded(_bytes(message), message.get_content_charset() or "")
    refuse_entities(page)
    try:
        tree = html.document_fromstring(
            page.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8")
        )
    except etree.ParserError:
        return []
    show_as_seen(tree)
    body = tree.find("body")
    return list(blocks_of(tree if body is None else body))


def _name_of(message: Message) -> list[str]:
    """The name of an attachment; pictures that the text shows, and signatures, are not named."""
    kind = message.get_content_type()
    if (message["Content-ID"] and kind.startswith("image/")) or kind.endswith("signature"):
        return []
    name = _decoded_header(message.get_filename() or "")
    if not name and kind == "message/rfc822":
        name = next((_header(part, "Subject") for part in _parts(message)), "")
    return [" ".join(name.split()) or kind]


def _metadata(message: Message) -> dict[str, str]:
    """The subject as title, the sender as author, the site of the sender as source, and the day."""
    name, address = parseaddr(_header(message, "From"))
    domain = address.rpartition("@")[2].lower() if "@" in address else ""
    metadata = {
        "title": _header(message, "Subject"),
        "author": name,
        "source": "" if domain in _MAILBOXES else domain,
        "date": _day(_header(message, "Date")),
        "language": _header(message, "Content-Language").partition(",")[0].strip(),
    }
    return {key: " ".join(text.split()) for key, text in metadata.items() if text.strip()}


def _header(message: Message, name: str) -> str:
    """The text of a header, with its own encodings decoded; "" where there is none."""
    raw = next((str(value) for key, value in message.raw_items() if key.lower() == name.lower()), "")
    return _decoded_header(raw)


def _decoded_header(raw: str) -> str:
    try:
        pieces = decode_header(raw)
    except (ValueError, MessageError):
        pieces = [(raw, None)]
    return "".join(_piece(text, charset) for text, charset in pieces)


def _piece(text: str | bytes, charset: str | None) -> str:
    """A piece of a header; bytes beyond ASCII that it should not have are decoded as any text."""
    data = text.encode("utf-8", "surrogateescape") if isinstance(text, str) else text
    try:
        return decode(data, charset or "")
    except UndecodableError:
        return data.decode("ascii", "replace")


def _day(date: str) -> str:
    try:
        return parsedate_to_datetime(date).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""
