"""The storage of annotations: a TinyDB file as the snapshot, and beside it the journal of every change."""
