"""Long runs against the real program. Not collected by pytest: `make torture SECONDS=600 SEED=1`, or `python -m tests.torture`."""
