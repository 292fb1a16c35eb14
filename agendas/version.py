"""The version of the program: the one place where it stands, in the room that all the others can see."""

VERSION = "0.1.0"
