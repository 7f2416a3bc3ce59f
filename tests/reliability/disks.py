"""File systems that fail: one whose calls raise, and one whose power is cut."""

from __future__ import annotations

import errno
import os
import random
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

from annotations.storage.files import LocalFiles, Signature

__all__ = ["FailingFiles", "PowerCut", "SimulatedDisk"]

CALLS = {name for name in vars(LocalFiles) if not name.startswith("_")}


class FailingFiles:
    """The real file system, of which call number `fails_at` fails: before it, after it, or half done."""

    def __init__(
        self,
        fails_at: int,
        code: int,
        *,
        when: str = "before",
        for_ever: bool = False,
        only: Collection[str] = CALLS,
    ) -> None:
        self.calls = 0
        self._only = only
        self._local = LocalFiles()
        self._fails_at, self._code, self._when, self._for_ever = fails_at, code, when, for_ever

    def fail_for_ever(self) -> None:
        """From now on everything fails."""
        self._fails_at, self._for_ever = self.calls + 1, True

    def fail_from(self, call: int, *, for_ever: bool) -> None:
        """From the `call`-th call on, counted from now, everything fails; or only that call."""
        self._fails_at, self._for_ever = self.calls + call, for_ever

    def heal(self) -> None:
        """From now on nothing fails."""
        self._fails_at, self._for_ever = -1, False

    def __getattr__(self, name: str) -> Any:
        call = getattr(self._local, name)
        return self._failing(name, call) if name in self._only else call

    def _failing(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def failing(*arguments: Any) -> Any:
            self.calls += 1
            if self.calls != self._fails_at and not (self._for_ever and 0 < self._fails_at < self.calls):
                return call(*arguments)
            if self._when == "after" and name != "lock":
                call(*arguments)
            if self._when == "half" and name in ("append", "create"):
                data = b"".join([arguments[1]] if name == "append" else arguments[1])
                half = data[: len(data) // 2]
                call(arguments[0], half if name == "append" else [half])
            raise OSError(self._code, os.strerror(self._code))

        return failing


class PowerCut(BaseException):
    """There is no power any more."""


@dataclass(slots=True)
class _Inode:
    number: int
    now: bytes = b""
    on_disk: bytes = b""
    dropped: tuple[int, int] = (0, 0)
    changed: int = 0


@dataclass(slots=True)
class SimulatedDisk:
    """A disk that keeps only what was synced, and of the rest what chance wills, in any order.

    `budget` is how many writes, syncs and renames there is power for. With `syncs` or `syncs_folders` off it
    is a liar's disk, which must lose data: the proof that this one can tell. `failing` is how likely a sync
    fails; as on Linux, what it should have written is then never written by a later one either.
    """

    chance: random.Random
    budget: float = float("inf")
    syncs: bool = True
    syncs_folders: bool = True
    failing: float = 0.0
    _names: dict[Path, _Inode] = field(default_factory=dict)
    _names_on_disk: dict[Path, _Inode] = field(default_factory=dict)
    _unsynced_names: list[dict[Path, _Inode | None]] = field(default_factory=list)
    _clock: Iterator[int] = field(default_factory=count)

    def cut(self) -> None:
        """What a restart finds."""
        for change in self._unsynced_names:
            if self.chance.random() < 0.5:
                _apply(self._names_on_disk, change)
        self._names = dict(self._names_on_disk)
        self._unsynced_names = []
        self.budget, self.failing = float("inf"), 0.0
        for inode in {id(inode): inode for inode in self._names.values()}.values():
            inode.now = inode.on_disk = self._remains(inode)
            inode.dropped = (0, 0)

    def signature(self, path: Path) -> Signature | None:
        inode = self._names.get(path)
        return (inode.number, len(inode.now), inode.changed) if inode else None

    def read(self, path: Path, start: int = 0) -> bytes:
        return self._inode(path).now[start:]

    def append(self, path: Path, data: bytes) -> None:
        if path not in self._names:
            self._name({path: _Inode(next(self._clock))})
        self._write(self._inode(path), self._inode(path).now + data)
        self._sync(self._inode(path))

    def create(self, path: Path, chunks: Iterable[bytes]) -> None:
        inode = _Inode(next(self._clock))
        self._name({path: inode})
        self._write(inode, b"".join(chunks))
        self._sync(inode)

    def replace(self, source: Path, target: Path) -> None:
        self._name({target: self._inode(source), source: None})

    def sync_folder(self, folder: Path) -> None:
        self._tick()
        if self.syncs_folders:
            for change in self._unsynced_names:
                _apply(self._names_on_disk, change)
            self._unsynced_names = []

    def remove(self, path: Path) -> None:
        if path in self._names:
            self._name({path: None})

    def names(self, folder: Path) -> list[str]:
        return sorted(path.name for path in self._names if path.parent == folder)

    def make_folder(self, folder: Path) -> None:
        """Folders are there as soon as something is in them."""

    @contextmanager
    def lock(self, path: Path, patience: float) -> Iterator[None]:
        yield

    def _inode(self, path: Path) -> _Inode:
        if path not in self._names:
            raise FileNotFoundError(errno.ENOENT, "No such file", str(path))
        return self._names[path]

    def _name(self, change: dict[Path, _Inode | None] | dict[Path, _Inode]) -> None:
        self._tick()
        _apply(self._names, change)
        self._unsynced_names.append(dict(change))

    def _write(self, inode: _Inode, content: bytes) -> None:
        inode.now, inode.changed = content, next(self._clock)
        self._tick()

    def _sync(self, inode: _Inode) -> None:
        self._tick()
        if self.chance.random() < self.failing:
            inode.dropped = len(inode.on_disk), len(inode.now)
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        if self.syncs:
            start, end = inode.dropped
            inode.on_disk = inode.now[:start] + bytes(end - start) + inode.now[end:]

    def _tick(self) -> None:
        self.budget -= 1
        if self.budget < 0:
            raise PowerCut

    def _remains(self, inode: _Inode) -> bytes:
        """What was synced, and of what was written after it some, none, or noughts."""
        unsynced = inode.now[len(inode.on_disk) :]
        length = self.chance.randint(0, len(unsynced))
        return inode.on_disk + (unsynced[:length] if self.chance.random() < 0.7 else bytes(length))


def _apply(names: dict[Path, _Inode], change: dict[Path, _Inode | None]) -> None:
    for path, inode in change.items():
        if inode is None:
            names.pop(path, None)
        else:
            names[path] = inode
