"""Claims: what one article asserts, amounts, dates, names, attributed speech, each with its place."""
