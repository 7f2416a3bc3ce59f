"""JSON: annotations, with everything that is kept of them."""
