"""Bytes become articles: loading, cleaning, paragraphs, sentences, the corpus. Pure: no screen, no store."""
