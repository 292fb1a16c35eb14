"""What has been typed and not yet recorded, as it stands in the only session's file."""

from __future__ import annotations

import time

from sessions.places import list_sessions
from sessions.store import Store


def has_draft(words: str) -> bool:
    """Whether the words are on the disk."""
    (entry,) = list_sessions()
    with Store.follow(entry.path) as store:
        return any(words in draft.text for draft in store.drafts())


def wait_for_draft(words: str) -> None:
    """Wait until they are; it fails after half a minute."""
    end = time.monotonic() + 30
    while not has_draft(words):
        assert time.monotonic() < end, "no draft on the disk"
        time.sleep(0.05)
