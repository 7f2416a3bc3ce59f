"""Articles become alignments: what two articles share, and how it differs. Pure."""
