"""HTML: a report in one file."""
