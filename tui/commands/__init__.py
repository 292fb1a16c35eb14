"""What can be done without a screen, a command a function: it returns the exit code and raises `Stop` for the rest."""
