"""The formats of articles: each module turns the bytes of one format into text and metadata."""
