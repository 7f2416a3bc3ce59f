"""Matching: from two articles to the alignment of the passages that say the same thing. Pure."""
