"""The names of Textual that painting past the compositor relies on are what they were."""

from __future__ import annotations

import inspect

import pytest
from textual._compositor import ChopsUpdate, Compositor, CompositorUpdate
from textual.app import App
from textual.binding import BindingsMap
from textual.dom import DOMNode
from textual.screen import Screen
from textual.widget import Widget


def test_the_compositor_says_what_is_seen_and_what_is_in_front_of_what() -> None:
    visible = inspect.getsource(Compositor.visible_widgets.fget)  # type: ignore[attr-defined]
    assert "self._visible_widgets = {" in visible
    assert "visible_widgets.sort(key=itemgetter(0), reverse=True)" in visible
    assert "painting front to back" in inspect.getsource(Compositor._render_chops)
    assert "self._compositor = " in inspect.getsource(Screen)


def test_the_compositor_keeps_no_picture_of_what_was_painted() -> None:
    kept = {line.split(":")[0].split(" =")[0].strip() for line in inspect.getsource(Compositor.__init__).splitlines()}
    assert {name for name in kept if name.startswith("self.")} == {
        "self.root",
        "self.size",
        "self.widgets",
        "self._cuts",
        "self._dirty_regions",
        "self._full_map",
        "self._full_map_invalidated",
        "self._layers",
        "self._layers_visible",
        "self._visible_map",
        "self._visible_widgets",
    }


def test_an_update_is_displayed_as_what_it_renders_to() -> None:
    assert issubclass(ChopsUpdate, CompositorUpdate)
    shown = inspect.getsource(App._display)
    assert "isinstance(renderable, CompositorUpdate)" in shown
    assert "renderable.render_segments(console)" in shown
    assert "if self._batch_count:" in shown


@pytest.mark.parametrize("name", ["_layout_required", "_scroll_required", "_recompose_required"])
def test_the_screen_says_what_waits_for_a_layout(name: str) -> None:
    assert f"self.{name}" in inspect.getsource(Screen._on_idle)
    assert hasattr(Screen(), name)


def test_a_widget_knows_that_it_is_to_be_painted() -> None:
    assert "self._repaint_required = True" in inspect.getsource(Widget.refresh)


def test_a_widget_keeps_its_bindings_by_key() -> None:
    assert "self._bindings = " in inspect.getsource(DOMNode.__init__)
    assert "self.key_to_bindings" in inspect.getsource(BindingsMap.__init__)
