"""The card below the articles: the current match in words."""
