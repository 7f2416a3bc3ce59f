"""The features of the compare screen that act at once: each handles some commands."""
