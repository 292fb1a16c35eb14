"""Parts of screens: they show, and tell what was done to them; they never decide."""
