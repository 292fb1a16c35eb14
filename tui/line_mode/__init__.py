"""The same meeting in plain lines: one prompt, words instead of keys. Nothing here knows Textual."""
