"""Annotations leave: one module a format."""
