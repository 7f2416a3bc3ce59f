"""The time and the memory that matching takes: on the sample corpus, and on two long texts of invented words.

    python -m tests.benchmarks.matching [SENTENCES ...]      by default 5000 and 30000

The words follow Zipf's law over a vocabulary of 30,000 with English function words at its head. A third of
b is sentences of a, a ninth each: word by word, lightly edited, or as a quotation inside another sentence.
The time is of compare() alone, in one process; the memory is the process's peak, texts included.
"""

from __future__ import annotations

import random
import resource
import sys
import threading
import time
from itertools import accumulate, combinations
from pathlib import Path
from statistics import median

from reader.articles.loading import load
from reader.articles.model import Article, Paragraph, Sentence
from reader.differences.compare import compare
from reader.language.english import FUNCTION_WORDS

SAMPLE = Path(__file__).parent.parent.parent / "sample_corpus"
VOCABULARY = 30_000


def words(rng: random.Random) -> list[str]:
    """Invented words, the commonest first."""
    syllables = [c + v for c in "bdfgklmnprstvz" for v in ("a", "e", "i", "o", "u", "ar", "en", "il", "ost")]
    invented = {"".join(rng.choices(syllables, k=rng.choice((2, 3, 3, 4)))) for _ in range(2 * VOCABULARY)}
    return [*sorted(FUNCTION_WORDS)[:100], *sorted(invented)[: VOCABULARY - 100]]


def text(rng: random.Random, count: int) -> list[list[str]]:
    """Sentences of 12 to 32 words."""
    vocabulary = words(random.Random(0))
    weights = list(accumulate(1 / (rank + 3) for rank in range(len(vocabulary))))
    return [rng.choices(vocabulary, cum_weights=weights, k=rng.randint(12, 32)) for _ in range(count)]


def edited(rng: random.Random, sentence: list[str], other: list[str]) -> list[str]:
    return [rng.choice(other) if rng.random() < 0.2 else word for word in sentence]


def article(name: str, sentences: list[list[str]]) -> Article:
    """An article of one paragraph per five sentences."""
    parts: list[str] = []
    spans: list[Sentence] = []
    paragraphs: list[Paragraph] = []
    at = start = 0
    for number, sentence in enumerate(sentences):
        line = " ".join(sentence).capitalize() + "."
        spans.append(Sentence(at, at + len(line), len(paragraphs)))
        last = number % 5 == 4 or number == len(sentences) - 1
        parts.append(line + ("\n" if last else " "))
        at += len(line) + 1
        if last:
            paragraphs.append(Paragraph(start, at - 1))
            start = at
    return Article(name, "", name, "".join(parts), tuple(paragraphs), tuple(spans))


def pair(count: int) -> tuple[Article, Article]:
    """Two texts of `count` sentences that share a third."""
    rng = random.Random(count)
    a, b = text(rng, count), text(rng, count)
    for number in range(0, count, 3):
        origin = a[rng.randrange(count)]
        how = rng.randrange(3)
        b[number] = [
            origin,
            edited(rng, origin, b[number]),
            [*b[number][:8], "“" + origin[0], *origin[1:-1], origin[-1] + "”"],
        ][how]
    return article("a", a), article("b", b)


def news() -> None:
    """The median time of all pairs of articles of a story of the sample corpus, with the imports done."""
    times = []
    for story in sorted(folder for folder in SAMPLE.iterdir() if folder.is_dir()):
        articles = [load(path) for path in sorted(story.iterdir()) if path.suffix in (".md", ".txt")]
        for a, b in combinations(articles, 2):
            start = time.perf_counter()
            compare(a, b)
            times.append(time.perf_counter() - start)
    print(f"news: {len(times)} pairs, median {median(times) * 1e3:.1f} ms, longest {max(times) * 1e3:.1f} ms")


def beside(count: int) -> None:
    """The time of a key that needs 6 ms of work while two texts are matched in another thread."""
    a, b = pair(count)
    worker = threading.Thread(target=compare, args=(a, b))
    worker.start()
    waits = []
    while worker.is_alive():
        start, work = time.perf_counter(), time.thread_time()
        while time.thread_time() - work < 0.006:
            pass
        waits.append((time.perf_counter() - start) * 1e3)
        time.sleep(0.03)
    waits.sort()
    p99 = waits[int(len(waits) * 0.99)]
    print(f"6 ms of work beside {count} x {count}: p50 {median(waits):.1f} ms, p99 {p99:.1f} ms")


def long(count: int) -> None:
    """Time and memory of two long texts."""
    a, b = pair(count)
    start = time.perf_counter()
    alignment = compare(a, b)
    seconds = time.perf_counter() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{count} x {count}: {seconds:.2f} s, {memory:.0f} MB at most, {len(alignment.matches)} matches")


def main(counts: list[int]) -> None:
    news()
    beside(counts[0])
    for count in counts:
        long(count)


if __name__ == "__main__":
    main([int(count) for count in sys.argv[1:]] or [5_000, 30_000])
