"""Whole screens, one for each part of the meeting day."""
