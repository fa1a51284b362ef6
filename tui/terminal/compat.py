"""The private names of Textual that the program uses: this is the only module that may name one.

`PRIVATE_NAMES` lists them, what each is used for and what happens without it. Each is looked up and tried once, when
this module is imported; one that works differently counts as missing. `tui.terminal.fallback` then takes over, by
public means alone.
"""

import inspect
from collections.abc import Callable, Iterable
from typing import Any, Final, NamedTuple, Protocol, cast

from textual.app import App
from textual.binding import BindingsMap
from textual.dom import DOMNode
from textual.events import Key
from textual.message import Message

__all__ = [
    "PRIVATE_NAMES",
    "KeyParser",
    "PrivateName",
    "handle_errors",
    "has_key_parser",
    "has_node_bindings",
    "new_key_parser",
    "node_bindings",
]


class PrivateName(NamedTuple):
    """One private name, as `module:name`; `works` tries at start whether it does what it did when this was written."""

    path: str
    used_for: str
    without_it: str
    find: Callable[[], Any]
    works: Callable[[Any], bool]

    def look_up(self) -> Any | None:
        """Return what the name stands for, or `None` if it is missing or works differently."""
        try:
            value = self.find()
            return value if self.works(value) else None
        except Exception:  # what has been renamed or rewritten may fail in any way
            return None


class KeyParser(Protocol):
    """Turns what a terminal sends into Textual's messages."""

    def feed(self, data: str) -> Iterable[Message]:
        """Parse some input."""


def _find_key_parser() -> Any:
    from textual._xterm_parser import XTermParser

    return XTermParser


def _parses_keys(parser_class: Any) -> bool:
    parser: KeyParser = parser_class()
    messages = [*parser.feed("k"), *parser.feed("\x1b[A")]
    return [message.key for message in messages if isinstance(message, Key)] == ["k", "up"]


def _find_error_handler() -> Any:
    return App._handle_exception


def _takes_one_error(handler: Any) -> bool:
    return callable(handler) and list(inspect.signature(handler).parameters) == ["self", "error"]


def _find_node_bindings() -> Any:
    return DOMNode()._bindings


def _maps_keys(bindings: Any) -> bool:
    return isinstance(bindings, BindingsMap) and bindings.key_to_bindings == {}


PRIVATE_NAMES: Final = (
    PrivateName(
        path="textual._xterm_parser:XTermParser",
        used_for="decoding keys and mouse events in our own driver, which accepts any bytes and exits without delay",
        without_it="Textual's own driver is used",
        find=_find_key_parser,
        works=_parses_keys,
    ),
    PrivateName(
        path="textual.app:App._handle_exception",
        used_for="logging an error anywhere in the app, and printing one line instead of a traceback of the dossier",
        without_it="the line cannot name the error, and nothing is logged",
        find=_find_error_handler,
        works=_takes_one_error,
    ),
    PrivateName(
        path="textual.dom:DOMNode._bindings",
        used_for="giving a screen or a widget a person's own keys once, and not with every key that is pressed",
        without_it="Textual's keymap is used, which takes some milliseconds a key",
        find=_find_node_bindings,
        works=_maps_keys,
    ),
)

_key_parser, _error_handler, _an_empty_map = (private_name.look_up() for private_name in PRIVATE_NAMES)


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


def has_node_bindings() -> bool:
    """Return whether `node_bindings` can be called."""
    return _an_empty_map is not None


def node_bindings(node: DOMNode) -> BindingsMap:
    """Return the bindings of one screen or widget, or of the app, which are its own to change."""
    return node._bindings
