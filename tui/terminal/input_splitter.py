"""Splits what a terminal sends into text, whole escape sequences and pastes, in whatever pieces it arrives.

The grammar is that of ECMA-48 (https://ecma-international.org/publications-and-standards/standards/ecma-48/) with the
additions of xterm (https://invisible-island.net/xterm/ctlseqs/ctlseqs.html), rxvt and the Linux console.
"""

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import Final, NamedTuple

from textual import constants

__all__ = ["ESCAPE", "MAX_PASTE", "SILENCE", "InputSplitter", "Kind", "Part"]

ESCAPE: Final = "\x1b"
SILENCE: Final = 1.0
"""Seconds of silence after which a paste is over and an incomplete sequence is dropped."""
MAX_PASTE: Final = 65_536
"""The most characters of a paste; the rest of a longer one is dropped."""

_TYPED_PER_SILENCE: Final = 20
"""Fewer characters than that in `SILENCE` seconds count as silence: a person may be typing, a terminal is not."""
_MAX_SEQUENCE: Final = 64
"""The most characters kept of a sequence: far more than any that is known."""
_CTRL_C: Final = "\x03"
_PASTE_BEGIN: Final = "\x1b[200~"
_PASTE_END: Final = "\x1b[201~"

# Patterns, which are compiled when the first of each is needed: the first paint needs none.
_SEQUENCE: Final = (
    r"\x1b(?:"
    r"\[M[^\x1b\x03]{3}"  # a mouse event in the encoding of X10
    r"|\[\[[A-E]"  # a function key of the Linux console
    r"|\[[0-9]+\$"  # a key with shift in rxvt
    r"|\[(?![M\[])[0-?]*[ -/]*[@-~]"  # CSI
    r"|O[0-9;]*[@-~]"  # SS3
    r"|[^\x1b\x03\[\]OPX^_])"  # alt and a key
)
_INCOMPLETE_SEQUENCE: Final = r"\x1b(?:\[(?:M[^\x1b\x03]{0,2}|\[|[0-?]*[ -/]*)|O[0-9;]*)?\Z"
_STRING_BEGIN: Final = r"\x1b[\]PX^_]"
"""Begins OSC, DCS, SOS, PM or APC, which go on until `_STRING_END`."""
_STRING_END: Final = r"\x1b\\|[\x07\x18\x1a\x9c]|(?=\x03|\x1b[^\\])"
"""ST, or BEL as xterm allows, or CAN or SUB; ctrl+c and another sequence end it too, and are heard."""
_MALFORMED: Final = r"\x1b(?:\[M|\[\[|\[[0-?]*[ -/]*|O[0-9;]*)?"
"""What is dropped of a sequence that cannot be completed: as much as was well formed."""
_HEARD_IN_PASTE: Final = r"(\x1b\[201~)|\x03|\x1b\[(?:99|1089);(?:5|69|133|197)u"
"""The end of the paste, or ctrl+c: a character, or a sequence where keys are reported as by kitty, where the letter may
be Cyrillic and caps lock or num lock may be on."""


class Kind(Enum):
    """What a part of the input is."""

    TEXT = auto()
    SEQUENCE = auto()
    """A whole escape sequence; `ESCAPE` alone is the escape key."""
    PASTE = auto()


class Part(NamedTuple):
    """A part of the input; the text of a paste is without the sequences around it."""

    kind: Kind
    text: str


