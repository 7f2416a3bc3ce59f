"""REFI-QDA 1.0 (https://www.qdasoftware.org): projects (.qdpx) and codebooks (.qdc)."""
