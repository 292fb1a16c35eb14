"""`make audit`: every output looked at with other people's programs. 0 when nothing is wrong, 1 when something is.

What could not be checked here is said last and plainly; with `KLUBBAN_REQUIRE_AUDIT=1` it counts as wrong.
"""

from __future__ import annotations

import os
import sys

from tests.audit.checks import packages, paper, web, word
from tests.audit.outcome import NotPossible


def main() -> int:
    """Make the checks one after another and say what came of each."""
    wrong: list[str] = []
    not_made: list[str] = []
    for check in (web, word, paper, packages):
        try:
            outcome = check()
        except NotPossible as reason:
            not_made.append(str(reason))
            print(f"–  ej prövat: {reason}", flush=True)
            continue
        print(f"{'✗' if outcome.faults else '✓'}  {outcome.name}: {outcome.looked_at}", flush=True)
        for fault in outcome.faults:
            print(f"   {fault}")
        wrong += outcome.faults
    if wrong:
        print(f"\n{len(wrong)} fel.")
    if not_made:
        print(
            f"\nAllt är INTE prövat. {len(not_made)} av 4 kontroller kunde inte göras här:",
            *(f"   {reason}" for reason in not_made),
            sep="\n",
        )
    return 1 if wrong or (not_made and os.environ.get("KLUBBAN_REQUIRE_AUDIT")) else 0


if __name__ == "__main__":
    sys.exit(main())
