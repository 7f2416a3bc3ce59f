"""Texts out of pages and documents, each parsed in a process of its own that may be ended at any time."""
