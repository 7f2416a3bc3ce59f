"""The layout of text on the screen: pure functions from articles to rows, spans and offsets."""
