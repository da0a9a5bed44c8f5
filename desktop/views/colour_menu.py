"""The choice of colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.views.choice_menu import ChoiceMenu

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.looks.theme import Theme


class ColourMenu(ChoiceMenu):
    """Asks for a set of colours, or for those of the system."""

    def offer(self, theme: Theme, now: str, under: QWidget) -> None:
        """Open under a widget, with the present choice marked."""
        names = {
            "system": self.tr("As the system"),
            "light": self.tr("Light"),
            "dark": self.tr("Dark"),
            "contrast": self.tr("High contrast"),
        }
        self.offer_choices(theme, self.tr("Colours"), names, now, under)
