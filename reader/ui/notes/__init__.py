"""The screens of the user's annotations: the list, the codebook, the history."""
