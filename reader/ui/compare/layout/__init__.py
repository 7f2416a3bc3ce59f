"""Where text goes on the screen: pure functions from articles to rows, spans and offsets."""
