"""How long articles take to be opened and listed, and what they weigh in memory."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from reader.articles.corpus import list_corpus
from reader.articles.extraction.client import ExtractionClient
from reader.articles.formats.registry import HTML
from reader.articles.loading import load

__all__ = ["main", "measured"]

SENTENCE = (
    "The harbour bridge was closed on Monday after inspectors found cracks in pier {}, officials said. "
)
TEXT_MB = 10
FILES = 10_000

_WEIGH = """
import resource, sys
from pathlib import Path
from reader.articles.loading import load

def resident():
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()

before = resident()
article = load(Path(sys.argv[1]))
print(resident() - before)
"""
"""Run by a process of its own. Linux only: the highest mark of getrusage is inherited."""


def main() -> None:
    """Prints the figures, one a line."""
    for name, figure, unit in measured():
        print(f"{name:44} {figure:9.3f} {unit}")


def measured() -> Iterator[tuple[str, float, str]]:
    """Name, figure and unit of each measure."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        page, text = folder / "page.html", folder / "text.txt"
        page.write_text(_page(1_000_000), encoding="utf-8")
        text.write_text(_text(TEXT_MB * 1_000_000), encoding="utf-8")
        yield "open a 1 MB page, the first of a session", _seconds(lambda: load(page)), "s"
        yield "open a 1 MB page, any later one", _seconds(lambda: load(page)), "s"
        yield f"open {TEXT_MB} MB of plain text", _seconds(lambda: load(text)), "s"
        yield "memory for 1 MB of plain text", _megabytes(text) / TEXT_MB, "MB"
        yield "start the process that parses", _seconds(_start), "s"
        shelf = folder / "shelf"
        _fill(shelf)
        yield f"list {FILES:,} files", _seconds(lambda: list_corpus([shelf])), "s"


def _start() -> None:
    client = ExtractionClient()
    client.extract(HTML, b"<p>Ready.")
    client.close()


def _text(size: int) -> str:
    """Paragraphs of five sentences, `size` characters in all."""
    paragraphs = ("".join(SENTENCE.format(n * 5 + k) for k in range(5)) for n in range(size // 480))
    return "\n\n".join(paragraphs)[:size]


def _page(size: int) -> str:
    """A page of a long article with as much markup and script around it as pages have."""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in _text(size // 4).split("\n\n"))
    rest = "".join(f'<div class="c{n}"><a href="/a/{n}"><span>Link {n}</span></a></div>' for n in range(3000))
    head = "<title>Bridge closed</title><script>" + "var x = 1;" * (size // 20) + "</script>"
    return f"<html><head>{head}</head><body><nav>{rest}</nav><article>{body}</article></body></html>"


def _fill(folder: Path) -> None:
    for number in range(FILES):
        place = folder / f"{number % 20:02}"
        place.mkdir(parents=True, exist_ok=True)
        (place / f"article {number}.txt").touch()


def _seconds(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def _megabytes(path: Path) -> float:
    """What a process grows by when it opens the file."""
    done = subprocess.run(
        [sys.executable, "-c", _WEIGH, str(path)], capture_output=True, text=True, check=True
    )
    return int(done.stdout) / 1e6


if __name__ == "__main__":
    main()
