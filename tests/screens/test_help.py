"""The help lists every key of where the reader is, once, the pane in use first."""

from __future__ import annotations

import pytest

from tests.pages.page_text import headings, text_of
from tui.keys import FILTER, KEYS, LIST, MATRIX, PAGE
from tui.screens.help import browse_help, plain_help

PANES = {"list": LIST, "page": PAGE, "matrix": MATRIX, "filter": FILTER}


@pytest.mark.parametrize("pane", PANES)
def test_the_pane_in_use_comes_first_and_every_group_is_there_once(pane: str) -> None:
    titles = headings(browse_help("Actors", pane, KEYS))
    assert titles[0] == PANES[pane].title
    assert len(titles) == len(set(titles))
    assert {group.title for group in PANES.values()} <= set(titles)


def test_a_page_without_links_has_no_keys_for_links() -> None:
    text = text_of(plain_help("Reading", KEYS))
    assert "Scroll down a screen" in text
    assert "Follow the selected link" not in text
