"""The findings as a list: how grave, which rule, what, and below it what to do."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from sessions.findings import Finding
from tui.literal import line, plain
from tui.texts.after import Review as Words

_ORDER = ("fel", "varning", "upplysning")


class FindingsList(OptionList):
    """The gravest first, and within that in the order of the §§."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)
        self.findings: tuple[Finding, ...] = ()

    def show(self, found: Sequence[Finding]) -> None:
        """Show these; nothing to look at is said too."""
        self.findings = tuple(sorted(found, key=lambda f: _ORDER.index(f.severity)))
        stood = self.highlighted
        self.clear_options()
        if not self.findings:
            self.add_option(Option(plain(Words.NOTHING), disabled=True))
        else:
            self.add_options(Option(_prompt(f), id=str(n)) for n, f in enumerate(self.findings))
            self.highlighted = min(stood or 0, len(self.findings) - 1)
        self.border_title = line(Words.counted([f.severity for f in self.findings]))

    @property
    def finding(self) -> Finding | None:
        """The one at the cursor."""
        option = self.highlighted_option
        return self.findings[int(option.id)] if option is not None and option.id else None


def _prompt(finding: Finding) -> Content:
    # No colour of its own: it would stand on the cursor's.
    how_grave = (Words.SEVERITIES[finding.severity], "bold")
    head = Content.assemble(how_grave, " " if finding.rule else "", line(finding.rule), "  ", line(finding.message))
    return Content.assemble(head, "\n   ", line(finding.remedy)) if finding.remedy else head
