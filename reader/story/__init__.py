"""A story: 3 to 50 articles of one event, compared with each other. Free of the screen."""
