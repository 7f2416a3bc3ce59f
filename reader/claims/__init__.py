"""What one article asserts: amounts, dates, names, speech, each with its place."""
