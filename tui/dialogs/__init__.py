"""Questions that are asked on top of a screen and answered with a value."""
