"""The terminal: checking that there is one, taking it over, and always restoring it.

tty_check         is there a terminal to draw on, and the environment Textual is imported in
saved_terminal    the terminal's state before the program used it
shutdown          signals and forced exit
crash             one line and a private log in place of a traceback
modes             the terminal modes the program turns on
job_control       stopping and continuing from a shell
writer            writing to a terminal that may vanish
sync_buffer       joining the output of one synchronized update
reader            reading what the terminal sends
input_splitter    its parts: text, whole escape sequences, pastes
input_decoder     the keys and other events that these stand for
driver            our Textual driver
compat            the private names of Textual, and nowhere else
fallback          what stands in for a private name that is missing
key_queue         dispatching keys one after the other
output_sanitizer  the last filter before the screen
app               the app that combines them, and `run_app`

Importing this package imports none of them, so that the command line can run `tty_check` without paying for Textual.
"""
