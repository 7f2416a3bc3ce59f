"""Pages and documents from the web, within limits, or one clear line on why not."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from reader.articles.files import LIMIT
from reader.base.errors import UserError
from reader.base.sanitizing import sanitize_line
from reader.base.version import __version__

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse, PoolManager

__all__ = ["FetchError", "Fetched", "fetch", "is_address"]

REDIRECTS = 5
"""How often an address may send us on."""

SILENCE = 10.0
"""Seconds that a server may take to connect, and to send anything."""

SECONDS = 30.0
"""Seconds that everything may take."""

_STATUS = {
    401: "asks for a login (401): open it in your browser, save the page, and add the file",
    402: "is behind a paywall (402): open it in your browser, save the page, and add the file",
    403: "does not let programs read it (403): open it in your browser, save the page, and add the file",
    404: "there is no such page (404): check the address",
    410: "the page is gone (410): an archive of the web may have it",
    429: "has been asked too often (429): try again later",
    451: "may not be shown for legal reasons (451)",
}
_LOOK = "open it in your browser, save the page, and add the file"


class FetchError(UserError):
    """An address cannot be fetched. Its text is one line that names it and a way out."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave: `url` is where it came from in the end, `kind` its media type in lower case."""

    url: str
    kind: str
    charset: str
    data: bytes


def is_address(text: str) -> bool:
    """Whether a text is meant as an address, of whatever scheme, and not as a path."""
    return re.match(r"[A-Za-z][A-Za-z0-9+.-]*://", text) is not None


def fetch(url: str, *, limit: int = LIMIT, seconds: float = SECONDS) -> Fetched:
    """What stands at an http or https address, private ones among them. Raises FetchError.

    Follows REDIRECTS; takes no more than `limit` bytes, unpacked, and `seconds`.
    """
    deadline = time.monotonic() + seconds
    for _ in range(REDIRECTS + 1):
        _check(url)
        with _requested(url) as response:
            place = response.headers.get("Location", "")
            if 300 <= response.status < 400 and place:
                url = urljoin(url, place)
                continue
            return _received(url, response, limit, deadline)
    raise FetchError(f"{sanitize_line(url)}: is sent from one address to the next without end")


def _check(url: str) -> None:
    try:
        parts = urlsplit(url)
        fitting = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        fitting = False
    if not fitting:
        raise FetchError(f"{sanitize_line(url)}: this is no address that is fetched; only http and https are")


def _received(url: str, response: BaseHTTPResponse, limit: int, deadline: float) -> Fetched:
    name = sanitize_line(url)
    if response.status >= 400:
        raise FetchError(f"{name}: {_STATUS.get(response.status) or _other(response.status)}")
    data = bytearray()
    for chunk in response.stream(65_536, decode_content=True):
        data += chunk
        if len(data) > limit:
            raise FetchError(f"{name}: is larger than {limit / 1e6:g} MB, the most that is read")
        if time.monotonic() > deadline:
            raise FetchError(f"{name}: takes too long to come; try again later, or {_LOOK}")
    kind, charset = _content_type(response)
    return Fetched(url, kind, charset, bytes(data))


def _other(status: int) -> str:
    fault = "the server has failed: try again later" if status >= 500 else _LOOK
    return f"the answer is an error ({status}); {fault}"


def _content_type(response: BaseHTTPResponse) -> tuple[str, str]:
    """Media type and charset, as the server says."""
    from email.message import Message

    message = Message()
    message["Content-Type"] = response.headers.get("Content-Type", "")
    said = bool(response.headers.get("Content-Type"))
    return (message.get_content_type() if said else ""), message.get_content_charset() or ""


@contextmanager
def _requested(url: str) -> Iterator[BaseHTTPResponse]:
    """The answer to one request, its content still to come. Raises FetchError, also for what comes later."""
    from urllib3 import exceptions

    name = sanitize_line(url)
    try:
        with _pool(url) as pool:
            headers = {"User-Agent": f"synoptic-reader/{__version__}", "Accept-Encoding": "gzip, deflate"}
            yield pool.request(
                "GET", url, headers=headers, redirect=False, retries=False, preload_content=False
            )
    except exceptions.HTTPError as error:
        raise FetchError(f"{name}: {_trouble(error)}") from error
    except (OSError, ValueError) as error:
        raise FetchError(f"{name}: cannot be fetched ({sanitize_line(str(error))})") from error


def _trouble(error: Exception) -> str:
    """What went wrong on the way, in words."""
    from urllib3 import exceptions as e

    if isinstance(error, e.NameResolutionError):
        return "there is no such server: check the address and your connection"
    if isinstance(error, e.NewConnectionError):  # which is a ConnectTimeoutError to urllib3
        return "the server cannot be reached: check the address and your connection"
    if isinstance(error, (e.ConnectTimeoutError, e.ReadTimeoutError)):
        return f"the server does not answer within {SILENCE:g} seconds: try again later"
    if isinstance(error, e.SSLError):
        return "the connection is not safe: its certificate is not valid"
    if isinstance(error, e.LocationValueError):
        return "this is no address that is fetched"
    return f"the answer breaks off or is damaged ({type(error).__name__}): try again later"


@contextmanager
def _pool(url: str) -> Iterator[PoolManager]:
    """What makes connections: through the proxy of the environment, where there is one."""
    from urllib.request import getproxies, proxy_bypass

    import urllib3

    parts = urlsplit(url)
    proxy = getproxies().get(parts.scheme)
    timeout = urllib3.Timeout(connect=SILENCE, read=SILENCE)
    if proxy and not proxy_bypass(parts.netloc):
        pool: PoolManager = urllib3.ProxyManager(proxy, timeout=timeout)
    else:
        pool = urllib3.PoolManager(timeout=timeout)
    with pool:
        yield pool
