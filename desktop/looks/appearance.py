"""How the guide looks: its colours and the size of its text, as the reader chose or as the system has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPalette

from desktop.looks.theme import COLOURS, LAPTOP, STEPS, Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QStyleHints
    from PySide6.QtWidgets import QApplication

    from desktop.looks.theme import Scale

SYSTEM = "system"
"""The choice to look as the system does."""
CHOICES = (SYSTEM, *COLOURS)
"""What a reader can choose."""

_DARK_BELOW = 128


class Appearance(QObject):
    """Knows what was chosen and tells the theme that follows from it."""

    theme_changed = Signal(object)
    """The theme now in force."""

    def __init__(self, application: QApplication, colours: str, step: float, scale: Scale = LAPTOP) -> None:
        super().__init__()
        self._application = application
        self._scale = scale
        self._system = _of_palette(application)
        self._colours = colours if colours in CHOICES else SYSTEM
        self._step = step if step in STEPS else STEPS[0]
        self._theme = self._made()

    @property
    def colours(self) -> str:
        """The choice: "system" or a set of colours."""
        return self._colours

    @property
    def step(self) -> float:
        """The size of text, one of the theme's steps."""
        return self._step

    @property
    def theme(self) -> Theme:
        """The theme in force."""
        return self._theme

    def choose_colours(self, colours: str) -> None:
        """Use a set of colours, or look as the system does."""
        self._colours = colours
        self._use()

    def change_size(self, steps: int) -> None:
        """Make the text larger or smaller by steps; 0 makes it as large as at first."""
        place = STEPS.index(self._step) + steps if steps else 0
        self._step = STEPS[max(0, min(len(STEPS) - 1, place))]
        self._use()

    def use_scale(self, scale: Scale) -> None:
        """Use the sizes of another display."""
        self._scale = scale
        self._use()

    def begin_anew(self, colours: str) -> None:
        """Use a set of colours and the smallest size of text, for the next visitor."""
        self._colours, self._step = colours, STEPS[0]
        self._use()

    def follow_system(self) -> None:
        """From now on look at what the system prefers. After the first painting: it makes the ``Qt`` namespace."""
        hints = self._application.styleHints()
        hints.colorSchemeChanged.connect(self._look)
        hints.accessibility().contrastPreferenceChanged.connect(self._look)
        self._look()

    def _look(self) -> None:
        system = _of_hints(self._application.styleHints()) or self._system
        if system != self._system:
            self._system = system
            self._use()

    def _use(self) -> None:
        made = self._made()
        if (made.name, made.step, made.scale) != (self._theme.name, self._theme.step, self._theme.scale):
            self._theme = made
            self._application.setPalette(made.palette())
            self.theme_changed.emit(made)

    def _made(self) -> Theme:
        return Theme(self._system if self._colours == SYSTEM else self._colours, self._step, self._scale)


def _of_palette(application: QApplication) -> str:
    """What the system prefers, as its palette shows it: quick, but knows nothing of high contrast."""
    application.setPalette(QPalette())  # asking the style for it would cost 16 ms
    ground = application.palette().color(QPalette.ColorRole.Window)
    return "dark" if ground.lightness() < _DARK_BELOW else "light"


def _of_hints(hints: QStyleHints) -> str:
    """What the system says it prefers; empty if it says nothing."""
    from PySide6.QtCore import Qt  # noqa: PLC0415 - costs 15 ms, see views/parts/paint.py

    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return "contrast"
    schemes = {Qt.ColorScheme.Dark: "dark", Qt.ColorScheme.Light: "light"}
    return schemes.get(hints.colorScheme(), "")
