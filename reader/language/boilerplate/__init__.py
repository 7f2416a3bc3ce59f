"""The words of boilerplate: lines and patterns by which `reader.articles.boilerplate` finds it."""
