"""The modes of the compare screen: tasks under way until they are saved, or until Escape cancels them."""
