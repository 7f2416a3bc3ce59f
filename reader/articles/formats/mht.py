"""Pages saved as one file (.mht, .mhtml): a mail message whose first HTML part is the page."""

from __future__ import annotations

from email import message_from_bytes
from email.message import Message
from email.policy import compat32

from reader.articles.errors import NoArticleError
from reader.articles.formats.extract import Extract
from reader.articles.formats.html import extract_page
from reader.articles.formats.markup import decoded

__all__ = ["extract"]


def extract(data: bytes) -> Extract:
    """The article of the page, at the address it was saved from. Raises NoArticleError."""
    message = message_from_bytes(data, policy=compat32)
    page = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
    content = page.get_payload(decode=True) if page else None
    if page is None or not isinstance(content, bytes):
        raise NoArticleError("contains no page; it is damaged or not a saved web page: save the page again")
    charset = page.get_content_charset() or ""
    return extract_page(decoded(content, charset), _address(page, message))


def _address(page: Message, message: Message) -> str:
    """The address that the page was saved from, if it is on the web."""
    address = str(page["Content-Location"] or message["Snapshot-Content-Location"] or "").strip()
    return address if address.startswith(("http://", "https://")) else ""
