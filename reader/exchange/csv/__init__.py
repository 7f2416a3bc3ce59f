"""CSV (RFC 4180): annotations, matches, the codebook."""
