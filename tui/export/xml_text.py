"""XML written as it is made, so that a large network needs no more memory than its file.

What a loaded dossier holds has no character that XML forbids; everything else is escaped.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from xml.sax.saxutils import XMLGenerator
from xml.sax.xmlreader import AttributesImpl

Attributes = Mapping[str, str]


class XmlText:
    """A document in UTF-8, with a line for each element."""

    def __init__(self) -> None:
        self._bytes = BytesIO()
        self._generator = XMLGenerator(self._bytes, "utf-8", short_empty_elements=True)
        self._generator.startDocument()
        self._depth = 0

    @contextmanager
    def inside(self, name: str, attributes: Attributes) -> Iterator[None]:
        """Begin an element that holds others, and end it afterwards."""
        self._begin(name, attributes)
        self._depth += 1
        yield
        self._depth -= 1
        self._generator.ignorableWhitespace("\n" + "  " * self._depth)
        self._generator.endElement(name)

    def element(self, name: str, attributes: Attributes, text: str = "") -> None:
        """Add an element that holds nothing but text."""
        self._begin(name, attributes)
        if text:
            self._generator.characters(text)
        self._generator.endElement(name)

    def finished(self) -> bytes:
        """The whole document."""
        self._generator.endDocument()
        return self._bytes.getvalue() + b"\n"

    def _begin(self, name: str, attributes: Attributes) -> None:
        if self._depth:
            self._generator.ignorableWhitespace("\n" + "  " * self._depth)
        self._generator.startElement(name, AttributesImpl(dict(attributes)))


def xml_value(value: str | int | bool | float) -> str:
    """A value as XML Schema writes it: `true` rather than `True`."""
    return str(value).lower() if isinstance(value, bool) else str(value)
