"""A reader at work: random changes to a store, and beside it a plain model that says what comes of them."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from itertools import count
from uuid import UUID

from annotations.model import Annotation, ArticleReference, Revision, Tag, Target, edited, new_annotation
from annotations.store import AnnotationStore

__all__ = ["Notes", "Workload", "annotation", "expected", "notes"]

TEXT = "The bridge was closed on Monday. It opened again after two days, the harbour master said."
Doing = Callable[[AnnotationStore], None]
Notes = dict[str, str]
"""What a store holds: the note of each annotation by its id, and the description of each tag by #name."""


def annotation(number: int, note: str, article: str = "file:article") -> Annotation:
    """An annotation whose id is known beforehand."""
    target = Target.of(ArticleReference(article, "0" * 64, "The bridge"), TEXT, 4, 10)
    return replace(new_annotation([target], note=note), id=str(UUID(int=number)))


def notes(store: AnnotationStore) -> Notes:
    """What a store holds."""
    described = {f"#{tag.name}": tag.description for tag in store.codebook()}
    return {each.id: each.note for each in store.all()} | described


class Workload:
    """Adds, edits, deletes, describes tags, undoes and does again, the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self.state: Notes = {}
        self._chance = random.Random(seed)
        self._numbers = count(seed * 10**6 + 1)
        self._past: list[Notes] = []
        self._future: list[Notes] = []

    def step(self, store: AnnotationStore | None) -> None:
        """Makes the next change to the model, then to the store."""
        actions = [self._add, self._edit, self._delete, self._describe, self._undo, self._redo]
        [action] = self._chance.choices(actions, [5, 3, 1, 1, 1, 1])
        self._last = action()
        if store:
            self._last(store)

    def again(self, store: AnnotationStore) -> None:
        """Makes the last change again, which the store has refused."""
        self._last(store)

    def _changed(self, state: Notes) -> None:
        self._past.append(self.state)
        self._future.clear()
        self.state = state

    def _add(self) -> Doing:
        new = [annotation(next(self._numbers), self._note()) for _ in range(self._chance.randint(1, 3))]
        self._changed(self.state | {each.id: each.note for each in new})
        return lambda store: store.add(*new)

    def _edit(self) -> Doing:
        if not (known := self._annotations()):
            return self._add()
        identity, note = self._chance.choice(known), self._note()
        self._changed(self.state | {identity: note})

        def edit(store: AnnotationStore) -> None:
            before = store.get(identity)
            assert before is not None
            store.replace(edited(before, note=note))

        return edit

    def _delete(self) -> Doing:
        if not (known := self._annotations()):
            return self._add()
        identity = self._chance.choice(known)
        self._changed({key: note for key, note in self.state.items() if key != identity})
        return lambda store: store.delete(identity)

    def _describe(self) -> Doing:
        tag = Tag(f"tag{self._chance.randrange(5)}", description=self._note().strip())
        self._changed(self.state | {f"#{tag.name}": tag.description})
        return lambda store: store.revise(Revision(f"described #{tag.name}", tags=(tag,)))

    def _undo(self) -> Doing:
        if not self._past:
            return self._add()
        self._future.append(self.state)
        self.state = self._past.pop()
        return lambda store: _require(store.undo())

    def _redo(self) -> Doing:
        if not self._future:
            return self._add()
        self._past.append(self.state)
        self.state = self._future.pop()
        return lambda store: _require(store.redo())

    def _annotations(self) -> list[str]:
        return sorted(key for key in self.state if not key.startswith("#"))

    def _note(self) -> str:
        return f"note {self._chance.randrange(10**6)} " + "é" * self._chance.randrange(40)


def _require(said: str | None) -> None:
    assert said, "there was nothing to undo, or to do again"


def expected(seed: int, steps: int) -> Notes:
    """What a store must hold after so many steps."""
    work = Workload(seed)
    for _ in range(steps):
        work.step(None)
    return work.state
