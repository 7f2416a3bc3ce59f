"""Where sentences begin and end: rules written for news.

One expression finds every stop that could end a sentence; what stands before and after it decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reader.language import abbreviations as words

__all__ = ["split"]

_STOP = re.compile(r"[.!?…‽؟۔।॥。！？｡．]")
"""What every candidate begins with: ten times as fast to find as a candidate itself."""

_CANDIDATE = re.compile(
    # Chinese and Japanese: no white space need follow. "．" may be a decimal point.
    r"(?P<wide>(?:(?:[。！？｡]|．(?!\d))+|[!?]+(?=[」』）”’】》〉]*[\u3040-\u9fff]))[」』）”’】》〉)\"]*+)\s*"
    # All others: stops, what closes after them (French with a space before it), white space.
    r"|(?<![.!?…‽؟۔।॥])(?P<stop>[.!?…‽؟۔।॥]++)(?P<close>(?:[\u00a0\u202f ]?[»›](?=\s)|[\"”’'»›)\]“])*+)\s+"
)
_LAST_WORD = re.compile(r"[^\s(\[{\"“”„‘«‹—–/|]*\Z")
_NEXT_WORD = re.compile(r"[^\w]{0,20}(\w*)")
_INITIALISM = re.compile(r"(?:[^\W\d_]{1,3}\.)+[^\W\d_]{1,3}")
_SPELLED_WITH_SPACES = re.compile(
    r"\b(?:z\.\sB|EE\.\sUU|a\.\sC|n\.\sChr|v\.\sChr|i\.\sd|d\.\sh|u\.\sa|p\.\sex|p\.\sej)\Z"
)
_NAME_OF_MANY_CASES = re.compile(r"[^\w]{0,20}(?:[ae]l-[A-Z]|[a-z]{1,2}[A-Z]|https?:|[@#])")
_LOOK_BACK = 30  # code points: no abbreviation is longer


def split(text: str, start: int, end: int, language: str = "") -> list[tuple[int, int]]:
    """Spans of the sentences of the paragraph at code points [start, end) of `text`, in order.

    No span begins or ends with white space, and together they cover all else of the paragraph. Quotations
    of several sentences are split inside. Right for English news first; the stops and the commonest
    abbreviations of French, German, Spanish, Arabic, Chinese and Japanese are known in any text, and what
    is peculiar to one `language` (an IETF tag, "de-AT") only in its own.
    """
    language = language[:2].lower()
    start, end = _trimmed(text, start, end)
    spans = []
    for found in _candidates(text, start, end):
        if found.end() < end and _ends_sentence(text, start, end, found, language):
            spans.append((start, found.end("wide") if found["wide"] else found.end("close")))
            start = found.end()
    if start < end:
        spans.append((start, end))
    return spans


def _candidates(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The stops in text[start:end], with what follows, that could end a sentence."""
    for stop in _STOP.finditer(text, start, end):
        if stop.start() >= start and (found := _CANDIDATE.match(text, stop.start(), end)):
            start = found.end()
            yield found


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    inside = text[start:end].rstrip()
    bare = inside.lstrip()
    start += len(inside) - len(bare)
    return start, start + len(bare)


def _ends_sentence(text: str, start: int, end: int, found: re.Match[str], language: str) -> bool:
    """Whether the stop that was found ends the sentence that began at `start`."""
    if found["wide"]:
        return _wide_stop_ends(text, found)
    after = found.end()
    if text[after] in ".…":
        return False  # the ellipsis after a full stop still belongs to what was said
    following = _NEXT_WORD.match(text, after, end)
    word = following[1] if following else ""
    if word[:1].islower() and not _NAME_OF_MANY_CASES.match(text, after, end):
        return False
    stop = found["stop"]
    if stop == ".":
        return _full_stop_ends(text, start, found, word, language)
    if stop[0] in "!?":
        return _mark_ends(text, found, word)
    return _ellipsis_ends(text, found.start())


def _wide_stop_ends(text: str, found: re.Match[str]) -> bool:
    """A closed quotation that goes on with a Japanese particle ("…。」と述べた") is not over."""
    closed = found["wide"][-1] not in "。！？｡．"
    return not (closed and text[found.end()] in "とっなかのはがをもで、，")


def _mark_ends(text: str, found: re.Match[str], following: str) -> bool:
    """ "Will it hold?" Ms. Miller asked: one sentence. Yahoo! is a name."""
    if found["close"]:
        return not _speaker().match(text, found.end())
    return _last_word(text, found.start()) not in words.MAY_END or following in words.STARTERS


@cache
def _speaker() -> re.Pattern[str]:
    """A name and a verb of speech. Compiled when first met: most texts have none."""
    return re.compile(
        r"(?:(?:Mr|Mrs|Ms|Dr|Sen|Gov|Rep|Gen)\. )?(?:[A-Z][\w.'’-]*,? ){1,4}"
        rf"(?:(?:also|then|later|once|reportedly) )?(?:{'|'.join(sorted(words.SPEECH))})\b"
    )


def _ellipsis_ends(text: str, dots: int) -> bool:
    """Dots between spaces stand for words left out of a sentence, unless one had just ended."""
    before = text[max(0, dots - 3) : dots]
    return not before.endswith((" ", "\u00a0", "\u202f", "[", "(")) or before.strip()[-1:] in (*'.!?"”',)


def _full_stop_ends(text: str, start: int, found: re.Match[str], following: str, language: str) -> bool:
    """Whether a single full stop is more than the sign of an abbreviation, initial or ordinal."""
    word = _last_word(text, found.start())
    if word.isdigit():
        is_list_number = found.start() - len(word) <= start and not found["close"]
        return not (is_list_number or _is_ordinal(word, following, language))
    if word in words.BEFORE_ANYTHING.get(language, ()) and not found["close"]:
        return False
    if not _may_abbreviate(text, found.start(), word):
        return not (following[:1].isdigit() and word in words.BEFORE_NUMBERS)
    if word in words.BEFORE_NAMES or ")" in found["close"]:
        return False
    if word.lower() in ("a.m", "p.m"):
        return following not in words.AFTER_HOURS
    if following[:1].isdigit():
        return word not in words.BEFORE_NUMBERS and len(word) > 1
    spaced = _SPELLED_WITH_SPACES.search(text, max(start, found.start() - 6), found.start())
    return following in words.STARTERS and not spaced


def _is_ordinal(number: str, following: str, language: str) -> bool:
    """Whether a number with a full stop after it counts what follows ("am 3. Oktober")."""
    if len(number) > 2 or following in words.GERMAN_ORDINALS:
        return len(number) < 3
    return language in words.ORDINAL_LANGUAGES and following not in words.STARTERS


def _last_word(text: str, stop: int) -> str:
    """The word before a stop, without its prefix: "R-Tenn" is "Tenn"."""
    found = _LAST_WORD.search(text[max(0, stop - _LOOK_BACK) : stop])
    return found[0].rpartition("-")[2].lstrip("'’") if found else ""


def _may_abbreviate(text: str, stop: int, word: str) -> bool:
    """Whether a full stop after `word` may belong to it."""
    if len(word) == 1:
        return word.isalpha()
    if word in words.STATES:
        return text.endswith(("-", ", "), 0, stop - len(word))
    return word in words.MAY_END or word in words.BEFORE_NAMES or _INITIALISM.fullmatch(word) is not None
