"""The spans of sentences, and the punctuation at the end of prose, by rules written for news.

One expression finds every stop that could end a sentence; the words before and after it decide. The
abbreviations and other words that they are compared with are in `abbreviations`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reader.language import abbreviations
from reader.language.datelines import LONGEST, dateline
from reader.language.long_sentences import cut

__all__ = ["ends_like_prose", "split"]

_STOPS = ".!?…‽؟۔।॥։።။។"
_OTHER_STOPS = {"el": ";", "hy": ":"}
"""Signs that end sentences in one language only."""

_NOTE = (
    r"(?:[ \u00a0]?\[(?:\^?\d{1,3}\]|(?:[a-z]|note \d{1,2}|citation needed)\](?!\w))"
    r"(?::(?:pp?\. ?)?\d+(?:[–-]\d+)?)?"
    r"|[⁰¹²³⁴-⁹]+)"
)
"""A footnote's number, which belongs to the sentence before it: "fell.[1]", "fell.[1]:12", "fell.³"."""

_QUOTES = r"(?:[\u00a0\u202f ]?[»›](?=\s)|[\"”’'»›)\]]|“(?!\w))"
_LAST_WORD = re.compile(r"[^\s(\[{\"“”„‘«‹—–/|]*\Z")
_NEXT_WORD = re.compile(r"[^\w]{0,20}(\w*)")
_INITIALISM = re.compile(r"(?:[^\W\d_]{1,3}\.)+[^\W\d_]{1,3}")
_SPELLED_WITH_SPACES = re.compile(
    r"\b(?:z\.\sB|EE\.\sUU|a\.\sC|n\.\sChr|v\.\sChr|i\.\sd|d\.\sh|u\.\sa|p\.\sex|p\.\sej)\Z"
)
_NAME_OF_MANY_CASES = re.compile(r"[^\w]{0,20}(?:[ae]l-[A-Z]|[a-z]{1,2}[A-Z]|https?:|[@#])")
_PROSE_END = re.compile(
    rf"(?:[.!?…:;,。！？؟۔।։።။។]|--|[—–])[\"”’'»“)\]」』]*{_NOTE}{{0,3}}[\"”’'»“)\]」』]*\Z"
)
_GLUED = re.compile(r"[“‘«„]?([^\W\d_]++(?:[’'][^\W\d_]++)*+)(?=[\s,;:—–!?]|\.(?:\s|\Z|[“\"]?[^\W\d_a-z]))")
_PLAIN_WORD = re.compile(r"(?:\A|[\s(\[“\"‘'«„—–])(?:[^\W\d_][^\W\d_’'-]+|\d{2,})\Z")
_NUMBERED = re.compile(r"([^\W\d_°]+°?)\.?\s*\Z")
_ELIDED = re.compile(r"\A(?:[ldLD]|[dn]ell|[as]ll|[Uu]n|[Qq]u)['’]")
_ROMAN = re.compile("[IVXL]{2,}")
_BULLETS = " \u00a0-–*•·⁃"
_QUOTATION = 200  # code points of a Chinese or Japanese quotation that is not split inside
_SPEECH_REACH = 1000  # code points in which quotation marks are counted
_PROSE_TAIL = 40  # code points at the end of a line: its last stop, marks and footnotes
_LOOK_BACK = 30  # code points: no abbreviation is longer


def split(text: str, start: int, end: int, language: str = "") -> list[tuple[int, int]]:
    """Spans of the sentences of the paragraph at code points [start, end) of `text`, in order.

    No span begins or ends with white space, and together they cover the rest of the paragraph. Quotations
    of several sentences are split inside, and what is too long for a sentence is cut. The rules are made for
    English news. The stops of all languages and the commonest abbreviations are known in any text; those that
    mean something else in other languages only in their own `language` (an IETF tag, "de-AT").
    """
    language = language[:2].lower()
    start, end = _trimmed(text, start, end)
    spans = []
    place = dateline(text[start : min(end, start + LONGEST)])
    for match in _candidates(text, start + (place.end if place else 0), end, language):
        if match.end() < end and _ends_sentence(text, start, end, match, language):
            spans.append((start, match.end("wide") if match["wide"] else match.end("close")))
            start = match.end()
    return list(cut(text, [*spans, (start, end)]))


def ends_like_prose(line: str) -> bool:
    """Whether a line ends with the punctuation of a sentence or clause, as headlines and labels do not."""
    return _PROSE_END.search(line[-_PROSE_TAIL:]) is not None


