"""The compare screen: articles side by side."""
