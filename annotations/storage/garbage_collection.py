"""A pause of Python's cycle collector while many objects are made at once."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["collection_paused"]

_MANY = 100_000


@contextmanager
def collection_paused() -> Iterator[None]:
    """Pauses the collector inside the block, which creates no cycles.

    If the block creates many objects, the collector ignores them for good: a collection of 100,000
    annotations took a second, during which nothing else could run.
    """
    was_on = gc.isenabled()
    gc.disable()
    before = gc.get_count()[0]
    try:
        yield
    finally:
        if gc.get_count()[0] - before > _MANY:
            gc.freeze()
        if was_on:
            gc.enable()
