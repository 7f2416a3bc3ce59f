"""The widgets that draw articles side by side."""
