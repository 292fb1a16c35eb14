"""The face: screens, dialogs, widgets and the command line."""
