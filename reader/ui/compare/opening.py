"""Opening an article outside of reader: its web page in the browser, else its file."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

from reader.articles.containers import registry as containers
from reader.articles.containers.members import split_member
from reader.articles.formats import registry
from reader.articles.model import Article
from reader.base.errors import UserError
from reader.ui.kit.desktop import has_desktop

__all__ = ["open_article"]

_OPENERS = ("open",) if sys.platform == "darwin" else ("wslview", "xdg-open")


def open_article(article: Article) -> str:
    """Opens the web page of an article, or its file without one; returns the address or path.

    It does not wait for the browser, whose messages never appear on this screen. Raises UserError where the
    article has neither, or where nothing can open it: the message then gives the address. A file is opened
    only if its name is that of a document: the desktop runs others, such as x.desktop.
    """
    place = _web_address(article.url) or _file(article.path)
    if not place:
        raise UserError(f"{article.title} has no web address, and its file no longer exists")
    if not _web_address(article.url) and not _is_document(Path(place)):
        raise UserError(f"{place} is not opened, as its name is not that of a document; open it yourself")
    if not has_desktop():
        raise UserError(f"This terminal cannot open a browser. Open the address yourself: {place}")
    opener = next(filter(None, map(shutil.which, _OPENERS)), None)
    if opener is None:
        raise UserError(f"{_OPENERS[-1]} is not installed. Open the address yourself: {place}")
    _start(opener, place)
    return place


def _web_address(url: str) -> str:
    """The address if it is on the web, else "": no other scheme in an article is ever followed."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in ("http", "https") and parts.netloc else ""


def _file(path: str) -> str:
    """The full path of the file, which cannot be taken for an option; for a member, that of its archive."""
    if not path:
        return ""
    file = split_member(Path(path))[0].absolute()
    return str(file) if file.is_file() else ""


def _is_document(path: Path) -> bool:
    """Whether a file, and the one that it may be a link to, has the ending of an article or archive."""
    known = {*registry.suffixes(), *containers.suffixes()}
    return all(each.suffix.lower() in known for each in (path, path.resolve()))


def _start(opener: str, place: str) -> None:
    silent = subprocess.DEVNULL
    try:
        process = subprocess.Popen(  # noqa: S603 - no shell, and a place that cannot be an option
            [opener, place], stdin=silent, stdout=silent, stderr=silent, start_new_session=True
        )
    except OSError as error:
        raise UserError(
            f"{opener} cannot be started ({error.strerror}). Open the address yourself: {place}"
        ) from error
    Thread(target=process.wait, daemon=True).start()  # otherwise it remains a zombie
