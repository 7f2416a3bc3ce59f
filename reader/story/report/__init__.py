"""The report of a story: composed once from headings, paragraphs and tables, then written in each format.

JSON alone is made straight from the story, because programs read values and not sentences.
"""
