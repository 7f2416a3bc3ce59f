"""A story: 3 to 50 articles about one event, compared with each other. Free of the screen."""
