"""The shelf: adding and fetching articles, keeping them, correcting their facts, remembering the session."""
