"""A reader at work: random changes to a store, and beside it a plain model that says what comes of them."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import count
from uuid import UUID

from annotations.model import Annotation, ArticleReference, Target, edited, new_annotation
from annotations.store import AnnotationStore

__all__ = ["Notes", "Workload", "annotation", "expected", "notes"]

TEXT = "The bridge was closed on Monday. It opened again after two days, the harbour master said."
Notes = dict[str, str]
"""What a store holds: the note of each annotation by its id."""


def annotation(number: int, note: str, article: str = "file:article") -> Annotation:
    """An annotation whose id is known beforehand."""
    target = Target.of(ArticleReference(article, "0" * 64, "The bridge"), TEXT, 4, 10)
    return replace(new_annotation([target], note=note), id=str(UUID(int=number)))


def notes(store: AnnotationStore) -> Notes:
    """What a store holds."""
    return {each.id: each.note for each in store.all()}


class Workload:
    """Adds, edits, deletes, undoes and does again, the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self.state: Notes = {}
        self._chance = random.Random(seed)
        self._numbers = count(seed * 10**6 + 1)
        self._past: list[Notes] = []
        self._future: list[Notes] = []

    def step(self, store: AnnotationStore | None) -> None:
        """Makes the next change to the model, then to the store."""
        action = self._chance.choices(
            [self._add, self._edit, self._delete, self._undo, self._redo], [5, 3, 1, 1, 1]
        )
        action[0](store)

    def _changed(self, state: Notes) -> None:
        self._past.append(self.state)
        self._future.clear()
        self.state = state

    def _add(self, store: AnnotationStore | None) -> None:
        new = [annotation(next(self._numbers), self._note()) for _ in range(self._chance.randint(1, 3))]
        self._changed(self.state | {each.id: each.note for each in new})
        if store:
            store.add(*new)

    def _edit(self, store: AnnotationStore | None) -> None:
        if not self.state:
            return self._add(store)
        identity, note = self._chance.choice(sorted(self.state)), self._note()
        self._changed(self.state | {identity: note})
        if store:
            known = store.get(identity)
            assert known is not None
            store.replace(edited(known, note=note))
        return None

    def _delete(self, store: AnnotationStore | None) -> None:
        if not self.state:
            return self._add(store)
        identity = self._chance.choice(sorted(self.state))
        self._changed({key: note for key, note in self.state.items() if key != identity})
        if store:
            store.delete(identity)
        return None

    def _undo(self, store: AnnotationStore | None) -> None:
        if not self._past:
            return self._add(store)
        self._future.append(self.state)
        self.state = self._past.pop()
        if store:
            assert store.undo()
        return None

    def _redo(self, store: AnnotationStore | None) -> None:
        if not self._future:
            return self._add(store)
        self._past.append(self.state)
        self.state = self._future.pop()
        if store:
            assert store.redo()
        return None

    def _note(self) -> str:
        return f"note {self._chance.randrange(10**6)} " + "é" * self._chance.randrange(40)


def expected(seed: int, steps: int) -> Notes:
    """What a store must hold after so many steps."""
    work = Workload(seed)
    for _ in range(steps):
        work.step(None)
    return work.state
