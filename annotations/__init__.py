"""What the user makes: annotations, found again, kept, exported. Knows text and files only."""
