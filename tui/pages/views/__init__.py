"""Views that are about the dossier as a whole, and the registry of all views."""
