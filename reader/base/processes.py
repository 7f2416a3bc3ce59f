"""Processes of our own, for what must neither harm nor weigh down the one that the reader looks at."""

from __future__ import annotations

import os
import subprocess
import sys

__all__ = ["start_child"]


def start_child(module: str) -> subprocess.Popen[bytes]:
    """A new process that runs a module of ours; it is asked on its standard input and answers on its output.

    It finds modules where this one does, but never in the current folder (-P).
    """
    places = os.pathsep.join(place for place in sys.path if place)
    return subprocess.Popen(  # noqa: S603  the module is named in our own code
        [sys.executable, "-P", "-m", module],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": places},
        start_new_session=True,  # ctrl+c is for the program
    )
