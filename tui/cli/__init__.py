"""The command line: stdout holds data, stderr messages, and the exit status is one of the constants below."""

OK = 0
"""The command did what it was called for; a dossier may have warnings."""
DATA_ERROR = 1
"""A dossier has errors or cannot be read."""
OUTPUT_ERROR = 1
"""The output could not be written."""
USAGE_ERROR = 2
"""The command was called in a way it does not allow, or asked for something the dossier does not have."""
INTERRUPTED = 130
"""The command was interrupted with ctrl+c, as a shell reports it."""
BROKEN_PIPE = 141
"""The reader of the output left early, as a shell reports it."""
