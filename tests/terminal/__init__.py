"""Tests of the terminal on a real pseudo-terminal."""
