"""The ground floor: what every other folder may use, and what imports nothing of ours."""
