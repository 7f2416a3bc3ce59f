"""Whether there is a desktop: a screen that the user sees, with a clipboard and a browser."""

from __future__ import annotations

import os
import sys

__all__ = ["has_desktop"]


def has_desktop() -> bool:
    """Whether what this process starts shows up where the user sits: not over ssh, not on a console."""
    environment = os.environ
    if environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"):
        return True  # a display that ssh forwards is the user's too
    if environment.get("SSH_CONNECTION") or environment.get("SSH_TTY"):
        return False
    return sys.platform == "darwin" or bool(environment.get("WSL_DISTRO_NAME"))
