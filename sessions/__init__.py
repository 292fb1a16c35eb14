"""During the meeting: what happened, what it adds up to, and where it is kept."""
