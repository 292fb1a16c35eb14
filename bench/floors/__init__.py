"""The yardsticks: bare Textual apps, each the least that does what ours does. `python -m bench.floors.static`, and so on.

Each is a module of its own, so that it loads only what it shows, and comes byte-compiled as an installed program does:
in one file the single Static took 332 ms at best, and 279 so.
"""

from __future__ import annotations

MARKER = "yardstick"
"""What the stopwatch waits for."""
