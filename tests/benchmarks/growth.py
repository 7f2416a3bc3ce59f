"""How the time for reading, matching and a story grows on adversarial text: as n to which power.

`python -m tests.benchmarks.growth [GENERATOR …]` prints the processor seconds for texts of n, 2n, 4n … code
points, and the power between the last two.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from math import log2

from reader.articles.loading import from_text
from reader.articles.model import Article
from reader.cli.match_report import as_text
from reader.differences.compare import compare
from reader.differences.set_apart import compare_set_apart
from reader.story.build import build_story
from reader.story.pairs import align_pairs
from reader.story.report.formats import story_report

__all__ = ["GENERATORS", "main"]

START, END = 3_000, 5_000_000
"""Code points of the shortest and the longest text."""

FACTOR = 2
"""Each text is as many times as long as the one before."""

PATIENCE = 1.5
"""Processor seconds after which no longer text is tried."""


def _repeated(unit: str) -> Callable[[int], str]:
    return lambda size: (unit * (size // len(unit) + 1))[:size]


def _numbered(unit: str) -> Callable[[int], str]:
    """A template that is filled with a running number."""

    def made(size: int) -> str:
        count = size // (len(unit) + 3)
        return "".join(unit.replace("#", str(number)) for number in range(count))

    return made


def _within(unit: str) -> Callable[[int], str]:
    """A run of a unit inside of one ordinary sentence."""
    return lambda size: "The pier fell at" + unit * (size // len(unit)) + "noon, officials said.\n"


def _names(size: int) -> str:
    first, last = ("Ada", "Olga", "Petra", "Ivo", "Ruben"), ("Varn", "Morel", "Novak", "Lind", "Sato")
    pairs = (f"{first[n % 5]} {last[n // 5 % 5]}{'abcdefgh'[n // 25 % 8]}" for n in range(size // 11))
    return ", ".join(pairs) + " met.\n"


GENERATORS: dict[str, Callable[[int], str]] = {
    "said": _repeated('"Yes," he said. '),
    "said-lines": _repeated('"Yes," he said.\n\n'),
    "blanks": _within(" "),
    "no-break": _within("\u00a0"),
    "tabs": _within("\t"),
    "one-word": _repeated("abcdefgh"),
    "dotted": _repeated("a.b.c."),
    "address": _repeated("https://a.example/b?c=d&e="),
    "commas": _repeated("1,234,567,"),
    "digits": _repeated("1 2 3 "),
    "initials": _repeated("A. B. "),
    "names": _names,
    "names-lines": lambda size: _names(size).replace(", ", ".\n"),
    "same-sentence": _repeated("The pier fell at noon on Monday and 12 people were hurt. "),
    "template": _numbered("The pier of town # fell at noon on Monday and # people were hurt. "),
    "template-lines": _numbered("The pier of town # fell at noon, and # people were hurt.\n\n"),
    "one-sentence": _repeated("the pier fell at noon on Monday and 12 people were hurt "),
    "quotes-open": _repeated('He said: "the pier fell. '),
    "quotes-single": _repeated("'we' 'had' 'no' "),
    "quotes-nested": _repeated("“‘“‘a ’”’” "),
    "brackets": _repeated("([{"),
    "dates": _repeated("3 May 2026, Monday, May 4, "),
    "hedges": _repeated("at least about more than 12 "),
    "and-list": _repeated("Ada and Olga and "),
    "not": _repeated("not never no "),
    "may": _repeated("it may have been possible that "),
    "dashes": _repeated("— a — b – c - "),
    "newlines": _repeated("a\n"),
    "markdown": _repeated("# a\n\n- **b** [c](d)\n"),
    "speakers": _repeated("SEN. HOLLIS: Yes.\nMS. VARN: No.\n"),
    "marks": _repeated("a\u0301\u0302"),
    "chinese": _repeated("桥塌了十二人受伤"),
    "thai": _repeated("สะพานพังลงมา"),
}
"""Texts of about a number of code points, each from one unit that some pattern may stumble over."""


def main(names: Sequence[str] = ()) -> None:
    """Prints a line for each text and each step; a step that takes two minutes is ended."""
    for name in names or GENERATORS:
        for step in STEPS:
            command = [sys.executable, "-m", "tests.benchmarks.growth", "--one", step, name]
            try:
                said = subprocess.run(
                    command, capture_output=True, check=False, timeout=120, text=True
                ).stdout
            except subprocess.TimeoutExpired as ended:
                said = (ended.stdout or b"").decode()
            print(f"{name:15} {step:6}", _summary([float(figure) for figure in said.split()]), flush=True)


def _summary(seconds: Sequence[float]) -> str:
    """The longest text with its time, the power between the two longest, and all times."""
    if len(seconds) < 2 or not min(seconds):
        return f"more than {PATIENCE} s"
    power = log2(seconds[-1] / seconds[-2]) / log2(FACTOR)
    size = START * FACTOR ** (len(seconds) - 1)
    return f"{size:9,} {seconds[-1]:7.2f} s  n^{power:.2f}   {' '.join(f'{each:.2f}' for each in seconds)}"


def _measure(step: str, name: str) -> None:
    """Prints the processor seconds for longer and longer texts, until one takes long."""
    size, seconds = START, 0.0
    while size <= END and seconds < PATIENCE:
        text = GENERATORS[name](size)
        began = time.process_time()
        STEPS[step](text)
        seconds = time.process_time() - began
        print(seconds, flush=True)
        size *= FACTOR


def _articles(text: str, count: int) -> list[Article]:
    texts = (f"A title\n\n{text}" + "\nThe end." * number for number in range(count))
    articles = [from_text(each, path=f"{number}.txt") for number, each in enumerate(texts)]
    for article in articles:
        list(article.sentences)
    return articles


def _match(text: str) -> None:
    a, b = _articles(text, 2)
    as_text(a, b, compare(a, b), compare_set_apart(a, b, 50), 50)


def _story(text: str) -> None:
    story_report(build_story(align_pairs(_articles(text, 3)), 50), 50, "text")


STEPS: dict[str, Callable[[str], object]] = {
    "read": lambda text: _articles(text, 1),
    "match": _match,
    "story": _story,
}

if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        _measure(sys.argv[2], sys.argv[3])
    else:
        main(sys.argv[1:])
