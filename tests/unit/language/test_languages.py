from __future__ import annotations

from pathlib import Path

import pytest

from reader.articles.loading import from_text
from reader.language.detection import detect

_BLOCKS = Path(__file__).with_name("language_sentences.txt").read_text(encoding="utf-8").split("=== ")[1:]
TEXTS = {block[:2]: block.splitlines()[1:] for block in _BLOCKS}
"""By language: sentences, in order."""


def _sentences(text: str) -> list[str]:
    article = from_text(text)
    return [article.text[s.start : s.end] for s in article.sentences]


def _text(language: str) -> str:
    return ("" if language in ("zh", "ja") else " ").join(TEXTS[language])


@pytest.mark.parametrize("language", TEXTS)
def test_the_sentences_of_a_language_end_where_its_readers_would_end_them(language: str) -> None:
    assert _sentences(_text(language)) == TEXTS[language]


@pytest.mark.parametrize("language", TEXTS)
def test_the_language_is_told_by_its_letters_and_small_words(language: str) -> None:
    assert from_text(_text(language)).language == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The bridge was closed on Monday, and the ferry was late for the first time in a week.", "en"),
        ("Il ponte è stato chiuso lunedì, ha detto il sindaco della città, che non aveva scelta.", "it"),
        ("A ponte foi fechada na segunda-feira, disse o prefeito, que não tinha escolha para isso.", "pt"),
        ("De brug is op maandag gesloten, zei de burgemeester van de stad, en er was geen keuze.", "nl"),
        ("Міст закрили в понеділок, сказав мер міста, який не мав іншого вибору.", "uk"),
        ("Мост закрыли в понедельник, сказал мэр города, у которого не было выбора.", "ru"),
        ("다리는 월요일에 폐쇄되었다고 시장이 말했다.", "ko"),
        ("Pont Bridge Brücke puente", ""),
        ("The mayor of 東京 said that the bridge was closed and that it was not safe.", "en"),
        ("", ""),
    ],
)
def test_a_language_is_told_or_left_open(text: str, language: str) -> None:
    assert detect(text) == language


def test_what_the_metadata_say_goes_before_what_is_detected() -> None:
    assert (
        from_text("Die Brücke ist gesperrt, sagte der Leiter und ging.", language="nl-BE").language == "nl-BE"
    )
    assert from_text("Closed.").language == "en"
