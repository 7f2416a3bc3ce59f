"""Annotations come in: one module a format."""
