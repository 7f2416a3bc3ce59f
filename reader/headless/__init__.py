"""What reader does without a screen: one module a command."""
