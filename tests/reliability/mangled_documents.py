"""Mangled documents of every format: each is opened or refused in a line, and never ends the program.

`python -m tests.reliability.mangled_documents SUFFIX FIRST LAST FOLDER` tries the seeds [FIRST, LAST) of one
suffix in this process, so that a crash of a parser is the end of this process and no other.
"""

from __future__ import annotations

import io
import json
import random
import subprocess
import sys
import zipfile
from collections import Counter
from pathlib import Path

from reader.articles.corpus import open_corpus
from reader.articles.errors import ArticleError
from reader.base.faults import FaultError
from tests.reliability.damage import changed
from tests.reliability.sample_documents import SAMPLES, zipped

__all__ = ["mangled", "try_documents"]

PATIENCE = 600.0
"""Seconds for a process with its share of documents."""

BOMBS = (
    b"[" * 30_000,
    b"{" * 30_000,
    b"<div>" * 20_000,
    b"<!--" * 5_000,
    b"0x" + b"f" * 4_000,
    b"9" * 5_000,
    b"1e999999999",
    b"&lol;" * 2_000,
    b"\xff\xfe\x00\x00",
    b"\x00" * 300,
    b"\xed\xa0\x80",
    b"*" * 20_000,
    b"> " * 20_000,
    "\u202e\u0301".encode() * 2_000,
)
"""Pieces that parsers are known to stumble over: depth, length, numbers without end, half a character."""


def mangled(raw: bytes, seed: int) -> bytes:
    """A document with pieces cut out, doubled, moved, replaced, put in; of an archive, often in a member."""
    chance = random.Random(seed)
    if zipfile.is_zipfile(io.BytesIO(raw)) and chance.random() < 0.7:
        return _with_mangled_member(raw, chance)
    return _mangled(raw, chance)


def _with_mangled_member(raw: bytes, chance: random.Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    chosen = chance.choice([name for name, data in files.items() if data])
    return zipped(files | {chosen: _mangled(files[chosen], chance)})


def _mangled(raw: bytes, chance: random.Random) -> bytes:
    return changed(raw, chance, (1, 2, 4, 20, 200), lambda: chance.choice(BOMBS))


def try_documents(suffix: str, first: int, last: int, folder: Path) -> Counter[str]:
    """What came of the mangled documents of some seeds, in a process of their own: how many of each.

    Raises AssertionError where that process crashed, or a document caused an error that nobody expects.
    """
    command = [sys.executable, "-m", "tests.reliability.mangled_documents", suffix, str(first), str(last)]
    done = subprocess.run(
        [*command, str(folder)], capture_output=True, check=False, timeout=PATIENCE, text=True
    )
    assert done.returncode == 0, (
        f"{suffix}: exit status {done.returncode}\n{done.stdout}{done.stderr[-3000:]}"
    )
    return Counter(json.loads(done.stdout))


def _try(path: Path) -> str:
    """Opens a document, of an archive all that is in it: "opened" or "refused". Other errors are raised."""
    try:
        corpus = open_corpus([path])
    except ArticleError as error:
        if isinstance(error.__cause__, FaultError):
            raise error.__cause__ from error
        return "refused" if "\n" not in str(error) else "refused in several lines"
    assert all(article.text.strip() for article in corpus.articles)
    assert all(each.end > each.start for article in corpus.articles for each in article.sentences)
    return "opened" if corpus.articles else "refused"


def _main(suffix: str, first: str, last: str, folder: str) -> None:
    raw, results = SAMPLES[suffix](), Counter[str]()
    for seed in range(int(first), int(last)):
        path = Path(folder) / f"{seed}{suffix}"
        path.write_bytes(mangled(raw, seed))
        try:
            results[_try(path)] += 1
        except BaseException:
            sys.stderr.write(f"seed {seed}\n")
            raise
        path.unlink()
    sys.stdout.write(json.dumps(results))


if __name__ == "__main__":
    _main(*sys.argv[1:])
