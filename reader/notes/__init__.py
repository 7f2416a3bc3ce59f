"""The user's annotations in articles: the notebook, their places, and the sentences that coders tagged."""
