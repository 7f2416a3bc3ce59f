"""The encodings of RTF: each font has one, by its character set."""

from __future__ import annotations

import codecs

__all__ = ["SYMBOLS", "codec_of_charset", "codec_of_page"]

SYMBOLS = 2
"""The character set of fonts whose codes are signs of their own."""

_CHARSETS = {
    0: "cp1252",
    77: "mac_roman",
    78: "shift_jis",
    79: "big5",
    80: "euc_kr",
    83: "mac_greek",
    84: "mac_cyrillic",
    85: "gb2312",
    86: "mac_latin2",
    88: "mac_latin2",
    89: "mac_cyrillic",
    128: "cp932",
    129: "cp949",
    130: "johab",
    134: "gb18030",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    254: "cp437",
    255: "cp850",
}
"""Encodings by the numbers of character sets (RTF 1.9.1, "Font Table")."""

_PAGES = {
    708: "iso8859-6",
    709: "iso8859-6",
    710: "iso8859-6",
    711: "iso8859-6",
    936: "gb18030",
    1361: "johab",
    10000: "mac_roman",
    10001: "shift_jis",
    10006: "mac_greek",
    10007: "mac_cyrillic",
    10029: "mac_latin2",
    65001: "utf-8",
}
"""Encodings by the numbers of code pages, where Python's names are not made of them."""


def codec_of_charset(number: int) -> str:
    """The encoding of fonts with a character set; "" where it is that of the document."""
    return _CHARSETS.get(number, "")


def codec_of_page(number: int) -> str:
    """The encoding of a code page; "" where it is not known."""
    name = _PAGES.get(number, f"cp{number}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return ""
