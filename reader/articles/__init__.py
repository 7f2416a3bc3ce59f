"""Articles from bytes: formats, containers, boilerplate, headlines, the corpus. Pure: no screen, no store.

A path goes through `loading` to `containers` (files of several articles) and `parsing`, which chooses a row
of `formats.registry`: text formats are decoded and parsed here, documents are taken apart in a child process
(`extraction`). `factory` makes the article; `boilerplate` and `headlines` give its paragraphs their roles.
"""
