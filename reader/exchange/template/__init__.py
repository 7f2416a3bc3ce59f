"""Annotations by the user's own Jinja2 template."""
