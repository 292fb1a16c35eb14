"""What is written after the meeting."""
