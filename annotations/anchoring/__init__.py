"""Targets found again in the text of an article, which may have been edited."""
