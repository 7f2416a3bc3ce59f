"""Subtitles become what is said, by speaker or pause, and the time stays above each paragraph."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.articles.loading import load
from reader.articles.model import Article, Role

VTT = """WEBVTT - council

STYLE
::cue { color: red }

NOTE a machine made this

intro
00:01.000 --> 00:03.000 align:start
<v Mayor Roe>Good morning. The lamp

00:03.200 --> 00:05.000
<v Mayor Roe>is <c.red>dark</c> again &amp; cold.

00:05.100 --> 00:06.000
<v.loud Jo Dee>Since when?
"""
SRT = """1
00:00:01,000 --> 00:00:03,000
The lamp is dark.
It is cold.

2
00:00:03,100 --> 00:00:04,000
<i>Nobody</i> came.

3
00:00:09,000 --> 00:00:10,500
>> Since when?

4
01:00:11,000 --> 01:00:12,000
- Since Friday.

5
01:00:12,000 --> 01:00:13,000
JO DEE: {\\an8}All night.
"""


def _said(article: Article, role: Role = Role.BODY) -> list[str]:
    return [article.text[p.start : p.end] for p in article.paragraphs if p.role is role]


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_speakers_and_times_of_webvtt_are_kept(tmp_path: Path, ending: str) -> None:
    path = tmp_path / "Council meeting.vtt"
    path.write_bytes(VTT.replace("\n", ending).encode())
    article = load(path)
    assert article.title == "Council meeting"
    assert _said(article) == [
        "Mayor Roe: Good morning. The lamp is dark again & cold.",
        "Jo Dee: Since when?",
    ]
    assert _said(article, Role.HEADING) == ["00:00:01", "00:00:05"]


@pytest.mark.parametrize("name", ["a.srt", "a.txt"])
def test_turns_of_srt_are_paragraphs_without_numbers_and_styles(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(SRT)
    article = load(tmp_path / name)
    assert _said(article) == [
        "The lamp is dark. It is cold. Nobody came.",
        "Since when?",
        "Since Friday.",
        "JO DEE: All night.",
    ]
    assert _said(article, Role.HEADING) == ["00:00:01", "00:00:09", "01:00:11", "01:00:12"]


def test_captions_that_roll_are_read_once(tmp_path: Path) -> None:
    cues = ["The lamp", "The lamp", "is dark.", "is dark.", "It is cold."]
    lines = [f"00:0{n}.000 --> 00:0{n}.900\n{cue}\n" for n, cue in enumerate(cues)]
    (tmp_path / "a.vtt").write_text("\n".join(["WEBVTT", "", *lines]))
    assert _said(load(tmp_path / "a.vtt")) == ["The lamp is dark. It is cold."]
