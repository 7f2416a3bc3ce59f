"""Hypothesis (https://web.hypothes.is): the JSON of its client and of its API."""
