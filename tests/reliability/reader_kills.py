"""The real reader killed while somebody annotates: what the screen has acknowledged must be in the file."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from tinydb import TinyDB

from annotations.store import AnnotationStore
from tests.reliability.screens import PATIENCE, Terminal

__all__ = ["Annotator", "articles_in", "kill_a_reader"]

SENTENCES = (
    "The pier fell at noon.",
    "Nobody was hurt.",
    "The harbour was closed for two days.",
    "A crane came from the north.",
    "Divers looked at the piles.",
    "Rain is expected on Friday.",
)
OTHER = "The pier fell on Monday at noon. The harbour was closed for two days, and nobody was hurt.\n"

Kept = dict[str, tuple[tuple[str, ...], str]]
"""What is annotated: tags and note by sentence."""


class Move(NamedTuple):
    """Something that changes annotations: how, what the screen then says, and what is then kept."""

    do: Callable[[Terminal, float], bool]
    said: str
    after: Kept


class Annotator:
    """Presses h, t, a, d, u and ctrl+r at random, one after another, each when the last was acknowledged.

    `kept` is what was acknowledged, `asked` what is kept if the keys that were pressed last took effect.
    """

    def __init__(self, seed: int) -> None:
        self.kept: Kept = {}
        self.asked: Kept = {}
        self._chance = random.Random(seed)
        self._past: list[Kept] = []
        self._future: list[Kept] = []
        self._number = 0

    def act(self, terminal: Terminal, deadline: float) -> bool:
        """Changes something; whether the screen said so before the moment `deadline`.

        What is said stays on the screen for a while. Nothing is done that would be answered by the same
        words as still stand there: so an answer is always that to what was done last.
        """
        self._number += 1
        while not (moves := [move for move in self._moves() if not terminal.shows(move.said)]):
            if time.monotonic() >= deadline:
                return False
            terminal.look(deadline)
        move = self._chance.choice(moves)
        self.asked = move.after
        if not (move.do(terminal, deadline) and terminal.shows_until(move.said, deadline)):
            return False
        self.settle()
        return True

    def settle(self) -> None:
        """What was asked for is now what is kept."""
        if self._past and self.asked is self._past[-1]:
            self._future.append(self.kept)
            self._past.pop()
        elif self._future and self.asked is self._future[-1]:
            self._past.append(self.kept)
            self._future.pop()
        elif self.asked is not self.kept:
            self._past.append(self.kept)
            self._future.clear()
        self.kept = self.asked

    def _moves(self) -> Iterator[Move]:
        place = self._chance.randrange(len(SENTENCES))
        sentence, there = SENTENCES[place], "g" + "j" * place
        tags, note = self.kept.get(sentence, ((), ""))
        more, words = f"tag{self._number}", f"note{self._number} "
        others = {other: what for other, what in self.kept.items() if other != sentence}
        if sentence not in self.kept:
            yield Move(_pressing(f"{there}h"), "Highlighted.", {**others, sentence: ((), "")})
        else:
            yield Move(_pressing(f"{there}d"), "Deleted.", others)
        tagged = {**others, sentence: ((*tags, more), note)}
        yield Move(_writing(f"{there}t", "separate tags", more, "\r"), "Saved.", tagged)
        noted = {**others, sentence: (tags, note + words)}
        yield Move(_writing(f"{there}a", "saves and closes", words, F2), "Saved.", noted)
        if self._past:
            yield Move(_pressing("u"), "Undone:", self._past[-1])
        if self._future:
            yield Move(_pressing("\x12"), "Redone:", self._future[-1])


F2 = "\x1bOQ"


def kill_a_reader(folder: Path, annotator: Annotator, seed: int) -> int:
    """Kills a reader at a random moment; how many changes its screen had acknowledged: all must be there.

    One of four is killed while it starts. The next one goes on with what the last one left.
    """
    articles, chance = articles_in(folder), random.Random(seed)
    acknowledged, began = 0, time.monotonic()
    with Terminal(folder / "data", *articles) as terminal:
        if seed % 4 == 3:
            terminal.shows_until("highlight", began + chance.uniform(0.1, 1.0))
        else:
            terminal.wait_for("highlight")
            for _ in range(chance.randint(1, 4)):
                acted = annotator.act(terminal, time.monotonic() + PATIENCE)
                assert acted, f"nothing was acknowledged\n{terminal.text}"
                acknowledged += 1
            # the last one is in the act: a key takes effect within some 50 ms, a dialog within a second
            acknowledged += annotator.act(
                terminal, time.monotonic() + chance.choice((0.06, 0.6)) * chance.random()
            )
    _check(folder / "data" / "annotations.json", annotator)
    return acknowledged


def _check(path: Path, annotator: Annotator) -> None:
    if path.exists():
        json.loads(path.read_bytes())
    store = AnnotationStore.open(path, in_background=False)
    found = {each.targets[0].quote.exact: (each.tags, each.note) for each in store.all()}
    assert len(found) == len(store.all())
    assert found in (annotator.kept, annotator.asked), (found, annotator.kept, annotator.asked)
    assert not store.notices
    store.close()
    with TinyDB(path, access_mode="r") as database:
        assert len(database.all()) == len(found)
    if found == annotator.asked:
        annotator.settle()
    annotator.asked = annotator.kept


def articles_in(folder: Path) -> list[Path]:
    """Two articles to compare."""
    folder.mkdir(parents=True, exist_ok=True)
    texts = {"a.txt": " ".join(SENTENCES) + "\n", "b.txt": OTHER}
    for name, text in texts.items():
        (folder / name).write_text(text)
    return [folder / name for name in texts]


def _pressing(keys: str) -> Callable[[Terminal, float], bool]:
    def do(terminal: Terminal, deadline: float) -> bool:
        terminal.press(keys)
        return True

    return do


def _writing(keys: str, asks: str, words: str, end: str) -> Callable[[Terminal, float], bool]:
    """Opens a dialog, writes in it when it has the focus, and ends it."""

    def do(terminal: Terminal, deadline: float) -> bool:
        terminal.press(keys)
        if not (terminal.shows_until(asks, deadline) and terminal.settles_until(deadline)):
            return False
        terminal.press(words)
        if not terminal.shows_until(words.strip(), deadline):
            return False
        terminal.press(end)
        return True

    return do
