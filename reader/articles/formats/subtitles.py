"""Subtitles (SRT, WebVTT): a paragraph for each speaker or pause, below the time at which it begins."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from reader.articles.errors import ArticleError
from reader.articles.factory import Metadata, build
from reader.articles.limits import refuse_too_long
from reader.articles.model import Article, Paragraph, Role
from reader.base.sanitizing import sanitize, sanitize_line
from reader.language.sentences import ends_like_prose

__all__ = ["read"]

PAUSE = 2.0
"""Seconds of silence after a sentence that begin a new paragraph: chosen, not tuned."""

LONG = 700
"""Characters after which the end of a sentence also ends the paragraph."""

TIME = "time of the recording"
"""The reason for the heading above a paragraph."""

_TIMES = re.compile(
    r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[,.](\d{1,3})[ \t]*-->[ \t]*"
    r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[,.](\d{1,3})"
)
_VOICE = re.compile(r"<v(?:\.[^\s<>]*)?[ \t]+([^<>]+)>")
_TAG = re.compile(r"</?(?:[cibuv]|lang|ruby|rt|font)(?:[.\s][^<>]*)?>|<[\d:.]+>|\{\\[^{}]*\}", re.IGNORECASE)
_TURN = re.compile(r"(?:>{2,}|&gt;&gt;|[-–—](?=[\s\w]))\s*")
_NAMED = re.compile(r"[^\W\d_][\w.'’ -]{1,40}:\s")
_COMMENT = re.compile(r"(?:WEBVTT|NOTE|STYLE|REGION)\b")


@dataclass(slots=True)
class _Turn:
    """A paragraph: the second at which it begins, and what is said."""

    start: float
    end: float
    speaker: str
    text: str


def read(text: str, path: str) -> Article:
    """The article of subtitles. Raises ArticleError where they have no words."""
    turns = list(_turns(sanitize(text)))
    if not turns:
        raise ArticleError(f"{sanitize_line(path)} has no subtitles in it; save its text as .txt")
    parts: list[str] = []
    paragraphs: list[Paragraph] = []
    place = 0
    for turn in turns:
        for part, role, reason in ((_clock(turn.start), Role.HEADING, TIME), (turn.text, Role.BODY, "")):
            paragraphs.append(Paragraph(place, place + len(part), role, reason))
            parts.append(part)
            place += len(part) + 2
    whole = "\n\n".join(parts)
    refuse_too_long(whole, path)
    return build(whole, paragraphs, Metadata(title=PurePath(path).stem), path=path)


def _turns(text: str) -> Iterator[_Turn]:
    """The turns of speakers, in paragraphs."""
    turn: _Turn | None = None
    said = ""
    for start, end, line in _lines(text):
        voice = _VOICE.search(line)
        words = " ".join(html.unescape(_TAG.sub("", _VOICE.sub("", line))).split())
        turned = _TURN.match(words)
        words = words[turned.end() :] if turned else words
        if not words or words == said:  # captions that roll repeat the line above
            continue
        said = words
        speaker = sanitize_line(voice[1]) if voice else (turn.speaker if turn and not turned else "")
        if turn and not turned and not _NAMED.match(words) and _goes_on(turn, speaker, start):
            turn.text, turn.end = f"{turn.text} {words}", end
            continue
        if turn:
            yield turn
        named = f"{speaker}: {words}" if speaker and (turn is None or turn.speaker != speaker) else words
        turn = _Turn(start, end, speaker, named)
    if turn:
        yield turn


def _goes_on(turn: _Turn, speaker: str, start: float) -> bool:
    """Whether the same speaker goes on, without a pause after a sentence."""
    is_ended = (start - turn.end >= PAUSE or len(turn.text) > LONG) and ends_like_prose(turn.text)
    return turn.speaker == speaker and not is_ended


def _lines(text: str) -> Iterator[tuple[float, float, str]]:
    """The lines of all cues, with the seconds at which each begins and ends; no numbers, notes and styles."""
    span = (0.0, 0.0)
    begun = False
    for block in re.split(r"\n[ \t]*(?:\n[ \t]*)+", text):
        lines = block.strip("\n").split("\n")
        timed = next((n for n, line in enumerate(lines[:3]) if _TIMES.match(line.strip())), -1)
        if timed >= 0 and (match := _TIMES.match(lines[timed].strip())):
            span, begun = (_seconds(match.groups()[:4]), _seconds(match.groups()[4:])), True
        elif not begun or _COMMENT.match(lines[0]):
            begun = begun and timed >= 0
            continue
        for line in lines[timed + 1 :]:
            yield *span, line


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, fraction = parts
    return int(hours or 0) * 3600 + int(minutes or 0) * 60 + int(seconds or 0) + float(f"0.{fraction}")


def _clock(seconds: float) -> str:
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes // 60:02}:{minutes % 60:02}:{rest:02}"
