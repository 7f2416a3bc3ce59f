"""Hypothesis (https://web.hypothes.is): the JSON that its client exports."""
