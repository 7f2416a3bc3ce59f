"""The JSON of Hypothesis (https://web.hypothes.is)."""
