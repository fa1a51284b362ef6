"""The role of each glyph of a status, wherever it stands beside a sign."""

from collections.abc import Mapping

from tui.dossier.values.vocabulary import STATUS_GLYPHS
from tui.pages.page import Role
from tui.pages.span_builder import status_role

STATUS_ROLES: Mapping[str, Role] = {glyph: status_role(status) for status, glyph in STATUS_GLYPHS.items()}
"""Glyph of a status -> its role."""
