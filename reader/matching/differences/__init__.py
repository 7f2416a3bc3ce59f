"""What differs inside a match: a function per kind of difference, all over two clauses."""
