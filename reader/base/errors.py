"""The base of all errors that are shown to the user."""

from __future__ import annotations

__all__ = ["UserError"]


class UserError(Exception):
    """Something cannot be done. The message is one line that says what is wrong and names a way out."""
