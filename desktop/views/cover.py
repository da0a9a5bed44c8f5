"""Something that can stand in place of the panes of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from desktop.looks.theme import Theme


class Cover(QWidget):
    """Covers the panes until the reader goes back to them."""

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
