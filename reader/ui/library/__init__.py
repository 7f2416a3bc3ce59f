"""The library screen: the list of a corpus."""
