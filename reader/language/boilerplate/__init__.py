"""The words of boilerplate: lines and patterns that `reader.articles.boilerplate` tells from the article."""
