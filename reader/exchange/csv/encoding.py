"""The encoding in which a spreadsheet has saved a table that is not Unicode: one of Windows, or the Mac's.

A table of ours is mostly ids, times and checksums, so only the cells with other letters are looked at.
"""

from __future__ import annotations

import codecs
import re

__all__ = ["encoding_of_table"]

_BETWEEN = re.compile(rb"[\r\n;,\t|\"]+")
_SAMPLE = 65_536  # bytes of such cells

_WESTERN = ("cp1252", "mac_roman")
_USUAL = frozenset("äöüÄÖÜßéèêëàâçîïôûùñáíóúãõåøæœÉÅØÆ“”‘’„«»–—…€£§°¿¡")
"""Letters and signs of Western European texts."""

_SHARE = 0.9
"""The share of the characters beyond ASCII that are USUAL in a text from Western Europe."""

_NOT_LATIN = re.compile(rb"[\x80-\xff]{4}")
"""More letters beyond ASCII in a row than Latin script has."""

_WINDOWS = (*(f"cp125{digit}" for digit in range(9)), "cp874", "cp932", "gb18030", "cp949", "big5")
"""The encodings in which Excel saves CSV, by the language of Windows."""

_MEANT = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-15": "cp1252", "iso8859-2": "cp1250",
    "iso8859-5": "cp1251", "iso8859-6": "cp1256", "iso8859-7": "cp1253", "iso8859-8": "cp1255",
    "iso8859-9": "cp1254", "iso8859-11": "cp874", "tis-620": "cp874", "gb2312": "gb18030", "gbk": "gb18030",
    "shift_jis": "cp932", "euc_kr": "cp949", "big5hkscs": "big5", "cp950": "big5",
}  # fmt: skip
"""The encodings of Windows for those that are likeliest otherwise."""


def encoding_of_table(data: bytes) -> str:
    """The likeliest encoding of a table that is not UTF-8; "" where all its cells are ASCII.

    Of 41 short tables in 18 languages, on which this was tuned, 37 are read right. Hungarian may be taken for
    Western European, and so may a single word from a Mac.
    """
    if data.isascii():
        return ""
    others = dict.fromkeys(cell for cell in _BETWEEN.split(data) if not cell.isascii())
    cells = b"\n".join(others)[:_SAMPLE]
    western = max(_WESTERN, key=lambda name: _usual_share(cells, name))
    if _usual_share(cells, western) >= _SHARE and not _NOT_LATIN.search(cells):
        return western
    import chardet

    for guess in chardet.detect_all(cells, ignore_threshold=True, compat_names=False):
        try:
            name = codecs.lookup(guess["encoding"] or "").name
        except LookupError:
            continue
        if (meant := _MEANT.get(name, name)) in _WINDOWS:
            return meant
    return western


def _usual_share(cells: bytes, name: str) -> float:
    """The share of the characters beyond ASCII that are usual in Western Europe."""
    high = [character for character in cells.decode(name, "replace") if character > "\x7f"]
    return sum(character in _USUAL for character in high) / max(len(high), 1)
