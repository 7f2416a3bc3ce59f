"""A whole story, 3 to 50 articles: what they all say, who says it otherwise, who leaves it out. No screen."""
