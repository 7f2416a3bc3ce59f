"""The spans of sentences, and the punctuation at the end of prose, by rules written for news.

One expression finds every stop that could end a sentence; the words before and after it decide. The
abbreviations and other words that they are compared with are in `abbreviations`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reader.language import abbreviations

__all__ = ["ends_like_prose", "split"]

_STOP = re.compile(r"[.!?…‽؟۔।॥。！？｡．]")
"""The first character of every candidate: ten times as fast to find as a candidate itself."""

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
_PROSE_END = re.compile(r"(?:[.!?…:;,。！？؟۔।]|--|[—–])[\"”’'»“)\]」』]*\Z")
_LOOK_BACK = 30  # code points: no abbreviation is longer


def split(text: str, start: int, end: int, language: str = "") -> list[tuple[int, int]]:
    """Spans of the sentences of the paragraph at code points [start, end) of `text`, in order.

    No span begins or ends with white space, and together they cover the rest of the paragraph. Quotations
    of several sentences are split inside. The rules are made for English news. The stops and commonest
    abbreviations of French, German, Spanish, Arabic, Chinese and Japanese are known in any text; those that
    mean something else in other languages only in their own `language` (an IETF tag, "de-AT").
    """
    language = language[:2].lower()
    start, end = _trimmed(text, start, end)
    spans = []
    for match in _candidates(text, start, end):
        if match.end() < end and _ends_sentence(text, start, end, match, language):
            spans.append((start, match.end("wide") if match["wide"] else match.end("close")))
            start = match.end()
    if start < end:
        spans.append((start, end))
    return spans


def ends_like_prose(line: str) -> bool:
    """Whether a line ends with the punctuation of a sentence or clause, as headlines and labels do not."""
    return _PROSE_END.search(line[-6:]) is not None


def _candidates(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The stops in text[start:end] that could end a sentence, each with the characters that follow it."""
    for stop in _STOP.finditer(text, start, end):
        if stop.start() >= start and (match := _CANDIDATE.match(text, stop.start(), end)):
            start = match.end()
            yield match


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    inside = text[start:end].rstrip()
    bare = inside.lstrip()
    start += len(inside) - len(bare)
    return start, start + len(bare)


def _ends_sentence(text: str, start: int, end: int, match: re.Match[str], language: str) -> bool:
    """Whether a stop ends the sentence that began at `start`."""
    if match["wide"]:
        return _wide_stop_ends(text, match)
    after = match.end()
    if text[after] in ".…":
        return False  # the ellipsis after a full stop still belongs to the sentence
    following = _NEXT_WORD.match(text, after, end)
    word = following[1] if following else ""
    if word[:1].islower() and not _NAME_OF_MANY_CASES.match(text, after, end):
        return False
    stop = match["stop"]
    if stop == ".":
        return _full_stop_ends(text, start, match, word, language)
    if stop[0] in "!?":
        return _mark_ends(text, match, word)
    return _ellipsis_ends(text, match.start())


def _wide_stop_ends(text: str, match: re.Match[str]) -> bool:
    """Whether no Japanese particle continues the sentence after a closed quotation ("…。」と述べた")."""
    closed = match["wide"][-1] not in "。！？｡．"
    return not (closed and text[match.end()] in "とっなかのはがをもで、，")


def _mark_ends(text: str, match: re.Match[str], following: str) -> bool:
    """Whether ! or ? ends a sentence: not in "Will it hold?" Ms. Miller asked, nor in the name Yahoo!"""
    if match["close"]:
        return not _speaker().match(text, match.end())
    return _last_word(text, match.start()) not in abbreviations.MAY_END or following in abbreviations.STARTERS


@cache
def _speaker() -> re.Pattern[str]:
    """A name and a verb of speech. Compiled when first needed: most texts have none."""
    return re.compile(
        r"(?:(?:Mr|Mrs|Ms|Dr|Sen|Gov|Rep|Gen)\. )?(?:[A-Z][\w.'’-]*,? ){1,4}"
        rf"(?:(?:also|then|later|once|reportedly) )?(?:{'|'.join(sorted(abbreviations.SPEECH))})\b"
    )


def _ellipsis_ends(text: str, dots: int) -> bool:
    """Whether dots end a sentence: between spaces they replace omitted words, unless one had just ended."""
    before = text[max(0, dots - 3) : dots]
    return not before.endswith((" ", "\u00a0", "\u202f", "[", "(")) or before.strip()[-1:] in (*'.!?"”',)


def _full_stop_ends(text: str, start: int, match: re.Match[str], following: str, language: str) -> bool:
    """Whether a full stop ends a sentence rather than an abbreviation, initial or ordinal number."""
    word = _last_word(text, match.start())
    if word.isdigit():
        is_list_number = match.start() - len(word) <= start and not match["close"]
        return not (is_list_number or _is_ordinal(word, following, language))
    if word in abbreviations.BEFORE_ANYTHING.get(language, ()) and not match["close"]:
        return False
    if not _may_abbreviate(text, match.start(), word):
        return not (following[:1].isdigit() and word in abbreviations.BEFORE_NUMBERS)
    if word in abbreviations.BEFORE_NAMES or ")" in match["close"]:
        return False
    if word.lower() in ("a.m", "p.m"):
        return following not in abbreviations.AFTER_HOURS
    if following[:1].isdigit():
        return word not in abbreviations.BEFORE_NUMBERS and len(word) > 1
    spaced = _SPELLED_WITH_SPACES.search(text, max(start, match.start() - 6), match.start())
    return following in abbreviations.STARTERS and not spaced


def _is_ordinal(number: str, following: str, language: str) -> bool:
    """Whether a number and its full stop are an ordinal ("am 3. Oktober")."""
    if len(number) > 2 or following in abbreviations.GERMAN_ORDINALS:
        return len(number) < 3
    return language in abbreviations.ORDINAL_LANGUAGES and following not in abbreviations.STARTERS


def _last_word(text: str, stop: int) -> str:
    """The word before a stop, without its prefix: "R-Tenn" is "Tenn"."""
    match = _LAST_WORD.search(text[max(0, stop - _LOOK_BACK) : stop])
    return match[0].rpartition("-")[2].lstrip("'’") if match else ""


def _may_abbreviate(text: str, stop: int, word: str) -> bool:
    """Whether a full stop after `word` may belong to it."""
    if len(word) == 1:
        return word.isalpha()
    if word in abbreviations.STATES:
        return text.endswith(("-", ", "), 0, stop - len(word))
    return (
        word in abbreviations.MAY_END
        or word in abbreviations.BEFORE_NAMES
        or _INITIALISM.fullmatch(word) is not None
    )
