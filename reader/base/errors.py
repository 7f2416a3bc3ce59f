"""Errors that the user can fix."""

from __future__ import annotations

__all__ = ["UserError"]


class UserError(Exception):
    """Something cannot be done; the message is one line that says what is wrong and names a way out."""
