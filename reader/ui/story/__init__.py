"""The story screen: three or more articles about one event, compared."""
