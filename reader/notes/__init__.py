"""The user's annotations in the articles: made in them and found again in them."""
