"""Diagrams of who stands with whom: ego, pair, path, blocs, matrix."""
