"""The private names of Textual that the program uses: this is the only module that may name one.

name                                   used for                                         without it
textual._xterm_parser.XTermParser      decoding keys in our own driver                  Textual's own driver
textual.app.App._handle_exception      ending on any error with one line and a log      one line that cannot say more

Each is looked up and tried once, when this module is imported. One that is missing or works differently counts as
missing, and `tui.terminal.fallback` takes over by public means alone.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from typing import Any, Final, NamedTuple, Protocol, cast

from textual.app import App
from textual.events import Key
from textual.message import Message

__all__ = ["PRIVATE_NAMES", "KeyParser", "PrivateName", "handle_errors", "has_key_parser", "new_key_parser"]


class PrivateName(NamedTuple):
    """One private name: how to find it, and a check at start that it works as it did when this was written."""

    module: str
    name: str
    find: Callable[[], Any]
    works: Callable[[Any], bool]

    def look_up(self) -> Any | None:
        """Return what the name stands for, or `None` if it is missing or works differently."""
        try:
            value = self.find()
            return value if self.works(value) else None
        except Exception:  # a renamed name may fail in any way
            return None


class KeyParser(Protocol):
    """Turns what a terminal sends into Textual's messages."""

    def feed(self, data: str) -> Iterable[Message]:
        """Parse some input."""

    def tick(self) -> Iterable[Message]:
        """Parse what is left of a sequence that has been incomplete for too long."""


def _find_key_parser() -> Any:
    from textual._xterm_parser import XTermParser

    return XTermParser


def _parses_keys(parser_class: Any) -> bool:
    parser: KeyParser = parser_class()
    messages = [*parser.feed("k"), *parser.tick(), *parser.feed("\x1b["), *parser.tick(), *parser.feed("A")]
    return [message.key for message in messages if isinstance(message, Key)] == ["k", "up"]


def _find_error_handler() -> Any:
    return App._handle_exception


def _takes_an_error(handler: Any) -> bool:
    return callable(handler) and list(inspect.signature(handler).parameters) == ["self", "error"]


PRIVATE_NAMES: Final = (
    PrivateName("textual._xterm_parser", "XTermParser", _find_key_parser, _parses_keys),
    PrivateName("textual.app", "App._handle_exception", _find_error_handler, _takes_an_error),
)
_key_parser, _error_handler = (private_name.look_up() for private_name in PRIVATE_NAMES)


def has_key_parser() -> bool:
    """Return whether `new_key_parser` can be called."""
    return _key_parser is not None


def new_key_parser() -> KeyParser:
    """Return a new parser in its initial state."""
    if _key_parser is None:
        raise RuntimeError("this version of Textual has no key parser that we know")
    return cast(KeyParser, _key_parser())


def handle_errors(app: App[Any], handler: Callable[[Exception], None]) -> bool:
    """Call `handler` instead of Textual with every error in a message handler, worker, timer, compose or stylesheet.

    Return whether that is possible.
    """
    if _error_handler is None:
        return False
    app._handle_exception = handler  # type: ignore[assignment, method-assign]
    return True
