"""The commands that need no window, and the one that draws it into a picture."""
