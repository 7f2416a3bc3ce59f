"""HTML: a report in one file, to look at and to print."""
