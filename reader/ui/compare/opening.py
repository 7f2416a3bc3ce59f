"""An article is opened where it comes from: its web page in the browser, else its file."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

from reader.articles.containers.members import split_member
from reader.articles.model import Article
from reader.base.errors import UserError
from reader.ui.kit.desktop import has_desktop

__all__ = ["open_article"]

_OPENERS = ("open",) if sys.platform == "darwin" else ("wslview", "xdg-open")


def open_article(article: Article) -> str:
    """Opens the web page of an article, or its file where it has none; what was opened.

    Does not wait for the browser, and nothing that it says comes on this screen. Raises UserError where
    there is nothing to open, or nothing to open it with: it then names the address, to be opened by hand.
    """
    place = _web_address(article.url) or _file(article.path)
    if not place:
        raise UserError(f"{article.title}: has no web address, and its file is not here any more")
    if not has_desktop():
        raise UserError(f"this terminal can open no browser; open it yourself: {place}")
    opener = next(filter(None, map(shutil.which, _OPENERS)), None)
    if opener is None:
        raise UserError(f"{_OPENERS[-1]} is not installed; open it yourself: {place}")
    _start(opener, place)
    return place


def _web_address(url: str) -> str:
    """The address if it is one of the web: no other scheme of an article's is ever followed."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in ("http", "https") and parts.netloc else ""


def _file(path: str) -> str:
    """The file by its full path, which is never taken for an option; of a member, its archive."""
    if not path:
        return ""
    file = split_member(Path(path))[0].absolute()
    return str(file) if file.is_file() else ""


def _start(opener: str, place: str) -> None:
    silent = subprocess.DEVNULL
    try:
        process = subprocess.Popen(  # noqa: S603 - no shell, and a place that cannot be an option
            [opener, place], stdin=silent, stdout=silent, stderr=silent, start_new_session=True
        )
    except OSError as error:
        raise UserError(
            f"{opener}: cannot be started ({error.strerror}); open it yourself: {place}"
        ) from error
    Thread(target=process.wait, daemon=True).start()  # else it stays a zombie
