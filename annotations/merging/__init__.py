"""Annotations of several people brought together: whole files merged, exports imported."""
