"""The differences between languages, as data and pure functions of strings, English first.

`words`, `word_count`, `stems`, `spelling` (British and American) · `sentences`, `abbreviations` · `numbers`,
`number_words`, `units`, `dates` · `quotation_marks` · `bylines`, `datelines` · `english` (word lists) ·
`detection` (of a text's language) · `boilerplate` (the words of boilerplate).
"""
