"""``python -m desktop``."""

from desktop.entry import command

command()
