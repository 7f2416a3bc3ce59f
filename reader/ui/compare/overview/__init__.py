"""The overview: a dot plot of two articles."""
