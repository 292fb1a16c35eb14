"""Tests of the room where a meeting is prepared."""