@cache
def _patterns(others: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The first character of every candidate, and a candidate: the first is ten times as fast to find."""
    stops = f"[{_STOPS}{others}]"
    return re.compile(f"[{_STOPS}{others}。！？｡．]"), re.compile(
        # Chinese and Japanese: no white space need follow. "．" may be a decimal point.
        r"(?P<wide>(?:(?:[。！？｡]|．(?!\d))+|(?:[!?]+|……)(?=[」』）”’】》〉]*[\u3040-\u9fff]))"
        r"[」』）”’】》〉)\"]*+)\s*"
        # All others: stops, what closes after them (French with a space before it), footnotes, white space.
        rf"|(?<!{stops})(?P<stop>{stops}++)(?P<close>{_QUOTES}*+(?P<note>{_NOTE}*+){_QUOTES}*+)"
        r"(?P<gap>\s+|(?=[“‘«„]?[^\W\d_]))"
    )


def _candidates(text: str, start: int, end: int, language: str) -> Iterator[re.Match[str]]:
    """The stops in text[start:end] that could end a sentence, each with the characters that follow it."""
    first, candidate = _patterns(_OTHER_STOPS.get(language, ""))
    for stop in first.finditer(text, start, end):
        if stop.start() >= start and (match := candidate.match(text, stop.start(), end)):
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
        return _wide_stop_ends(text, start, match)
    after = match.end()
    if text[after] in ".…":
        return False  # the ellipsis after a full stop still belongs to the sentence
    if not match["gap"]:
        return _glued_stop_ends(text, start, end, match)
    following = _NEXT_WORD.match(text, after, end)
    word = following[1] if following else ""
    if word[:1].islower() and not _NAME_OF_MANY_CASES.match(text, after, end):
        return False
    stop = match["stop"]
    if stop == ".":
        return _full_stop_ends(text, start, match, word, language)
    if stop[0] in "!?;:":
        return _mark_ends(text, match, word)
    return stop[0] not in ".…" or _ellipsis_ends(text, match.start())


def _glued_stop_ends(text: str, start: int, end: int, match: re.Match[str]) -> bool:
    """Whether a stop with no space after it ends a sentence: in "left.The", not in "example.com", "U.S.A"."""
    following = _GLUED.match(text, match.end(), end)
    before = text[max(start, match.start() - _LOOK_BACK) : match.start()]
    if not following or not following[1][0].isupper() or match["stop"] not in (".", "!", "?"):
        return False
    if match["close"]:
        quoted = text[max(start, match.end("close") - _SPEECH_REACH) : match.end("close")]
        return match["close"] != '"' or quoted.count('"') % 2 == 0
    word, after = _last_word(text, match.start()), following[1]
    if not _PLAIN_WORD.search(before):
        return False
    if word in abbreviations.BEFORE_NAMES or _may_abbreviate(text, match.start(), word):
        return word in abbreviations.MAY_END and after in abbreviations.STARTERS
    is_domain = after.lower() in abbreviations.DOMAINS or not after[1:].islower()
    return after in abbreviations.STARTERS or (word[0].islower() and len(word) > 2 and not is_domain)


def _wide_stop_ends(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether no quotation and no Japanese particle continues the sentence ("…。」と述べた")."""
    if match["wide"][-1] not in "。！？｡．!?…":
        return text[match.end()] not in "とっなかのはがをもで、，"
    before = text[max(start, match.start() - _QUOTATION) : match.start()]
    after = text[match.end() : match.end() + _QUOTATION]
    return not any(before.rfind(o) > before.rfind(c) and c in after for o, c in ("“”", "「」", "『』"))


def _mark_ends(text: str, match: re.Match[str], following: str) -> bool:
    """Whether ! or ? ends a sentence: not in "Will it hold?" Ms. Miller asked, nor in the name Yahoo!"""
    if match["close"]:
        return not _speaker().match(text, match.end())
    return _last_word(text, match.start()) not in abbreviations.MAY_END or following in abbreviations.STARTERS


@cache
def _speaker() -> re.Pattern[str]:
    """A name and a verb of speech. Compiled when first needed: most texts have none."""
    return re.compile(
        r"(?:(?:Mr|Mrs|Ms|Dr|Sen|Gov|Rep|Gen)\. )?(?:[A-Z][\w.'’-]{0,30}+,? ){1,4}(?:\d{1,3}, )?"
        rf"(?:(?:also|then|later|once|reportedly) )?{_verb_of_speech()}"
    )


@cache
def _only_speaker() -> re.Pattern[str]:
    """A speaker, a verb of speech and nothing that is said: the words are in the quotation before."""
    when = (
        r"(?:on|last|this|late|early) \w+(?: \w+)?|today|yesterday|(?:in|during) an? (?:[\w-]+ ){0,3}[\w-]+"
    )
    told = r"(?:reporters|journalists|(?:the )?[A-Z][\w.’'-]{0,30}(?: [A-Z][\w’'-]{0,30}){0,2})"
    return re.compile(
        rf"(?:{_speaker().pattern}|(?:The|A|An|One) (?:[\w-]+ ){{1,4}}{_verb_of_speech()})"
        rf"(?: {told})?(?: (?:{when}|to reporters|by (?:phone|e-?mail)))?(?:[.;]\s|[.;]?\Z)"
    )


def _verb_of_speech() -> str:
    return rf"(?:{'|'.join(sorted(abbreviations.SPEECH))})\b"


def _ellipsis_ends(text: str, dots: int) -> bool:
    """Whether dots end a sentence: between spaces they replace omitted words, unless one had just ended."""
    before = text[max(0, dots - 3) : dots]
    return not before.endswith((" ", "\u00a0", "\u202f", "[", "(")) or before.strip()[-1:] in (*'.!?"”',)


def _full_stop_ends(text: str, start: int, match: re.Match[str], following: str, language: str) -> bool:
    """Whether a full stop ends a sentence rather than an abbreviation, initial or ordinal number."""
    word = _last_word(text, match.start())
    if word.isdigit():
        return _number_ends(text, start, match, following, language)
    if _is_before_anything(word, language) and not match["close"]:
        return False
    if language in abbreviations.ORDINAL_LANGUAGES and _ROMAN.fullmatch(word):
        return following in abbreviations.STARTERS
    if len(word) > 1 and word.isalpha() and all(map(_is_capital, (word, following))):
        word, following = word.capitalize(), following.capitalize()  # "SEN. HOLLIS", "NO. 5"
    return _word_ends(text, start, match, word, following)


def _word_ends(text: str, start: int, match: re.Match[str], word: str, following: str) -> bool:
    """Whether the full stop after a word ends a sentence."""
    if not _may_abbreviate(text, match.start(), word):
        is_number = following[:1].isdigit() and word in abbreviations.BEFORE_NUMBERS
        return not is_number and not _only_speaks(text, match)
    if word in abbreviations.BEFORE_NAMES or ")" in match["close"] or text[match.end()] in "|/":
        return False
    if word.lower() in ("a.m", "p.m"):
        return following not in abbreviations.AFTER_HOURS
    if following[:1].isdigit():
        return word not in abbreviations.BEFORE_NUMBERS and len(word) > 1
    if word in ("Q", "A") and match.start() - len(word) == start:
        return False  # a question or an answer of a transcript: "Q. When?"
    if len(word) == len(following) == 1 and text.startswith(f"{following}.", match.end()):
        return False  # the second of two initials: "S. A."
    spaced = _SPELLED_WITH_SPACES.search(text, max(start, match.start() - 6), match.start())
    return following in abbreviations.STARTERS and not spaced


def _is_capital(word: str) -> bool:
    return word.isupper() or word.isdigit()


def _number_ends(text: str, start: int, match: re.Match[str], following: str, language: str) -> bool:
    """Whether a number and its full stop end a sentence: neither the number of an item nor an ordinal."""
    number = _last_word(text, match.start())
    first = match.start() - len(number)
    is_first = first - start < _LOOK_BACK and not text[start:first].strip(_BULLETS)
    if is_first and match["close"] in ("", ")"):
        return False
    named = _NUMBERED.search(text, max(start, first - _LOOK_BACK), first)
    if named and named[1] in abbreviations.BEFORE_NUMBERS:
        return True  # "No. 5."
    return not _is_ordinal(number, following, language)


def _is_before_anything(word: str, language: str) -> bool:
    known = abbreviations.BEFORE_ANYTHING.get(language, ())
    return word in known or word[:1].lower() + word[1:] in known


def _only_speaks(text: str, match: re.Match[str]) -> bool:
    """Whether only the speaker follows a closed quotation: `"…held." Marsh said.`"""
    return match["close"][:1] in ('"', "”") and _only_speaker().match(text, match.end()) is not None


def _is_ordinal(number: str, following: str, language: str) -> bool:
    """Whether a number and its full stop are an ordinal ("am 3. Oktober")."""
    if len(number) > 2 or following in abbreviations.GERMAN_ORDINALS:
        return len(number) < 3
    return language in abbreviations.ORDINAL_LANGUAGES and following not in abbreviations.STARTERS


def _last_word(text: str, stop: int) -> str:
    """The word before a stop, without its prefix: "R-Tenn" is "Tenn", "l'art" is "art"."""
    match = _LAST_WORD.search(text[max(0, stop - _LOOK_BACK) : stop])
    word = match[0].rpartition("-")[2].lstrip("'’") if match else ""
    return _ELIDED.sub("", word, count=1) if "'" in word or "’" in word else word


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
