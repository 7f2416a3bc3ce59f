"""A text of a REFI-QDA project, and the places in it that positions of another program mean.

The standard (REFI-QDA 1.5, sections 1.5 and 10.2) counts the code points of the file as it is. Programs
differ: ATLAS.ti counts a line break of two characters as one, and programs that keep text in UTF-16 count an
emoji as two. The name of a selection, which most programs fill with its words, shows how a program counts.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate, product

from reader.base.sanitizing import sanitize
from reader.notes.anchored_place import Span

__all__ = ["CodedText"]

_CONTROVERSIAL = re.compile("\\A\ufeff|\r\n|[\U00010000-\U0010ffff]")
"""What programs count differently: a byte order mark, a line break of Windows, two units of UTF-16."""

_PIECE = 1000
"""The length in code points from which a line is divided, so that no selection costs more than its piece."""

_CUT = re.compile("(?<= )(?=[A-Za-z0-9])|(?<=[\u3400-\u9fff])(?=[\u3400-\u9fff])")
"""A place where nothing composes with what is before it: between words, or ideographs."""

_WHOLE, _BEGINNING = 3, 8
"""The shortest name, in code points, that tells a place: as the whole passage, and as its beginning."""


class CodedText:
    """A text with positions in it. `text` is the sanitized text, in which spans are given."""

    def __init__(
        self, raw: str, named: Iterable[tuple[int, int, str]] = (), *, pairs_are_one: bool = False
    ) -> None:
        """`named` are the positions and names of selections; `pairs_are_one` prefers CRLF counted as one."""
        self._raw = raw
        self._lines = [*_pieces(raw)]
        cleaned = [
            sanitize(raw[start:end]) for start, end in zip(self._lines, [*self._lines[1:], None], strict=True)
        ]
        self._clean_lines = [*accumulate(map(len, cleaned), initial=0)]
        self.text = "".join(cleaned)
        self._ways = [*_ways_to_count(raw, pairs_are_one=pairs_are_one)]
        selections = [*named]
        # `sorted` is stable, and so the way of the standard stays first where names do not decide.
        self._ways.sort(key=lambda way: -sum(self._is_named(way, *selection) for selection in selections))

    def span(self, start: int, end: int, name: str = "") -> Span:
        """The place in `text` of a selection. Raises ValueError where that is not a passage of the text."""
        way = next((way for way in self._ways if self._is_named(way, start, end, name)), None)
        place = None if way else self._only_place(name, end - start)
        if place is None:
            place = (way or self._ways[0])(start), (way or self._ways[0])(end)
        if not 0 <= place[0] < place[1] <= len(self._raw) or start < 0:
            raise ValueError(f"{start}-{end} is not a passage of a text of {len(self._raw)} characters")
        first, last = map(self._clean, place)
        if not first < last:
            raise ValueError(f"{start}-{end} has no characters that can be shown")
        return first, last

    def _is_named(self, way: Callable[[int], int], start: int, end: int, name: str) -> bool:
        """Whether a selection, counted in a way, has the words of its name, or begins with them."""
        said, words = _folded(name).rstrip(" …."), _folded(self._raw[max(0, way(start)) : max(0, way(end))])
        if len(said) < _WHOLE:
            return False
        return said == words.rstrip(" ….") or (len(said) >= _BEGINNING and words.startswith(said))

    def _only_place(self, name: str, length: int) -> Span | None:
        """The only place of a name that has all words of its selection; None where it is not the only one."""
        if len(name) != length or length < _BEGINNING or self._raw.count(name) != 1:
            return None
        start = self._raw.index(name)
        return start, start + length

    def _clean(self, offset: int) -> int:
        """The offset in the sanitized text; sanitizing a text is sanitizing each of its pieces."""
        line = bisect_right(self._lines, offset) - 1
        inside = len(sanitize(self._raw[self._lines[line] : offset]))
        return min(self._clean_lines[line] + inside, self._clean_lines[line + 1])


def _pieces(raw: str) -> Iterator[int]:
    """The beginnings of pieces that can be sanitized alone: lines, and parts of long ones without tabs."""
    for line in re.finditer(r"[^\n]*\n|[^\n]*\Z", raw):
        start, end = line.span()
        yield start
        while end - start > 2 * _PIECE and "\t" not in line[0]:
            cut = _CUT.search(raw, start + _PIECE, end)
            if cut is None:
                break
            start = cut.start()
            yield start


def _ways_to_count(raw: str, *, pairs_are_one: bool) -> Iterator[Callable[[int], int]]:
    """Functions from a position to the offset in a text, one for each way to count that differs."""
    found = [*_CONTROVERSIAL.finditer(raw)]
    kinds = {match[0] for match in found}
    marks = (0, 1) if "\ufeff" in kinds else (0,)
    breaks = ((1, 2) if pairs_are_one else (2, 1)) if "\r\n" in kinds else (2,)
    units = (1, 2) if kinds - {"\ufeff", "\r\n"} else (1,)
    for mark, line_break, unit in product(marks, breaks, units):
        counted = {"\ufeff": mark, "\r\n": line_break}
        yield _offsets([(match, counted.get(match[0], unit)) for match in found])


def _offsets(found: list[tuple[re.Match[str], int]]) -> Callable[[int], int]:
    """The function from positions to offsets, where each of some matches counts as a number of characters."""
    positions, shifts, shift = [], [0], 0
    for match, counted in found:
        positions.append(match.start() - shift)
        shift += len(match[0]) - counted
        shifts.append(shift)
    return lambda position: position + shifts[bisect_left(positions, position)]


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split()).casefold()
