"""The sources of a dossier and their local copies: matching quotations, verifying them, coverage, highlights."""
