"""The errors between a file and an article, as the user reads them."""

from __future__ import annotations

from reader.base.errors import UserError

__all__ = ["ArticleError", "NoArticleError"]


class ArticleError(UserError):
    """An article cannot be loaded; the message is one line: the path, the reason, a way out."""


class NoArticleError(Exception):
    """The bytes of a document hold no article; the message completes the line "PATH …" and has a way out."""
