"""The user's annotations: model, anchoring, storage, codebook, merging, agreement."""
