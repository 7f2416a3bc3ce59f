"""The parts that several screens share: lists, dialogs, the key bar, the palette, wording."""
