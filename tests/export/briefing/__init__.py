"""Sections of a briefing."""
