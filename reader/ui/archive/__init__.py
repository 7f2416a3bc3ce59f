"""The archive screen: the results of an archive search."""
