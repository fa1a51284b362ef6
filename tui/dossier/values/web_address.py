"""Which addresses are of the web, and which of these may become links and be given to a browser."""

from __future__ import annotations

import re
from typing import Final

LONGEST: Final = 2048
"""The most characters of an address."""
_ADDRESS: Final = re.compile(r"(?:[^/?#@]*@)?(?:\[[0-9A-Fa-f:.]+\]|([^/?#@:\[\]]+))(?::([0-9]{1,5})?)?(?:[/?#].*)?")
"""What follows the scheme: a name or a number as host, a port, and the rest."""
_BARRED: Final = frozenset(' \\<>"^`{|}')
_LAST_PORT: Final = 65535


def is_web_address(text: str) -> bool:
    """Whether a text is an http or https address with a host and without a user: what references may give as one."""
    return re.fullmatch(r"https?://[^\s/?#@]+(?:[/?#]\S*)?", text) is not None


def may_be_opened(text: str) -> bool:
    """Whether a text may be a link on a web page and be given to a browser."""
    return not fault_of_address(text)


def fault_of_address(text: str) -> str:
    """Why a text is not to be opened, in one clause; empty when it may be.

    It may when it is an http or https address with a host and no user before it, and holds nothing that cannot be seen
    or that hides where it leads.
    """
    if len(text) > LONGEST:
        return f"the address has more than {LONGEST:,} characters"
    if not text.isprintable() or not _BARRED.isdisjoint(text):
        return "the address holds a blank or another character that no address has"
    scheme, slashes, rest = text.partition("://")
    if scheme.lower() not in ("http", "https") or not slashes:
        return "it is not an http or https address"
    address = _ADDRESS.fullmatch(rest)
    if address is None:
        return "the address is not valid"
    if "@" in re.split("[/?#]", rest, maxsplit=1)[0]:
        return "the address holds the name of a user before its host"
    host, port = address.groups()
    if (host is not None and not _is_host(host)) or int(port or 0) > _LAST_PORT:
        return "the address is not valid"
    return ""


def _is_host(name: str) -> bool:
    try:
        ascii_name = name if name.isascii() else name.encode("idna").decode("ascii")
    except UnicodeError:
        return False
    return all(ascii_name.removesuffix(".").split("."))
