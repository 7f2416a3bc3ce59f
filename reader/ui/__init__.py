"""The interface: the only importer of textual."""
