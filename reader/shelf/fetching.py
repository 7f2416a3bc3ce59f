"""Pages and documents from the web, within limits of time and size, or one line that says why not."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from reader.articles.limits import LARGEST_FILE
from reader.base.deadline import within
from reader.base.errors import UserError
from reader.base.sanitizing import sanitize_line
from reader.base.version import __version__

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse, PoolManager

__all__ = ["FetchError", "Fetched", "fetch", "is_address"]

REDIRECTS = 5
"""The most redirects that are followed."""

SILENCE = 10.0
"""Seconds that a server may take to connect, and between two parts of its answer."""

SECONDS = 30.0
"""Seconds that the whole answer may take."""

_UNPACKED = frozenset(("identity", "gzip", "x-gzip", "deflate", ""))
"""The compressions of answers that are asked for and unpacked."""

_BY_HAND = "open it in your browser, save the page, and add the file"
_STATUS = {
    401: f"needs a login (401); {_BY_HAND}",
    402: f"is behind a paywall (402); {_BY_HAND}",
    403: f"does not let programs read it (403); {_BY_HAND}",
    404: "does not exist (404); check the address",
    410: "no longer exists (410); a web archive may have it",
    429: "has received too many requests (429); try again later",
    451: "is blocked for legal reasons (451); a web archive may have it",
}


class FetchError(UserError):
    """An address cannot be fetched. The message is one line that names it and a way out."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """The content of an address: `url` after all redirects, `kind` its media type in lower case."""

    url: str
    kind: str
    charset: str
    data: bytes


def is_address(text: str) -> bool:
    """Whether a text is an address of any scheme, and not a path."""
    return re.match(r"[A-Za-z][A-Za-z0-9+.-]*://", text) is not None


def fetch(url: str, *, limit: int = LARGEST_FILE, seconds: float = SECONDS) -> Fetched:
    """The content of an http or https address, also of a private one. Raises FetchError.

    Follows at most REDIRECTS; takes at most `limit` bytes, unpacked, and `seconds`, however slowly the server
    sends.
    """
    deadline = time.monotonic() + seconds
    try:
        return within(seconds, lambda: _fetched(url, limit, deadline))
    except TimeoutError as error:
        raise _too_slow(url) from error


def _fetched(url: str, limit: int, deadline: float) -> Fetched:
    for _ in range(REDIRECTS + 1):
        _check(url)
        with _requested(url) as response:
            place = response.headers.get("Location", "")
            if 300 <= response.status < 400 and place:
                url = urljoin(url, place)
                continue
            return _received(url, response, limit, deadline)
    raise FetchError(f"{sanitize_line(url)} redirects from one address to the next without end")


def _check(url: str) -> None:
    try:
        parts = urlsplit(url)
        is_valid = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_valid = False
    if not is_valid:
        raise FetchError(f"{sanitize_line(url)} cannot be fetched; only http and https addresses can")


def _received(url: str, response: BaseHTTPResponse, limit: int, deadline: float) -> Fetched:
    name = sanitize_line(url)
    if response.status >= 400:
        raise FetchError(f"{name} {_STATUS.get(response.status) or _other(response.status)}")
    packed = response.headers.get("Content-Encoding", "identity").lower()
    if not _UNPACKED.issuperset(re.split(r"\s*,\s*", packed.strip())):
        raise FetchError(
            f"{name} is compressed in a way that reader does not know ({sanitize_line(packed)}); {_BY_HAND}"
        )
    data = bytearray()
    while chunk := response.read1(65_536, decode_content=True):
        data += chunk
        if len(data) > limit:
            raise FetchError(f"{name} is larger than {limit / 1e6:g} MB, the most that reader fetches")
        if time.monotonic() > deadline:
            raise _too_slow(url)
    kind, charset = _content_type(response)
    return Fetched(url, kind, charset, bytes(data))


def _too_slow(url: str) -> FetchError:
    return FetchError(f"{sanitize_line(url)} takes too long; try again later, or {_BY_HAND}")


def _other(status: int) -> str:
    if status >= 500:
        return f"cannot be fetched, because its server failed ({status}); try again later"
    return f"cannot be fetched, because its server refused ({status}); {_BY_HAND}"


def _content_type(response: BaseHTTPResponse) -> tuple[str, str]:
    """Media type and charset, as the server states them; "" where it does not."""
    from email.message import Message

    header = response.headers.get("Content-Type", "")
    message = Message()
    message["Content-Type"] = header
    return (message.get_content_type() if header else ""), message.get_content_charset() or ""


@contextmanager
def _requested(url: str) -> Iterator[BaseHTTPResponse]:
    """The answer to one request, of which the content is still to be read. Raises FetchError, also then."""
    from urllib3 import exceptions

    name = sanitize_line(url)
    try:
        with _pool(url) as pool:
            headers = {"User-Agent": f"synoptic-reader/{__version__}", "Accept-Encoding": "gzip, deflate"}
            response = pool.request(
                "GET", url, headers=headers, redirect=False, retries=False, preload_content=False
            )
            with closing(response):
                yield response
    except exceptions.HTTPError as error:
        raise FetchError(f"{name}: {_trouble(error)}") from error
    except (OSError, ValueError) as error:
        raise FetchError(f"{name} cannot be fetched ({sanitize_line(str(error))}); {_BY_HAND}") from error


def _trouble(error: Exception) -> str:
    """The reason why a request failed, and a way out."""
    from urllib3 import exceptions as e

    if isinstance(error, e.NameResolutionError):
        return "unknown server; check the address and your connection"
    if isinstance(error, e.NewConnectionError):  # which is a ConnectTimeoutError to urllib3
        return "the server cannot be reached; check the address and your connection"
    if isinstance(error, (e.ConnectTimeoutError, e.ReadTimeoutError)):
        return f"the server did not answer within {SILENCE:g} seconds; try again later"
    if isinstance(error, e.SSLError):
        return f"the connection is not secure, since its certificate is not valid; {_BY_HAND}"
    if isinstance(error, e.LocationValueError):
        return "this is not a valid address; check it"
    return f"the answer is incomplete or damaged ({type(error).__name__}); try again later"


@contextmanager
def _pool(url: str) -> Iterator[PoolManager]:
    """The maker of connections: through the proxy of the environment, where there is one."""
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
