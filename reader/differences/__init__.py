"""The differences between two articles where they say the same thing."""
