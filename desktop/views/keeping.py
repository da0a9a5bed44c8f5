"""What the reader keeps, in the window: joins the keeper with the page that shows it and the bar that tells of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.pages import topics

if TYPE_CHECKING:
    from desktop.content.model import Guide
    from desktop.kept.keeper import Keeper
    from desktop.pages.sheet import Sheet
    from desktop.views.detail_pane import DetailPane
    from desktop.views.parts.message_bar import MessageBar


class Keeping(QObject):
    """Shows bookmarks and recent topics, and carries out what is asked of them."""

    told = Signal(str)
    """What a screen reader is to say."""
    problem = Signal(str)
    """What went wrong, in a sentence for the reader."""
    news = Signal(str, str)
    """A message, and the name of the way to more."""
    topic_requested = Signal(str)

    def __init__(self, keeper: Keeper, detail: DetailPane, message: MessageBar, parent: QObject) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._detail = detail
        self._message = message
        self._guide: Guide | None = None
        self._news_of: Guide | None = None
        self._topic = ""
        self.topics = keeper.topics
        detail.bookmark_requested.connect(self._switch_bookmark)
        detail.bookmarks_requested.connect(self._switch_bookmarks)
        detail.recent_requested.connect(self._switch_recent)
        message.news_dismissed.connect(self._know)
        message.action_requested.connect(self._open_changes)
        keeper.news.connect(self._tell_news)
        keeper.failed.connect(self._tell_failure)
        keeper.found_broken.connect(self._tell_broken)

    def open(self, guide: Guide, topic: str) -> tuple[Sheet | None, bool | None]:
        """A topic is shown: its sheet if it is a page about the reader, and whether there is a bookmark on it."""
        if self._news_of not in (None, guide):
            self._withdraw_news()
        self._guide, self._topic = guide, topic
        self._keeper.open(guide, topic)
        return self._keeper.sheet(guide, topic), self._keeper.bookmark(guide, topic)

    def switch(self) -> None:
        """Set a bookmark on the topic that is shown, or take it off."""
        if self._guide is not None and self._keeper.bookmark(self._guide, self._topic) is not None:
            self._switch_bookmark(self._topic)

    def _switch_bookmark(self, topic: str) -> None:
        if self._guide is not None:
            on = self._keeper.switch_bookmark(self._guide, topic)
            self._show(self._guide, self.tr("Bookmark added") if on else self.tr("Bookmark removed"))

    def _switch_bookmarks(self, on: bool) -> None:
        if self._guide is not None:
            self._keeper.switch_bookmarks(on=on)
            self._show(self._guide, self.tr("All bookmarks put back") if on else self.tr("All bookmarks removed"))

    def _switch_recent(self, on: bool) -> None:
        if self._guide is not None:
            self._keeper.switch_recent(on=on)
            self._show(self._guide, self.tr("Recent topics put back") if on else self.tr("Recent topics cleared"))

    def _show(self, guide: Guide, told: str) -> None:
        """Show what is kept now, where it is shown; ``told`` is for those who do not see it."""
        own = self._keeper.sheet(guide, self._topic)
        if own is not None:
            self._detail.show_kept(own.kept)
        self._detail.show_bookmark(on=self._keeper.bookmark(guide, self._topic))
        self.told.emit(told)

    def _tell_news(self) -> None:
        self._news_of = self._guide
        text = self.tr("This guide has changed since it was last read on this computer.")
        self.news.emit(text, self.tr("See what changed"))

    def _open_changes(self) -> None:
        self._message.dismiss()
        self.topic_requested.emit(topics.WHAT_CHANGED)

    def _know(self) -> None:
        if self._news_of is not None:
            self._keeper.know(self._news_of)
            self._news_of = None

    def _withdraw_news(self) -> None:
        """Another language is shown: what was told is in the words of the one before, and not read yet."""
        self._news_of = None
        if self._message.shows_news():
            self._message.dismiss()

    def _tell_failure(self, problem: str) -> None:
        self.problem.emit(self.tr("Your bookmarks could not be saved: {0}").format(problem))

    def _tell_broken(self, file: str) -> None:
        told = self.tr("Your bookmarks could not all be read. The old file is kept: {0}")
        self.problem.emit(told.format(file))
