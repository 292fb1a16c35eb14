"""What is said of the last act goes when the next one is told of: quick acts leave no pile of toasts over the §.

What is told in one act stands side by side, and so does what somebody gave a time of its own, and every warning and
fault: they go when their time is up.

Private places of Textual 8 that are used: `App._notifications`, `App._unnotify` and `Toast._expire`.
"""

from __future__ import annotations

from typing import TypeVar

from textual import events
from textual.app import App
from textual.notifications import Notification, Notify
from textual.widgets._toast import Toast

R = TypeVar("R")


class OneToastApp(App[R]):
    """The part of an app that shows one toast in the place of the one before."""

    _before_the_key: tuple[Notification, ...] = ()
    """What was shown when the last key was pressed: it is about something earlier."""

    async def on_event(self, event: events.Event) -> None:
        """Every key begins something new."""
        if isinstance(event, events.Key) and not event.is_forwarded:
            self._before_the_key = tuple(self._notifications)
        await super().on_event(event)

    def on_notify(self, event: Notify) -> None:
        """Textual shows it; what it takes the place of goes."""
        if event.notification.severity == "information":
            gone = [n for n in self._before_the_key if n.severity == "information" and n.timeout <= self.NOTIFICATION_TIMEOUT]
            for toast in self.screen.query(Toast):
                if toast._notification in gone:
                    toast._expire()
            for notification in gone:
                self._unnotify(notification, refresh=False)
