"""The lines that news pages put around their articles."""
