"""Dossiers of format version 1 that open without an error for ever; README.md in this folder has the promise."""
