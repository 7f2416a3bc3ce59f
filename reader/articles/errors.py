"""What goes wrong between a file and an article, said to the user."""

from __future__ import annotations

from reader.base.errors import UserError

__all__ = ["ArticleError"]


class ArticleError(UserError):
    """An article cannot be had. Its text is one line that names the path and a way out."""
