"""The text of pages and documents, parsed in a child process that can be ended at any time."""
