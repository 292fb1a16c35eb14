"""`tangenter`: the keys on one page, as they are set on this machine; with `--prova`, which of them get through."""

from __future__ import annotations

from textwrap import wrap

from tui.commands.stop import WELL, tell

WIDTH = 80
"""Columns of the page: it is meant to be printed and laid beside the keyboard."""
BEFORE = 16
"""Columns before what a key does."""


def print_keys() -> int:
    """Print the keys by group: key, letter after Esc, what it does."""
    from tui.keys import load_keys
    from tui.settings import load_settings

    settings, faults = load_settings()
    table, more = load_keys(settings.keys_path)
    tell(*faults, *more)
    for number, (group, commands) in enumerate(table.groups().items()):
        print(f"\n{group}" if number else group)
        for command in commands:
            first, *rest = wrap(command.tooltip, WIDTH - BEFORE)
            print(f"  {command.shown_key:<10}{command.letter:<4}{first}")
            for more_of_it in rest:
                print(f"{'':<{BEFORE}}{more_of_it}")
    return WELL


def try_keys() -> int:
    """Open the test of the keys. Raises Stop where there is no terminal."""
    from tui.commands.face import need_terminal
    from tui.key_test_app import KeyTestApp
    from tui.keys import load_keys
    from tui.settings import load_settings

    need_terminal()
    settings, faults = load_settings()
    table, more = load_keys(settings.keys_path)
    KeyTestApp(table).run()
    tell(*faults, *more)
    return WELL
