"""What is typed ahead goes where it was meant: each key has had its effect before the next is handed on."""

from __future__ import annotations

import asyncio
from typing import ClassVar

import pytest
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.screen import ModalScreen
from textual.widget import Widget

from tests.screens.person import Person, at
from tui.terminal.app import TerminalApp


class Writer(Widget, can_focus=True):
    """Writes down the keys it is given; `x` asks to be left."""

    class Left(Message):
        """It asks to be left."""

    def __init__(self, name: str) -> None:
        super().__init__(id=name)
        self.heard = ""

    async def on_key(self, event: events.Key) -> None:
        if len(event.key) > 1:
            return
        event.stop()
        await asyncio.sleep(0)
        self.heard += event.key
        if event.key == "x":
            self.post_message(self.Left())


class Above(ModalScreen[None]):
    """Closes by f1; what else is typed goes to its writer, whose words it keeps."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("f1", "close", "")]

    def compose(self) -> ComposeResult:
        yield Writer("above")

    def action_close(self) -> None:
        self.heard = self.query_one(Writer).heard
        self.dismiss()


class Desk(TerminalApp):
    """Two writers; leaving one turns to the other, by way of messages and of the loop, as panes do."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("f2", "open", "")]

    def __init__(self) -> None:
        super().__init__()
        self.above = Above()

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Writer("one")
        with Vertical():
            yield Writer("two")

    async def on_writer_left(self, message: Writer.Left) -> None:
        await asyncio.sleep(0.02)
        focused = self.focused
        self.screen.set_focus(self.query_one("#two" if focused is self.query_one("#one") else "#one"))

    def action_open(self) -> None:
        self.push_screen(self.above)


def heard(person: Person[Desk], name: str) -> str:
    return person.app.screen_stack[0].query_one(f"#{name}", Writer).heard


async def burst(person: Person[Desk], *keys: str) -> None:
    """Type without waiting."""
    driver = person.app._driver
    assert driver is not None
    for key in keys:
        event = events.Key(key, key if len(key) == 1 else None)
        event.set_sender(person.app)
        driver.send_message(event)
    await person.settle()


@pytest.mark.parametrize("keys", ["abxcd", "xa", "axbxc", "xx", "axxxxb", "x" * 9 + "a"])
async def test_keys_after_one_that_turns_to_another_pane_go_to_that_pane(keys: str) -> None:
    one, two = "", ""
    for number, part in enumerate(keys.split("x")):
        written = part + ("x" if number < keys.count("x") else "")
        one, two = (one, two + written) if number % 2 else (one + written, two)
    async with at(Desk()) as person:
        await burst(person, *keys)
        assert (heard(person, "one"), heard(person, "two")) == (one, two)


async def test_keys_after_one_that_opens_a_screen_go_to_that_screen_and_after_it_closes_to_the_one_below() -> None:
    async with at(Desk()) as person:
        await burst(person, "a", "f2", "b", "c", "f1", "d")
        assert heard(person, "one") == "ad"
        assert person.app.above.heard == "bc"


async def test_a_paste_waits_for_its_turn_too() -> None:
    async with at(Desk()) as person:
        await burst(person, "a", "x")
        person.app.post_message(events.Paste("pasted"))
        await burst(person, "b")
        assert heard(person, "two") == "b"


async def test_keys_are_not_held_back_by_a_handler_that_hangs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.terminal.key_queue._HANDLER_TIMEOUT", 0.05)
    async with at(Desk()) as person:
        forever = asyncio.Event()
        one = person.app.query_one("#one", Writer)
        one.call_later(forever.wait)
        driver = person.app._driver
        assert driver is not None
        for key in "abc":
            event = events.Key(key, key)
            event.set_sender(person.app)
            driver.send_message(event)
        for _ in range(200):
            await asyncio.sleep(0.01)
            if person.app.key_queue.is_idle:
                break
        assert person.app.key_queue.is_idle
        forever.set()
        await person.settle()
        assert one.heard == "abc"


async def test_one_who_waits_is_never_made_to_wait() -> None:
    async with at(Desk()) as person:
        for key in "abc":
            await person.press(key)
            assert person.app.key_queue.is_idle
        assert heard(person, "one") == "abc"
