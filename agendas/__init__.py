"""Before the meeting: what is planned, and who belongs to the body."""
