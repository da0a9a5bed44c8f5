"""What the handout is to hold: its topics, parts, questions, language, paper and size of print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from desktop.looks.theme import Style
from desktop.session.visit import MOST_QUESTION_LENGTH, PAPERS, PRINT_SIZES, switched
from desktop.views.parts.buttons import IconButton
from desktop.views.parts.check_row import CheckRow
from desktop.views.parts.flow import Column, ScrollPane
from desktop.views.parts.segments import Choice, Segments
from desktop.views.parts.text_block import TextBlock
from desktop.views.parts.text_field import TextField

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.looks.theme import Theme, Themed
    from desktop.session.visit import Choices
    from desktop.take_home import Choice as Chosen
    from desktop.take_home import Offer

_TOPIC, _LIST = "topic", "list"
_ALL, _CHOSEN = "all", "chosen"
_LANGUAGES = (Choice("en", "EN", "EN, English"), Choice("fr", "FR", "FR, français"))
_MOST_CODE = 200


class HandoutOptions(ScrollPane):
    """Offers the choices. Tells the new ones whenever the reader changes one."""

    choices_changed = Signal(object)
    """The choices as they are to be from now on."""
    question_asked = Signal(str)
    question_dropped = Signal(int)
    code_entered = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, Column(), parent)
        self._theme = theme
        self._offer: Offer | None = None
        column = self.column
        self._about = _Part(theme, column, "about")
        self._effects = _Part(theme, column, "effects")
        self._print = _Part(theme, column, "print")
        self._paper = _Part(theme, column, "paper")
        self._language = _Part(theme, column, "language")
        self._listed = _Rows(theme, column, self._take_off)
        self._effect_rows = _Rows(theme, column, self._switch_effect)
        self._with = _Rows(theme, column, self._switch_part)
        self._questions = _Rows(theme, column, self._switch_question)
        self._questions_title = TextBlock(theme, column, role=QAccessible.Role.Heading)
        self._own = _Rows(theme, column, self._drop)
        self._ask = _Entry(theme, column, "plus", MOST_QUESTION_LENGTH, "own-question")
        self._code_title = TextBlock(theme, column, role=QAccessible.Role.Heading)
        self._code = _Entry(theme, column, "forward", _MOST_CODE, "code")
        self._about.segments.chosen.connect(self._choose_scope)
        self._effects.segments.chosen.connect(self._choose_effects)
        self._print.segments.chosen.connect(self._choose_print)
        self._paper.segments.chosen.connect(self._choose_paper)
        self._language.segments.chosen.connect(self._choose_language)
        self._ask.entered.connect(self.question_asked)
        self._code.entered.connect(self.code_entered)
        self.setAccessibleIdentifier("handout-options")
        self.set_ground(theme.colour("panel"))

    def show_offer(self, offer: Offer) -> None:
        """Show what can be chosen and what is."""
        self._offer = offer
        choices = offer.choices
        count = len(offer.listed)
        self._about.show(
            self.tr("What it is about"),
            (Choice(_TOPIC, self.tr("This topic")), Choice(_LIST, self.tr("My list (%n)", "", count))),
            _LIST if choices.whole_list and count else _TOPIC,
        )
        self._listed.show_choices(offer.listed if choices.whole_list else ())
        self._effects.show(
            self.tr("Side effects"),
            (Choice(_ALL, self.tr("All")), Choice(_CHOSEN, self.tr("Only some"))),
            _ALL if choices.all_effects else _CHOSEN,
        )
        self._effects.setVisible(bool(offer.effects))
        self._effect_rows.show_choices(() if choices.all_effects else offer.effects)
        self._show_questions(offer)
        self._print.show(
            self.tr("Size of print"),
            tuple(zip(PRINT_SIZES, (self.tr("Normal"), self.tr("Large")), strict=True)),
            choices.print_size,
        )
        self._paper.show(
            self.tr("Paper"), tuple(zip(PAPERS, (self.tr("Letter"), self.tr("A4")), strict=True)), choices.paper
        )
        self._language.show(self.tr("Language of the handout"), _LANGUAGES, offer.language)
        self._code_title.show_text(self.tr("From another machine"), Style.PANEL_BOLD, level=3)
        self._code.show_words(self.tr("Code"), self.tr("Open"))
        self.setAccessibleName(self.tr("What the handout holds"))
        self._arrange()

    def forget_typing(self) -> None:
        """Empty the fields."""
        self._ask.clear()
        self._code.clear()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        self._theme = theme
        self.use_theme(theme)
        self.set_ground(theme.colour("panel"))
        parts: tuple[Themed, ...] = (
            self._about, self._effects, self._print, self._paper, self._language, self._listed, self._effect_rows,
            self._with, self._questions, self._own, self._ask, self._code, self._questions_title, self._code_title,
        )  # fmt: skip
        for part in parts:
            part.set_theme(theme)
        self._arrange()

    def _show_questions(self, offer: Offer) -> None:
        choices = offer.choices
        self._questions_title.show_text(self.tr("Questions and words"), Style.PANEL_BOLD, level=3)
        self._with.show_rows(
            [
                ("with-questions", self.tr("Questions to ask, with lines to write on"), choices.with_questions),
                ("with-words", self.tr("The words explained"), choices.with_words),
            ]
        )
        asked = choices.with_questions
        self._questions.show_choices(offer.questions if asked else ())
        self._own.show_rows(
            [(str(number), text, True) for number, text in enumerate(choices.own_questions)] if asked else []
        )
        self._ask.setVisible(asked)
        self._ask.show_words(self.tr("A question of your own"), self.tr("Add"))

    def _arrange(self) -> None:
        space = self._theme.space
        self.column.set_margins(space(4), space(4), space(2), space(10))
        self.column.place(
            [
                (0, self._about), (space(1), self._listed), (space(5), self._effects), (space(1), self._effect_rows),
                (space(5), self._questions_title), (space(1), self._with), (0, self._questions), (0, self._own),
                (space(2), self._ask), (space(5), self._print), (space(5), self._paper), (space(5), self._language),
                (space(7), self._code_title), (space(1), self._code),
            ]
        )  # fmt: skip
        self.lay_out()

    # What the reader changes

    @property
    def _choices(self) -> Choices:
        if self._offer is None:
            message = "nothing is offered yet"
            raise RuntimeError(message)
        return self._offer.choices

    def _choose_scope(self, scope: str) -> None:
        self.choices_changed.emit(self._choices._replace(whole_list=scope == _LIST))

    def _take_off(self, topic: str) -> None:
        kept = tuple(each for each in self._choices.topics if each != topic)
        self.choices_changed.emit(self._choices._replace(topics=kept))

    def _choose_effects(self, which: str) -> None:
        self.choices_changed.emit(self._choices._replace(all_effects=which == _ALL))

    def _switch_effect(self, effect: str) -> None:
        self.choices_changed.emit(self._choices._replace(effects=switched(self._choices.effects, effect)))

    def _switch_question(self, question: str) -> None:
        """Until the reader chooses, all questions of the topics are chosen: the first press takes one of them away."""
        offered = self._offer.questions if self._offer else ()
        on = tuple(each.id for each in offered if each.on)
        self.choices_changed.emit(self._choices._replace(questions=switched(on, question)))

    def _switch_part(self, part: str) -> None:
        choices = self._choices
        if part == "with-questions":
            self.choices_changed.emit(choices._replace(with_questions=not choices.with_questions))
        else:
            self.choices_changed.emit(choices._replace(with_words=not choices.with_words))

    def _drop(self, number: str) -> None:
        self.question_dropped.emit(int(number))

    def _choose_print(self, size: str) -> None:
        self.choices_changed.emit(self._choices._replace(print_size=size))

    def _choose_paper(self, paper: str) -> None:
        self.choices_changed.emit(self._choices._replace(paper=paper))

    def _choose_language(self, language: str) -> None:
        self.choices_changed.emit(self._choices._replace(language=language))


class _Part(Column):
    """A heading and a few choices of which one holds."""

    def __init__(self, theme: Theme, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = TextBlock(theme, self, role=QAccessible.Role.Heading)
        self.segments = Segments(theme, self)
        self.segments.setAccessibleIdentifier(f"handout-{name}")
        self._place()

    def show(self, title: str, choices: Sequence[Choice | tuple[str, str]], chosen: str) -> None:  # type: ignore[override]
        """Offer these choices under a heading."""
        self._title.show_text(title, Style.PANEL_BOLD, level=3)
        self.segments.show_choices(tuple(Choice(*each) for each in choices), title)
        self.segments.choose(chosen)
        super().show()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        self._theme = theme
        self._title.set_theme(theme)
        self.segments.set_theme(theme)
        self._place()

    def _place(self) -> None:
        self.place([(0, self._title), (self._theme.space(1.5), self.segments)])


class _Rows(Column):
    """As many rows with boxes as are needed, made once and used again."""

    def __init__(self, theme: Theme, parent: QWidget, switch: Callable[[str], None]) -> None:
        super().__init__(parent)
        self._theme = theme
        self._switch = switch
        self._rows: list[CheckRow] = []

    def show_choices(self, choices: Sequence[Chosen]) -> None:
        """Offer these."""
        self.show_rows([(each.id, each.name, each.on) for each in choices])

    def show_rows(self, rows: Sequence[tuple[str, str, bool]]) -> None:
        """Offer these: each an id, a text, and whether it is on."""
        while len(self._rows) < len(rows):
            row = CheckRow(self._theme, self)
            row.clicked.connect(self._pressed)
            self._rows.append(row)
        for row, (id_, text, on) in zip(self._rows, rows, strict=False):
            row.show_choice(id_, text, on=on)
        for row in self._rows[len(rows) :]:
            row.hide()
        self.setVisible(bool(rows))
        self.place([(0, row) for row in self._rows[: len(rows)]])

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        self._theme = theme
        for row in self._rows:
            row.set_theme(theme)

    def _pressed(self) -> None:
        row = self.sender()
        if isinstance(row, CheckRow):
            self._switch(row.id)


class _Entry(QWidget):
    """A field with a button beside it."""

    entered = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget, icon_name: str, most: int, name: str) -> None:
        super().__init__(parent)
        self._theme = theme
        self._field = TextField(theme, name, self, most=most)
        self._button = IconButton(theme, icon_name, parent=self)
        self._button.setAccessibleIdentifier(f"{name}-enter")
        self._field.entered.connect(self._enter)
        self._button.clicked.connect(self._enter)

    def show_words(self, label: str, button: str) -> None:
        """Name the field and the button."""
        self._field.set_label(label)
        self._button.set_label(f"{button}: {label}")

    def clear(self) -> None:
        """Empty the field."""
        self._field.set_text("")

    def set_theme(self, theme: Theme) -> None:
        """Use other colours or another size of text."""
        self._theme = theme
        self._field.set_theme(theme)
        self._button.set_theme(theme)

    def height_for(self, width: int) -> int:
        """Place both side by side."""
        target, gap = self._theme.target, self._theme.space(2)
        right = self.isRightToLeft()
        self._field.setGeometry(target + gap if right else 0, 0, width - target - gap, target)
        self._button.setGeometry(0 if right else width - target, 0, target, target)
        return target

    def _enter(self) -> None:
        if self._field.text().strip():
            self.entered.emit(self._field.text())
