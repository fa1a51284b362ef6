"""Tests of the web page: parsed, and as a browser shows it."""
