"""What a terminal sends, in whatever pieces, is keys, pastes and reports; what is none of these does nothing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import constants
from textual.events import AppFocus, CursorPosition, Key, MouseDown, Paste
from textual.message import Message

from tui.terminal.input_decoder import InputDecoder
from tui.terminal.input_splitter import MAX_PASTE, SILENCE, InputSplitter

ST = "\x1b\\"
REPORTS = {
    "primary attributes": "\x1b[?1;2c",
    "secondary attributes": "\x1b[>1;10;0c",
    "kitty flags": "\x1b[?1u",
    "background colour": f"\x1b]11;rgb:1e1e/1e1e/1e1e{ST}",
    "background colour, ended by BEL": "\x1b]11;rgb:1e1e/1e1e/1e1e\x07",
    "background colour, ended by a C1 character": "\x1b]11;rgb:1e1e/1e1e/1e1e\x9c",
    "version": f"\x1bP>|tmux 3.3a{ST}",
    "setting": f"\x1bP1$r0;276;1q{ST}",
    "graphics": f"\x1b_Gi=31;OK{ST}",
    "privacy message": f"\x1b^quit{ST}",
    "start of string": f"\x1bXquit{ST}",
    "title": f"\x1b]lquit{ST}",
    "size in characters": "\x1b[8;24;80t",
    "status": "\x1b[0n",
    "mode": "\x1b[4;0$y",
    "checksum": f"\x1bP1!~ABCD{ST}",
    "long": f"\x1b[?{'1;' * 40}c",
}
"""Answers of terminals to queries that another program may have sent before us."""
UNKNOWN_KEYS = ("\x1b[1;5I", "\x1b[1;4Z", "\x1b[1;9y", "\x1bO5x", "\x1b[99$", "\x1b[113~", "\x1b[16~", "\x1b[63;5B")
"""Of the last three the number would be that of a character, if they were other sequences."""
KEYS = {
    "\x1b[A": "up",
    "\x1bOA": "up",
    "\x1bOP": "f1",
    "\x1b[[A": "f1",
    "\x1b[15;5~": "ctrl+f5",
    "\x1b[3$": "shift+delete",
    "\x1b[3^": "ctrl+delete",
    "\x1b[Z": "shift+tab",
    "\x1b[1;3D": "alt+left",
    "\x1b[106;1;106u": "j",
    "\x1b[122;5u": "ctrl+z",
    "\x1b[27u": "escape",
    "\x1bj": "alt+j",
    "\x1b/": "alt+slash",
    "\x1b\x7f": "ctrl+w",
    "\x03": "ctrl+c",
    "\x1a": "ctrl+z",
    "խ": "խ",
}


class Terminal:
    """A terminal that sends pieces at times of its own choice."""

    def __init__(self) -> None:
        self.now = 100.0
        self._splitter = InputSplitter()
        self._decoder = InputDecoder()

    def sends(self, *pieces: str, pause: float = 0.0) -> list[Message]:
        """Send pieces with a pause before each, and return the messages that they stand for."""
        messages: list[Message] = []
        for piece in pieces:
            messages += self.is_silent(pause)
            messages += self._decoded(self._splitter.feed(piece, self.now))
        return messages

    def is_silent(self, seconds: float) -> list[Message]:
        """Send nothing for some time."""
        end = self.now + seconds
        messages: list[Message] = []
        while (deadline := self._splitter.deadline) is not None and deadline <= end:
            self.now = deadline
            messages += self._decoded(self._splitter.expire(self.now))
        self.now = end
        return messages

    def _decoded(self, parts: Iterator[object]) -> list[Message]:
        return [message for part in parts for message in self._decoder.decode(part)]  # type: ignore[arg-type]


def keys(messages: list[Message]) -> list[str]:
    assert all(isinstance(message, Key) for message in messages), messages
    return [message.key for message in messages if isinstance(message, Key)]


def pasted(messages: list[Message]) -> list[str]:
    return [message.text for message in messages if isinstance(message, Paste)]


@pytest.mark.parametrize("report", REPORTS.values(), ids=list(REPORTS))
def test_a_report_of_the_terminal_does_nothing_in_however_many_pieces(report: str) -> None:
    assert keys(Terminal().sends(f"{report}k")) == ["k"]
    assert keys(Terminal().sends(*report, "k", pause=0.01)) == ["k"]
    for split in range(2, len(report)):
        assert keys(Terminal().sends(report[:split], report[split:], "k", pause=0.5)) == ["k"]


@pytest.mark.parametrize("sequence", UNKNOWN_KEYS)
def test_a_key_that_is_not_known_does_nothing(sequence: str) -> None:
    assert keys(Terminal().sends(f"{sequence}k")) == ["k"]


@pytest.mark.parametrize(("sequence", "name"), KEYS.items(), ids=list(KEYS.values()))
def test_a_key_that_is_known_is_that_key_after_anything(sequence: str, name: str) -> None:
    assert keys(Terminal().sends(sequence)) == [name]
    for before in (*REPORTS.values(), *UNKNOWN_KEYS):
        assert keys(Terminal().sends(f"{before}{sequence}")) == [name], before


def test_a_key_with_alt_writes_nothing() -> None:
    [key] = Terminal().sends("\x1bj")
    assert isinstance(key, Key)
    assert (key.key, key.character, key.is_printable) == ("alt+j", None, False)


def test_what_is_not_a_key_is_what_it_was() -> None:
    assert [type(message) for message in Terminal().sends("\x1b[I\x1b[5;7R\x1b[<0;10;5M\x1b[M !!")] == [
        AppFocus,
        CursorPosition,
        MouseDown,
    ]


def test_an_escape_alone_is_the_escape_key_and_one_before_a_key_in_time_is_not() -> None:
    terminal = Terminal()
    assert keys(terminal.sends("\x1b")) == []
    assert keys(terminal.is_silent(constants.ESCAPE_DELAY)) == ["escape"]
    assert keys(terminal.sends("\x1b", "[A", pause=constants.ESCAPE_DELAY / 2)) == ["up"]
    assert keys(terminal.sends("\x1b", "[A", pause=constants.ESCAPE_DELAY * 2)) == [
        "escape",
        "left_square_bracket",
        "A",
    ]
    assert keys(terminal.sends("\x1b\x1b[A")) == ["escape", "up"]


@pytest.mark.parametrize(
    "begun", ["\x1b[?1;2", "\x1b[", "\x1b]11;rgb", "\x1bP>|tmux", "\x1b_", "\x1b]1\x1b", "\x1b[M!"]
)
def test_what_is_begun_and_never_completed_is_dropped_after_a_second(begun: str) -> None:
    terminal = Terminal()
    assert terminal.sends(begun, pause=0.3) == []
    assert terminal.is_silent(SILENCE) == []
    assert keys(terminal.sends("k")) == ["k"]


@pytest.mark.parametrize(
    "begun", ["\x1b[?1;2", "\x1b[", "\x1b]11;rgb", "\x1bP", "\x1b", "\x1b[M!", "\x1b[1" + "1" * 99]
)
@pytest.mark.parametrize("ctrl_c", ["\x03", "\x1b[99;5u"])
def test_ctrl_c_is_heard_in_the_middle_of_a_sequence(begun: str, ctrl_c: str) -> None:
    assert keys(Terminal().sends(begun, ctrl_c, "k"))[-2:] == ["ctrl+c", "k"]


@pytest.mark.parametrize("end", ["\x18", "\x1a", "\x1b[A"])
def test_a_string_is_ended_by_what_a_terminal_would_end_it_with(end: str) -> None:
    assert keys(Terminal().sends("\x1b]0;jj", f"{end}k")) == (["up", "k"] if end == "\x1b[A" else ["k"])


# Pastes


def test_a_paste_is_its_text_wherever_it_is_split() -> None:
    data = "\x1b[200~two\nlines, \x1b[A, NUL\0 and \x1b]0;a title\x07\x1b[201~k"
    for split in range(2, len(data)):
        paste, key = Terminal().sends(data[:split], data[split:])
        assert pasted([paste]) == ["two\nlines, \x1b[A, NUL and \x1b]0;a title\x07"]
        assert keys([key]) == ["k"]


def test_a_paste_without_an_end_is_over_after_a_second_of_silence() -> None:
    terminal = Terminal()
    assert terminal.sends("\x1b[200~", "some", "text", pause=0.1) == []
    assert terminal.is_silent(SILENCE * 0.7) == []
    assert pasted(terminal.is_silent(SILENCE)) == ["sometext"]
    assert keys(terminal.sends("q")) == ["q"]


def test_somebody_who_types_does_not_keep_a_paste_open() -> None:
    messages = Terminal().sends("\x1b[200~" + "text" * 20, *"q" * 12, pause=0.15)
    assert pasted(messages) == ["text" * 20 + "q" * 6]
    assert keys(messages[1:]) == ["q"] * 6


def test_a_paste_over_a_slow_line_goes_on_as_long_as_it_arrives() -> None:
    line = "x" * 300
    assert pasted(Terminal().sends("\x1b[200~", *line, "\x1b[201~", pause=0.03)) == [line]


def test_ctrl_c_is_heard_in_a_paste_without_an_end() -> None:
    terminal = Terminal()
    assert keys(terminal.sends("\x1b[200~some\x03some\x1b[99;5u")) == ["ctrl+c", "ctrl+c"]
    assert keys(terminal.sends("some\x1b[1089;69u")) == ["ctrl+с"]
    assert pasted(terminal.is_silent(SILENCE)) == ["somesomesome"]


def test_a_paste_ends_at_its_limit_and_the_rest_is_no_keys() -> None:
    terminal = Terminal()
    assert terminal.sends("\x1b[200~", *["q" * 4096] * 20) == []
    assert keys(terminal.sends("\x03")) == ["ctrl+c"]
    assert pasted(terminal.is_silent(SILENCE)) == ["q" * MAX_PASTE]
    [paste, key] = terminal.sends("\x1b[200~", *["q" * 4096] * 20, "\x1b[201~", "k")
    assert pasted([paste]) == ["q" * MAX_PASTE]
    assert keys([key]) == ["k"]


def test_the_end_of_a_paste_that_never_began_does_nothing() -> None:
    assert keys(Terminal().sends("\x1b[201~k")) == ["k"]


# Anything

FRAGMENTS = (
    "\x1b",
    "[",
    "]",
    "P",
    "_",
    "M",
    "O",
    "?",
    "1",
    ";",
    "$",
    "\\",
    "~",
    "u",
    "k",
    "\x03",
    "\x07",
    "\x18",
    "խ",
    "\x1b[200~",
)


@given(st.lists(st.sampled_from(("\x1b[201~", *FRAGMENTS)), max_size=24), st.data())
def test_it_does_not_matter_where_the_input_is_split_and_silence_ends_all_of_it(
    fragments: list[str], data: st.DataObject
) -> None:
    text = "".join(fragments)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=6)))
    pieces = [text[start:end] for start, end in pairwise((0, *cuts, len(text)))]
    whole, split = Terminal(), Terminal()
    expected = [*whole.sends(text), *whole.is_silent(SILENCE)]
    found = [*split.sends(*pieces), *split.is_silent(SILENCE)]
    assert list(map(repr, found)) == list(map(repr, expected))
    assert keys(split.sends("k")) == ["k"]
