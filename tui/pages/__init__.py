"""Builds the pages and lists of a dossier: of records, of views, and of the panels."""
