"""Diagrams of the ties by sign: ego, pair, path, blocs, matrix."""
