"""Keys typed ahead go where they were meant to: each has taken full effect before the next is dispatched."""

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


class Recorder(Widget, can_focus=True):
    """Records the keys and clicks it receives; `x` and `g` ask to move the focus away, each in its own way."""

    DEFAULT_CSS = "Recorder { height: 3; }"

    class Leave(Message):
        """Asks the app to move the focus to the other recorder."""

    class LeavePane(Message):
        """Asks the app to have the pane do that."""

    def __init__(self, name: str) -> None:
        super().__init__(id=name)
        self.received = ""

    async def on_key(self, event: events.Key) -> None:
        if len(event.key) > 1:
            return
        event.stop()
        await asyncio.sleep(0)
        self.received += event.key
        if event.key == "x":
            self.post_message(self.Leave())
        elif event.key == "g":
            self.post_message(self.LeavePane())

    def on_mouse_down(self) -> None:
        self.received += "*"


class Pane(Vertical):
    """Moves the focus to the other recorder when it is told to."""

    class Switch(Message):
        """Tells it to."""

    async def on_pane_switch(self) -> None:
        await asyncio.sleep(0.02)
        app = self.app
        assert isinstance(app, TwoPanes)
        app.focus_other()


class Dialog(ModalScreen[None]):
    """Closes on f1; `received` keeps what else was typed."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("f1", "close", "")]
    received = ""

    def compose(self) -> ComposeResult:
        yield Recorder("dialog")

    def action_close(self) -> None:
        self.received = self.query_one(Recorder).received
        self.dismiss()


class TwoPanes(TerminalApp):
    """Two recorders; the focus moves between them by way of messages and of the event loop, as it does between panes.

    The message of `x` goes up to the app; that of `g` goes up to the app, from where another goes down to a pane.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("f2", "open", "")]

    def __init__(self) -> None:
        super().__init__()
        self.dialog = Dialog()

    def compose(self) -> ComposeResult:
        with Pane():
            yield Recorder("one")
        with Pane():
            yield Recorder("two")

    async def on_recorder_leave(self) -> None:
        await asyncio.sleep(0.02)
        self.focus_other()

    def focus_other(self) -> None:
        self.screen.set_focus(self.query_one("#two" if self.focused is self.query_one("#one") else "#one"))

    def on_recorder_leave_pane(self) -> None:
        assert self.focused is not None
        pane = self.focused.parent
        assert isinstance(pane, Pane)
        pane.post_message(Pane.Switch())

    def action_open(self) -> None:
        self.push_screen(self.dialog)


def received(person: Person[TwoPanes], name: str) -> str:
    return person.app.screen_stack[0].query_one(f"#{name}", Recorder).received


def send(person: Person[TwoPanes], *messages: events.Event) -> None:
    """Send events as the terminal does, without waiting."""
    driver = person.app._driver
    assert driver is not None
    for message in messages:
        message.set_sender(person.app)
        driver.send_message(message)


def key(name: str) -> events.Key:
    return events.Key(name, name if len(name) == 1 else None)


def mouse_down(widget: Widget) -> events.MouseDown:
    x, y = widget.region.offset
    return events.MouseDown(None, x, y, 0, 0, 1, False, False, False, screen_x=x, screen_y=y)


async def burst(person: Person[TwoPanes], *keys: str) -> None:
    """Type without waiting."""
    send(person, *map(key, keys))
    await person.settle()


@pytest.mark.parametrize("switch", ["x", "g"])
@pytest.mark.parametrize(
    "keys", ["abxcd", pytest.param("xa", marks=pytest.mark.quick), "axbxc", "xx", "axxxxb", "x" * 9 + "a"]
)
async def test_keys_after_one_that_switches_panes_go_to_the_other_pane(keys: str, switch: str) -> None:
    one, two = "", ""
    for number, part in enumerate(keys.split("x")):
        written = part + (switch if number < keys.count("x") else "")
        one, two = (one, two + written) if number % 2 else (one + written, two)
    async with at(TwoPanes()) as person:
        await burst(person, *keys.replace("x", switch))
        assert (received(person, "one"), received(person, "two")) == (one, two)


async def test_keys_after_one_that_opens_a_screen_go_to_it_and_after_it_closes_to_the_one_below() -> None:
    async with at(TwoPanes()) as person:
        await burst(person, "a", "f2", "b", "c", "f1", "d")
        assert received(person, "one") == "ad"
        assert person.app.dialog.received == "bc"


async def test_a_paste_waits_for_earlier_keys() -> None:
    async with at(TwoPanes()) as person:
        await burst(person, "a", "x")
        person.app.post_message(events.Paste("pasted"))
        await burst(person, "b")
        assert received(person, "two") == "b"


async def test_a_mouse_event_does_not_overtake_pending_keys() -> None:
    async with at(TwoPanes()) as person:
        one = person.app.query_one("#one", Recorder)
        send(person, key("a"), key("x"), key("b"), mouse_down(one), key("c"))
        await person.settle()
        assert (received(person, "one"), received(person, "two")) == ("ax*c", "b")


async def test_keys_do_not_wait_for_a_handler_that_hangs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.terminal.key_queue._HANDLER_TIMEOUT", 0.05)
    async with at(TwoPanes()) as person:
        forever = asyncio.Event()
        one = person.app.query_one("#one", Recorder)
        one.call_later(forever.wait)
        send(person, *map(key, "abc"))
        for _ in range(200):
            await asyncio.sleep(0.01)
            if person.app.key_queue.is_idle:
                break
        assert person.app.key_queue.is_idle
        forever.set()
        await person.settle()
        assert one.received == "abc"


async def test_a_key_typed_while_nothing_is_pending_does_not_wait() -> None:
    async with at(TwoPanes()) as person:
        for name in "abc":
            await person.press(name)
            assert person.app.key_queue.is_idle
        assert received(person, "one") == "abc"


async def test_what_was_typed_before_the_terminal_was_given_up_is_forgotten() -> None:
    async with at(TwoPanes()) as person:
        typed_ahead = [key("b"), mouse_down(person.app.query_one("#two", Recorder))]
        send(person, key("x"), *typed_ahead[:1])
        person.app.discard_typed_ahead()
        send(person, *typed_ahead[1:], key("c"))
        await person.settle()
        assert (received(person, "one"), received(person, "two")) == ("c", "")


async def test_the_mouse_where_there_is_no_screen_any_more_takes_the_focus_from_nothing() -> None:
    async with at(TwoPanes(), (20, 8)) as person:
        focused = person.app.focused
        assert focused is not None
        send(person, events.MouseDown(None, 70, 34, 0, 0, 1, False, False, False, screen_x=70, screen_y=34))
        await person.settle()
        assert person.app.focused is focused
