"""The three themes of Klubban, and the variables of its own that the stylesheet uses.

All text that must be read stands at 4.5:1 or better against what it stands on; `READ` lists those pairs and a test
computes them. No meaning is told by colour alone.
"""

from __future__ import annotations

from textual.theme import Theme

DARK = "klubban-mörk"
LIGHT = "klubban-ljus"
CONTRAST = "klubban-kontrast"

READ: tuple[tuple[str, str], ...] = (
    *((text, ground) for text in ("foreground", "text-muted", "text-disabled") for ground in ("background", "surface", "panel")),
    *((text, ground) for text in ("decision", "jav", "motion", "alarm", "accent", "primary") for ground in ("background", "surface")),
    ("on-bar", "bar"),
    ("bar-warning", "bar"),
    ("bar-alarm", "bar"),
    ("footer-key-foreground", "footer-background"),
    ("footer-foreground", "footer-background"),
    ("on-mode", "mode"),
    ("block-cursor-foreground", "block-cursor-background"),
    ("block-cursor-blurred-foreground", "block-cursor-blurred-background"),
    ("input-cursor-foreground", "input-cursor-background"),
    ("input-selection-foreground", "input-selection-background"),
    ("button-foreground", "surface"),
    ("on-focus", "focus"),
)
"""Text and ground, as variables of the theme: the pairs that `klubban.tcss` puts together."""


def _theme(name: str, *, dark: bool, ground: tuple[str, str, str], text: tuple[str, str, str], colors: dict[str, str]) -> Theme:
    """A theme from few colours: `ground` = background, surface, panel; `text` = to read, muted, hint."""
    background, surface, panel = ground
    foreground, muted, hint = text
    return Theme(
        name=name,
        dark=dark,
        background=background,
        surface=surface,
        panel=panel,
        foreground=foreground,
        primary=colors["primary"],
        secondary=colors["secondary"],
        accent=colors["accent"],
        warning=colors["jav"],
        error=colors["alarm"],
        success=colors["decision"],
        variables={
            "text": foreground,
            "text-muted": muted,
            "text-disabled": hint,
            "decision": colors["decision"],
            "jav": colors["jav"],
            "motion": colors["motion"],
            "alarm": colors["alarm"],
            "line": colors["line"],
            "bar": colors["bar"],
            "on-bar": colors["on-bar"],
            "bar-warning": colors["bar-warning"],
            "bar-alarm": colors["bar-alarm"],
            "mode": colors["mode"],
            "on-mode": colors["on-mode"],
            "focus": colors["focus"],
            "on-focus": colors["on-focus"],
            "border": colors["focus"],
            "border-blurred": colors["line"],
            "block-cursor-background": colors["focus"],
            "block-cursor-foreground": colors["on-focus"],
            "block-cursor-text-style": "bold",
            "block-cursor-blurred-background": panel,
            "block-cursor-blurred-foreground": foreground,
            "block-cursor-blurred-text-style": "underline",
            "block-hover-background": panel,
            "input-cursor-background": foreground,
            "input-cursor-foreground": background,
            "input-selection-background": colors["selection"],
            "input-selection-foreground": foreground,
            "footer-background": panel,
            "footer-foreground": foreground,
            "footer-key-foreground": colors["primary"],
            "button-foreground": foreground,
            "button-focus-text-style": "bold",
            "scrollbar": colors["line"],
            "scrollbar-background": surface,
        },
    )


THEMES: tuple[Theme, ...] = (
    _theme(
        DARK,
        dark=True,
        ground=("#12161b", "#181d23", "#242b33"),
        text=("#e4e8ec", "#b2bac3", "#9aa3ad"),
        colors={
            "primary": "#8fbce6",
            "secondary": "#a9b8c6",
            "accent": "#c5a9e6",
            "decision": "#86cf9a",
            "jav": "#efbd66",
            "motion": "#8fbce6",
            "alarm": "#ff9d94",
            "line": "#4a5561",
            "bar": "#1f3a54",
            "on-bar": "#f2f5f8",
            "bar-warning": "#ffd58a",
            "bar-alarm": "#ffb9b2",
            "mode": "#efbd66",
            "on-mode": "#12161b",
            "focus": "#8fbce6",
            "on-focus": "#0c1117",
            "selection": "#2f4a66",
        },
    ),
    _theme(
        LIGHT,
        dark=False,
        ground=("#f6f6f3", "#ffffff", "#e6e8e6"),
        text=("#191d21", "#4a525a", "#5b636b"),
        colors={
            "primary": "#0a4f8f",
            "secondary": "#3e4d5c",
            "accent": "#63349a",
            "decision": "#176134",
            "jav": "#7a4700",
            "motion": "#0a4f8f",
            "alarm": "#a0141c",
            "line": "#8d959c",
            "bar": "#0f3f6e",
            "on-bar": "#ffffff",
            "bar-warning": "#ffd58a",
            "bar-alarm": "#ffc4be",
            "mode": "#7a4700",
            "on-mode": "#ffffff",
            "focus": "#0a4f8f",
            "on-focus": "#ffffff",
            "selection": "#bcd7f0",
        },
    ),
    _theme(
        CONTRAST,
        dark=True,
        ground=("#000000", "#000000", "#1c1c1c"),
        text=("#ffffff", "#e6e6e6", "#cccccc"),
        colors={
            "primary": "#7fd4ff",
            "secondary": "#ffffff",
            "accent": "#ffb3ff",
            "decision": "#7dff9a",
            "jav": "#ffd24d",
            "motion": "#7fd4ff",
            "alarm": "#ffa0a0",
            "line": "#ffffff",
            "bar": "#ffffff",
            "on-bar": "#000000",
            "bar-warning": "#5c2e00",
            "bar-alarm": "#8b0000",
            "mode": "#ffd24d",
            "on-mode": "#000000",
            "focus": "#ffff00",
            "on-focus": "#000000",
            "selection": "#00388a",
        },
    ),
)
"""Dark (the default), light, high contrast."""

VARIABLES: dict[str, str] = {
    name: THEMES[0].variables[name]
    for name in (
        "decision",
        "jav",
        "motion",
        "alarm",
        "line",
        "bar",
        "on-bar",
        "bar-warning",
        "bar-alarm",
        "mode",
        "on-mode",
        "focus",
        "on-focus",
    )
}
"""Our own variables as they are under a theme that does not know them: what `get_theme_variable_defaults` returns."""
