"""The ground floor: modules that every other folder may use, and that import none of the others."""
