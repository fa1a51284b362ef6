"""Which addresses that a dossier gives may become links."""

from __future__ import annotations

from unicodedata import category
from urllib.parse import urlsplit

_LONGEST = 2048
_SCHEMES = ("http", "https")
_BARRED = ("Cc", "Cf", "Cs", "Zl", "Zp", "Zs")
"""The categories of characters that no address holds: they hide where it leads."""


def is_web_address(text: str) -> bool:
    """Whether a text is an http or https address with a host, without a user, a backslash or what cannot be seen."""
    if not text or len(text) > _LONGEST or "\\" in text or any(category(char) in _BARRED for char in text):
        return False
    try:
        parts = urlsplit(text)
        return parts.scheme in _SCHEMES and bool(parts.hostname) and "@" not in parts.netloc
    except ValueError:
        return False
