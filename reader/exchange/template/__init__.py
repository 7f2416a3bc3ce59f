"""Jinja2: annotations written by the user's own template."""
