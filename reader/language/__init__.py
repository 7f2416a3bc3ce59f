"""What differs between languages: words, sentences, numbers, dates, quotation marks, clutter. Pure."""
