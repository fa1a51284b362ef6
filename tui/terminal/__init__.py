"""The terminal: is there one, how it is taken, and how it is always given back.

presence   is there a terminal to draw on, and the environment Textual should see (no Textual)
found      the terminal as it was found, and putting it back by hand (no Textual)
leaving    signals and every other way out that is not the reader's (no Textual)
crash      one line and a private log in place of a traceback (no Textual)
updates    one piece of what is written of one update (no Textual)
outlet     writing to a terminal that may vanish (no Textual)
keyboard   reading from one
driver     Textual's driver, made to keep these promises
turns      keys that wait until the one before has had its effect
gate       the last filter before the screen
app        the app that wires them together, and `run_app`

Importing this package loads none of them, so that the command line can ask `presence` without paying for Textual.
Nothing here may know what a dossier is.
"""