class InputSplitter:
    """Splits the input of one terminal. Times are those of a monotonic clock, in seconds.

    `deadline` is the time at which `expire` has something to do, `None` while nothing is incomplete. Strings that a
    terminal sends (OSC, DCS, SOS, PM, APC) are dropped: no key is one. Ctrl+c interrupts whatever is incomplete.
    """

    def __init__(self) -> None:
        self.deadline: float | None = None
        self._held = ""
        self._in_string = False
        self._paste: list[str] | None = None
        self._paste_length = 0
        self._since = 0.0
        self._arrived = 0

    def feed(self, text: str, now: float) -> Iterator[Part]:
        """Split what has arrived; what may be continued is held back. To be exhausted before the next call."""
        begins = self.deadline is None or self._held == ESCAPE
        self._held += text
        while self._held and (part := self._next()) is not None:
            begins = True
            if part.text:
                yield part
        self._keep_time(len(text), now, begins=begins)

    def expire(self, now: float) -> Iterator[Part]:
        """Give up what is incomplete, if it is time: a paste is over, a lone escape is the escape key."""
        if self.deadline is None or now < self.deadline:
            return
        if self._paste is not None:
            yield self._end_paste(self._held)
        elif self._held == ESCAPE and not self._in_string:
            yield Part(Kind.SEQUENCE, ESCAPE)
        self._held, self._in_string, self.deadline = "", False, None

    def _keep_time(self, count: int, now: float, *, begins: bool) -> None:
        """Move the deadline: silence begins anew with every `_TYPED_PER_SILENCE` characters."""
        self._arrived += count
        if begins or self._arrived >= _TYPED_PER_SILENCE:
            self._since, self._arrived = now, 0
        if self._held == ESCAPE and not self._in_string and self._paste is None:
            self.deadline = now + constants.ESCAPE_DELAY
        elif self._held or self._in_string or self._paste is not None:
            self.deadline = self._since + SILENCE
        else:
            self.deadline = None

    def _next(self) -> Part | None:
        """Take the next part from what is held; one without text is to be ignored; `None` if it is incomplete."""
        if self._paste is not None:
            return self._next_of_paste()
        if self._in_string:
            return self._end_of_string()
        if self._held[0] != ESCAPE:
            return self._take(Kind.TEXT, self._held.find(ESCAPE))
        if (match := re.match(_SEQUENCE, self._held)) is not None:
            part = self._take(Kind.SEQUENCE, match.end())
            if part.text == _PASTE_BEGIN:
                self._paste, self._paste_length = [], 0
            return part if part.text not in (_PASTE_BEGIN, _PASTE_END) else part._replace(text="")
        if (match := re.match(_STRING_BEGIN, self._held)) is not None:
            self._in_string = True
            return self._take(Kind.SEQUENCE, match.end())._replace(text="")
        if re.match(_INCOMPLETE_SEQUENCE, self._held) is not None:
            self._held = self._held[:_MAX_SEQUENCE]
            return None
        match = re.match(_MALFORMED, self._held)
        part = self._take(Kind.SEQUENCE, match.end() if match else 1)
        return part if part.text == ESCAPE else part._replace(text="")

    def _take(self, kind: Kind, length: int) -> Part:
        """Take `length` characters from what is held, all of them if it is negative."""
        length = len(self._held) if length < 0 else length
        part = Part(kind, self._held[:length])
        self._held = self._held[length:]
        return part

    def _end_of_string(self) -> Part | None:
        if (match := re.search(_STRING_END, self._held)) is not None:
            self._held, self._in_string = self._held[match.end() :], False
            return Part(Kind.SEQUENCE, "")
        self._held = ESCAPE if self._held.endswith(ESCAPE) else ""
        return None

    def _next_of_paste(self) -> Part | None:
        match = re.search(_HEARD_IN_PASTE, self._held)
        if match is None:
            escape = self._held.rfind(ESCAPE, -_MAX_SEQUENCE)
            self._add_to_paste(self._take(Kind.PASTE, escape).text)
            return None
        part = self._take(Kind.TEXT if match[0] == _CTRL_C else Kind.SEQUENCE, match.end())
        before = part.text[: match.start()]
        if match[1]:
            return self._end_paste(before)
        self._add_to_paste(before)
        return part._replace(text=match[0])

    def _add_to_paste(self, text: str) -> None:
        if self._paste is not None and self._paste_length < MAX_PASTE:
            self._paste.append(text[: MAX_PASTE - self._paste_length])
            self._paste_length += len(self._paste[-1])

    def _end_paste(self, rest: str) -> Part:
        self._add_to_paste(rest)
        text, self._paste = "".join(self._paste or ()), None
        return Part(Kind.PASTE, text)
