"""The story screen: what three or more articles say of one event."""
