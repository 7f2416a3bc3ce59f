"""JSON: annotations with all their fields."""
