"""The features of the compare screen that are done at once: each handles some commands."""
