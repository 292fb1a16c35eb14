"""All visible Swedish that does not come from the meeting itself, one class for each place on the screen.

Short, calm, without blame: what is so, what it means, what to do. Sentences that go into the protocol are not
here: they belong to `exports/wording.py`.
"""
