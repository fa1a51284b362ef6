"""Turns the parts of what a terminal sends into Textual's messages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from textual.events import Key, Paste
from textual.message import Message

from tui.terminal import compat
from tui.terminal.input_splitter import ESCAPE, Kind, Part

__all__ = ["InputDecoder"]

_MAX_KNOWN: Final = 32
"""The most characters of a sequence that Textual's parser knows; it takes a longer one for keys."""
_FOCUS_IN: Final = f"{ESCAPE}[I"
"""A sequence that the parser knows, and that changes nothing in it."""
_NUMBERED_KEY: Final = r"\x1b\[(?!27;)[0-9:;]+[A-Z~]"
"""A key with a number, which is not that of a character, as it is before `u` and in `CSI 27;modifiers;number~`."""


class InputDecoder:
    """Decodes parts one after the other; a sequence that is not known stands for nothing.

    What the parser fails on is dropped.
    """

    def __init__(self) -> None:
        self._parser = compat.new_key_parser()

    def decode(self, part: Part) -> Iterator[Message]:
        """Return the messages that a part stands for."""
        if part.kind is Kind.PASTE:
            yield Paste(part.text.replace("\0", ""))
        elif part.kind is Kind.TEXT:
            yield from self._parsed(part.text)
        elif part.text == ESCAPE:
            yield Key("escape", ESCAPE)
        elif len(part.text) <= _MAX_KNOWN:
            yield from self._decode_sequence(part.text)

    def _decode_sequence(self, sequence: str) -> Iterator[Message]:
        messages = self._parsed_sequence(sequence)
        if re.fullmatch(_NUMBERED_KEY, sequence) and _keys(messages) == _keys(
            self._parsed_sequence(f"{sequence[:-1]}u")
        ):
            messages = [message for message in messages if not isinstance(message, Key)]
        elif not messages and len(sequence) == 2:
            messages = [Key(f"alt+{key}", None) for key in _keys(self._parsed(sequence[1]))]
        yield from messages

    def _parsed_sequence(self, sequence: str) -> list[Message]:
        messages = list(self._parsed(sequence))
        if not messages:
            # The parser may wait for the rest of a sequence that it does not know, and take it for keys in the end.
            for _ in self._parsed(_FOCUS_IN):
                pass
        return messages

    def _parsed(self, text: str) -> Iterator[Message]:
        messages = iter(self._parser.feed(text))
        while True:
            try:
                message = next(messages)
            except StopIteration:
                return
            except Exception:  # a parser that failed is of no use
                self._parser = compat.new_key_parser()
                return
            yield message


def _keys(messages: Iterable[Message]) -> list[str]:
    return [message.key for message in messages if isinstance(message, Key)]
