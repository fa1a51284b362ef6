"""Tests of `tui.pages.home`."""
