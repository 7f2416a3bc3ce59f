"""Markdown: annotations as a document that its readers may edit."""
