"""What each topic shows, as plain data: a record of the guide -> a sheet of blocks. Knows no Qt.

The window, the handout and speech all work from the same sheets, so that what is printed or spoken
is what was on the screen.
"""
