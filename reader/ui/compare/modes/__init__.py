"""The modes of the compare screen: what is under way until it is saved, or until Escape cancels it."""
