"""The archive screen: what was found in an archive."""
