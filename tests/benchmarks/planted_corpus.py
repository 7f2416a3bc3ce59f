"""Corpora of invented news with known pairs of sentences that say the same.

    python -m tests.benchmarks.planted_corpus ARTICLES FOLDER

The sentences have the frames of sample_corpus/, with its function words and punctuation, filled with
invented words by Zipf's law. Each article belongs to a story, and some stories have many articles. A story
has its own words and names, which recur in all its articles: rare words therefore meet by chance far more
often than if they were drawn independently. One sentence in five comes from a template that recurs in the
whole corpus, unchanged or with another name and number.

Sentences of other articles are planted in this corpus, one in a hundred of each kind:

verbatim  unchanged
light     a word or two replaced or left out
heavy     45 % of the content words replaced, a third of the function words left out, the halves of the
          sentence exchanged
quote     three fifths or more of the sentence, in quotation marks inside a sentence about something else
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path

from reader.articles.corpus import open_corpus
from reader.articles.model import Role
from reader.language.stems import is_content, stem
from tests.conftest import SAMPLE

__all__ = ["Planted", "planted", "write"]

SENTENCES = 20
"""The number of sentences of an article."""

PER_KIND = 0.01
"""Planted sentences of each kind, as a share of all."""

FILE = 10_000
"""The number of articles in one file."""

VOCABULARY, NAMES, STORY_WORDS, STORY_NAMES = 60_000, 40_000, 50, 8

FIXED = (
    "The ministry did not immediately respond to a request for comment.",
    "Reporting by our correspondents; editing by the night desk.",
    "This is a developing story and will be updated as more becomes known.",
    "The views expressed in this article are those of the author alone.",
)
SLOTTED = (
    "Shares of {N} closed up {d}.{d} percent on Tuesday, while {N} lost {d} percent in late trading.",
    "{N} {N}, {d}{d}, was arrested on suspicion of {w} in the north of {N}, police said.",
    "A spokesman for {N} declined to comment on the {w} when reached by telephone on Friday.",
    "{N} beat {N} by {d} goals to {d} before a crowd of {d},{d}00 at the stadium in {N}.",
    "The weather in {N} will be dry with highs of {d}{d} degrees and a light wind from the west.",
)

TELLING = (
    "{N} {N} told the {w} {w} after the {w} in {N} over {w} {w}",
    "said {N}, the {w} of the {w} {w}, who is to {w} in {N}",
    "{N} {N} of {N} said on Friday, and {w} the {w} of the {w} {w}",
    "according to a {w} that the {w} of {N} {w} before {w}",
)

_SLOT = re.compile(r"\{(.)\}")
_INNER_STOP = re.compile(r"[.?!:]+\s")
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Planted:
    """A known pair: the urls of two articles and the sentence of each. `kind` says how that of b was made."""

    kind: str
    a: str
    text_a: str
    b: str
    text_b: str


class Language:
    """Invented words and names, drawn by Zipf's law."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self._words = self._drawn(_invented(0, VOCABULARY))
        self._names = self._drawn([word.capitalize() for word in _invented(1, NAMES)])
        self.story: tuple[list[str], list[str]] = ([], [])

    def new_story(self) -> tuple[list[str], list[str]]:
        """The words and names of a new story."""
        return [next(self._words) for _ in range(STORY_WORDS)], [
            next(self._names) for _ in range(STORY_NAMES)
        ]

    def fill(self, kind: str) -> str:
        """A word, name or digit, in about a third of cases one of the story."""
        if kind == "d":
            return str(self.rng.randint(1, 9))
        mine, all_of_them = (self.story[0], self._words) if kind == "w" else (self.story[1], self._names)
        return self.rng.choice(mine) if mine and self.rng.random() < 0.35 else next(all_of_them)

    def sentence(self, frame: list[str]) -> str:
        """A frame with its slots filled: pieces of text and kinds of slot in turn."""
        parts = [self.fill(part) if n % 2 else part for n, part in enumerate(frame)]
        text = "".join(parts)
        return text[0].upper() + text[1:]

    def _drawn(self, ranked: list[str]) -> Iterator[str]:
        weights = list(accumulate(1 / (rank + 20) for rank in range(len(ranked))))
        while True:
            yield from self.rng.choices(ranked, cum_weights=weights, k=10_000)


def _invented(seed: int, count: int) -> list[str]:
    rng = random.Random(seed)
    starts = [
        c + v
        for c in [
            "b",
            "br",
            "d",
            "dr",
            "f",
            "g",
            "gl",
            "h",
            "k",
            "kl",
            "l",
            "m",
            "n",
            "p",
            "pr",
            "r",
            "s",
            "st",
            "t",
            "tr",
            "v",
            "w",
            "z",
        ]
        for v in "aeiou"
    ]
    ends = ["n", "l", "r", "st", "nd", "m", "rt", "ck", "sh", "th", "lm", "p"]
    words: dict[str, None] = {}
    while len(words) < count:
        word = "".join(rng.choices(starts, k=rng.choice((1, 2, 2, 3)))) + rng.choice(ends)
        if len(word) > 3:
            words[word] = None
    return list(words)


@cache
def frames() -> list[list[str]]:
    """The sentences of the sample corpus with slots for content words: text, kind, text, kind, …"""
    every = []
    for article in open_corpus([SAMPLE]).articles:
        for sentence in article.sentences:
            text = article.text[sentence.start : sentence.end]
            if article.role(sentence) is Role.BODY and not re.search('[“”"{}]', text):
                every.append(_SLOT.split(_WORD.sub(_slot, _INNER_STOP.sub(" ", text))))
    return [frame for frame in every if frame[1::2].count("w") + frame[1::2].count("N") >= 7]


