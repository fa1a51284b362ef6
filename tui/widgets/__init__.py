"""Reusable pieces of screen that know no dossier."""
