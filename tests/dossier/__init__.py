"""The tests of the data."""
