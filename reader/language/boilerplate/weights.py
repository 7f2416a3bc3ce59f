"""The weights of the signs by which a line is known as boilerplate; see `reader.articles.boilerplate`."""

from __future__ import annotations

__all__ = ["LABEL", "SENTENCE", "SURE", "VAGUE"]

SURE = 3
"""Only a page says so of itself, also in a sentence: "We use cookies", "All rights reserved."."""

LABEL = 2
"""Boilerplate, if the line is not a sentence: "Photo: Lee Fox", "Sign up for our newsletter"."""

VAGUE = 1
"""As often a line of an article: a number or a day alone, "Support Ukraine"."""

SENTENCE = -1
"""The weight that a line loses if it ends as a sentence does."""