def _slot(match: re.Match[str]) -> str:
    word = match[0]
    if word[0].isdigit():
        return "{d}"
    if not is_content(stem(word)):
        return word
    return "{N}" if word[0].isupper() and match.start() else "{w}"


def _light(text: str, language: Language) -> str:
    words = text.split(" ")
    for place in language.rng.sample(range(1, len(words) - 1), language.rng.choice((1, 2))):
        words[place] = language.fill("w") if language.rng.random() < 0.7 else ""
    return " ".join(word for word in words if word)


def _heavy(text: str, language: Language) -> str:
    words = text.rstrip(".").split(" ")
    kept = []
    for word in words:
        if is_content(stem(word.strip(",;:"))):
            kept.append(language.fill("w") if language.rng.random() < 0.45 else word)
        elif language.rng.random() > 1 / 3:
            kept.append(word)
    middle = len(kept) // 2
    text = " ".join([*kept[middle:], *kept[:middle]]).replace(".", "")
    return text[0].upper() + text[1:] + "."


def _quote(text: str, language: Language) -> str:
    words = text.rstrip(".").split(" ")
    count = language.rng.randint(-(-3 * len(words) // 5), len(words))
    start = language.rng.randint(0, len(words) - count)
    quotation = " ".join(words[start : start + count]).strip(" ,;:").replace(".", "")
    quotation = quotation[0].upper() + quotation[1:]
    return language.sentence(_SLOT.split(f"“{quotation},” {language.rng.choice(TELLING)}."))


KINDS: dict[str, Callable[[str, Language], str]] = {
    "verbatim": lambda text, _: text,
    "light": _light,
    "heavy": _heavy,
    "quote": _quote,
}


def planted(count: int, seed: int = 0) -> tuple[list[dict[str, str]], list[Planted]]:
    """A corpus of `count` articles, as objects for JSON Lines, and the pairs planted in it."""
    rng = random.Random(seed)
    language = Language(rng)
    stories = [language.new_story() for _ in range(max(1, count // 8))]
    weights = list(accumulate(1 / (rank + 10) for rank in range(len(stories))))
    texts: list[list[str]] = []
    for _ in range(count):
        language.story = rng.choices(stories, cum_weights=weights)[0]
        texts.append([_any_sentence(language) for _ in range(SENTENCES)])
    pairs = _plant(texts, language)
    return [_article(number, text, rng) for number, text in enumerate(texts)], pairs


def _any_sentence(language: Language) -> str:
    chance = language.rng.random()
    if chance < 0.05:
        return language.rng.choice(FIXED)
    if chance < 0.2:
        return language.sentence(_SLOT.split(language.rng.choice(SLOTTED)))
    return language.sentence(language.rng.choice(frames()))


def _plant(texts: list[list[str]], language: Language) -> list[Planted]:
    """Replaces sentences of some articles with changed sentences of others."""
    rng, pairs = language.rng, []
    each = max(1, int(PER_KIND * len(texts) * SENTENCES))
    places = rng.sample(range(len(texts) * SENTENCES), min(20 * each, len(texts) * SENTENCES))
    free = iter([divmod(place, SENTENCES) for place in places])
    for kind, change in KINDS.items():
        for _ in range(each):
            (a, i), (b, j) = next(free), next(free)
            while not _is_own(texts[a][i]):
                a, i = next(free)
            while a == b:
                b, j = next(free)
            texts[b][j] = change(texts[a][i], language)
            pairs.append(Planted(kind, _url(a), texts[a][i], _url(b), texts[b][j]))
    return pairs


def _is_own(text: str) -> bool:
    """Whether a sentence is not from a template, not planted, and long enough to be recognized."""
    recurring = any(text.startswith(fixed[:12]) for fixed in FIXED) or re.search(
        "^Shares of|was arrested on suspicion|declined to comment on|beat .* goals|^The weather in|“", text
    )
    return not recurring and len(text.split()) >= 10


def _article(number: int, sentences: list[str], rng: random.Random) -> dict[str, str]:
    return {
        "title": f"Story number {number}",
        "source": f"Outlet {rng.randrange(60)}",
        "date": f"2024-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}",
        "url": _url(number),
        "language": "en",
        "text": _in_paragraphs(sentences),
    }


def _in_paragraphs(sentences: list[str]) -> str:
    """Paragraphs of two sentences; each fixed sentence is a paragraph of its own."""
    paragraphs: list[list[str]] = [[]]
    for sentence in sentences:
        if (
            sentence in FIXED
            or paragraphs[-1][:1] in [[fixed] for fixed in FIXED]
            or len(paragraphs[-1]) == 2
        ):
            paragraphs.append([])
        paragraphs[-1].append(sentence)
    return "\n\n".join(" ".join(paragraph) for paragraph in paragraphs if paragraph)


def _url(number: int) -> str:
    return f"https://example.org/{number}"


def write(folder: Path, count: int, seed: int = 0) -> list[Planted]:
    """Writes a corpus as JSON Lines to a folder, and its pairs beside it as FOLDER.planted.json."""
    articles, pairs = planted(count, seed)
    folder.mkdir(parents=True, exist_ok=True)
    for start in range(0, count, FILE):
        lines = (json.dumps(article, ensure_ascii=False) for article in articles[start : start + FILE])
        (folder / f"{start:07}.jsonl").write_text("\n".join(lines) + "\n")
    folder.with_suffix(".planted.json").write_text(json.dumps([asdict(pair) for pair in pairs]))
    return pairs


if __name__ == "__main__":
    write(Path(sys.argv[2]), int(sys.argv[1]))
