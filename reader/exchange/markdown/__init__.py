"""Markdown: annotations as a document that its reader may edit."""
