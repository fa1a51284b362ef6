"""Reads a TOML file into typed records and reports everything that is wrong with it."""
