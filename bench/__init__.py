"""How fast the program is, always as a ratio to a floor measured in the same run; not part of the tests.

    python -m bench                 everything; prints one table (`make bench`)
    python -m bench keys --rounds 5 one part, quickly

Milliseconds say more about the machine than about the program: machines here are shared and noisy. So each row has a
floor – a bare Textual app, a bare commit, a bare parser – run in turns with ours, and the answer is a ratio of medians.

    terminal.py   a process under a pseudo-terminal: what a person would have waited
    floors/       the bare programs
    meetings.py   the meetings that are measured on
    starting.py, keys.py (seconds, and as `work` processor time), thinking.py, correcting.py, writing.py, resting.py   what is measured
    growth.py     cost against size
    hours.py      twelve simulated hours of an idle meeting, in the process that swift.py is
    others.py     programs that others have made
"""
