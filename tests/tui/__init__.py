"""The face, driven by keys as a user drives it."""
