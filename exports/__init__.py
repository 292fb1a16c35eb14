"""After the meeting: what is written, and in which words and formats."""
