"""The field in which several persons are picked; their names and standing come from `tui.naming`."""

from __future__ import annotations

from collections.abc import Iterable

from tui.naming import item_options, motion_label, people_choices, prepared_label, proposal_label, status, targets
from tui.texts.dialogs import People as Words
from tui.widgets.name_picker import Choice, NamePicker

__all__ = ["PeoplePicker", "item_options", "motion_label", "people_choices", "prepared_label", "proposal_label", "status", "targets"]


class PeoplePicker(NamePicker):
    """Several persons; it can be emptied for the next act of the same kind.

    `replaces`: where a single person is corrected, the first name picked takes the place of the one that stood there.
    That one is offered again at once, for who meant to add a name.
    """

    def __init__(self, choices: Iterable[Choice], picked: Iterable[str] = (), *, replaces: bool = False, id: str) -> None:
        super().__init__(choices, many=True, picked=picked, id=id)
        self._replaced = tuple(self._picked) if replaces and len(self._picked) == 1 else ()

    def pick(self, id: str) -> None:
        """Pick one more, or one instead of the one that stood there."""
        if self._replaced and tuple(self._picked) == self._replaced and id not in self._picked:
            self._picked.clear()
            labels = {c.id: c.label for c in self._choices}
            self._field.placeholder = Words.instead_of(labels.get(self._replaced[0], self._replaced[0]))
        self._replaced = ()
        super().pick(id)
