"""Kinds of record, and the registry of them."""
