"""XML as bytes. What a loaded dossier holds has no character that XML forbids; everything else is escaped."""

from __future__ import annotations

from xml.etree.ElementTree import Element, indent, tostring


def document(root: Element) -> bytes:
    """A document in UTF-8, with its declaration and a line feed at its end."""
    indent(root)
    text: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def xml_value(value: str | int | bool | float) -> str:
    """A value as XML Schema writes it: `true` rather than `True`."""
    return str(value).lower() if isinstance(value, bool) else str(value)
