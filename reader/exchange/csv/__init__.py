"""CSV (RFC 4180): a table of annotations, of matches, or of the codebook."""
