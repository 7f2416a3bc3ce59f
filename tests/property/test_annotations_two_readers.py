"""Two programs at one store, with crashes and a TinyDB script between them: what they hold stays the same."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from tinydb import TinyDB

from annotations.codebook_changes import describe
from annotations.model import edited
from annotations.store import AnnotationStore
from reader.base.sanitizing import sanitize_line
from tests.reliability.workload import Notes, annotation, notes

readers = st.integers(0, 1)
texts = st.text(st.sampled_from('aé"\\{}“\n'), max_size=8).map(str.strip)
lines = texts.map(sanitize_line)
choice = st.integers(0, 10**6)


class TwoReaders(RuleBasedStateMachine):
    """The notes and descriptions of tags that both must show, kept beside them in a dictionary."""

    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "annotations.json"
        self.stores = [self._open(), self._open()]
        self.expected: Notes = {}
        self.number = 0

    @rule(reader=readers, note=texts, how_many=st.integers(1, 3))
    def add(self, reader: int, note: str, how_many: int) -> None:
        new = [annotation(self.number + 1 + each, note) for each in range(how_many)]
        self.number += how_many
        self.stores[reader].add(*new)
        self.expected |= {each.id: note for each in new}

    @rule(reader=readers, name=st.sampled_from(["a", "b"]), description=lines.filter(bool))
    def describe(self, reader: int, name: str, description: str) -> None:
        store = self.stores[reader]
        store.refresh()
        store.revise(describe(store.codebook(), name, description=description))
        self.expected[f"#{name}"] = description

    @precondition(lambda self: self._ids())
    @rule(reader=readers, which=choice, note=texts)
    def edit(self, reader: int, which: int, note: str) -> None:
        identity = self._one(which)
        self.stores[reader].refresh()
        known = self.stores[reader].get(identity)
        assert known is not None
        self.stores[reader].replace(edited(known, note=note))
        self.expected[identity] = note

    @precondition(lambda self: self._ids())
    @rule(reader=readers, which=choice)
    def delete(self, reader: int, which: int) -> None:
        identity = self._one(which)
        self.stores[reader].refresh()
        self.stores[reader].delete(identity)
        del self.expected[identity]

    @rule(reader=readers)
    def undo_and_redo(self, reader: int) -> None:
        if self.stores[reader].undo():
            assert self.stores[reader].redo()

    @rule(reader=readers)
    def undo(self, reader: int) -> None:
        store = self.stores[reader]
        store.refresh()
        store.undo()
        self.expected = notes(store)

    @rule(reader=readers, politely=st.booleans())
    def restart(self, reader: int, politely: bool) -> None:
        if politely:
            self.stores[reader].close()
        self.stores[reader] = self._open()

    @rule(note=texts)
    def script(self, note: str) -> None:
        """Another program writes the file, which must first hold what the readers hold."""
        for store in self.stores:
            store.close()
        with TinyDB(self.path) as database:
            assert {each["id"]: each["note"] for each in database} == {
                identity: self.expected[identity] for identity in self._ids()
            }
            database.update({"note": note})
        self.expected |= dict.fromkeys(self._ids(), note)

    @invariant()
    def both_hold_what_they_should(self) -> None:
        for store in getattr(self, "stores", ()):
            store.refresh()
            assert notes(store) == self.expected
            assert store.unsaved == ""
            assert store.notices == ()

    def teardown(self) -> None:
        for store in getattr(self, "stores", ()):
            store.close()
        if hasattr(self, "folder"):
            self.folder.cleanup()

    def _open(self) -> AnnotationStore:
        return AnnotationStore.open(self.path, in_background=False)

    def _one(self, which: int) -> str:
        return self._ids()[which % len(self._ids())]

    def _ids(self) -> list[str]:
        return sorted(key for key in self.expected if not key.startswith("#"))


TestTwoReaders: Any = TwoReaders.TestCase
TestTwoReaders.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)
