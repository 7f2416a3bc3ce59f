"""The state of a comparison on screen: cursor, scrolling, selection, hits and jumps. Free of Textual."""
