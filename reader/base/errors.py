"""What the user can mend."""

from __future__ import annotations

__all__ = ["UserError"]


class UserError(Exception):
    """Something cannot be done. Its text is one line that names what is wrong and a way out."""
