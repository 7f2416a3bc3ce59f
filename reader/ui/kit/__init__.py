"""What several screens use: lists, dialogs, the key bar, the palette, text that wraps."""
