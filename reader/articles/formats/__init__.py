"""The formats of articles, listed in `registry`: a module for each turns bytes into text and metadata."""
