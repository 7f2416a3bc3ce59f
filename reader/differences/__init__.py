"""How two articles differ where they say the same."""
