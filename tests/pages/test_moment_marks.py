"""What became of a tie since the moment before."""

from __future__ import annotations

import pytest

from tests.dossiers import HEAD, loaded, record
from tui.dossier.network.scope import Scope
from tui.dossier.values.dates import parse_date
from tui.pages.catalog import Catalog
from tui.pages.moment_marks import change
from tui.pages.page import Entry, Fields
from tui.pages.span_builder import SpanBuilder


def _tie(name: str, kind: str, **keys: object) -> str:
    return record("alliances", id=name, kind=kind, between=["a", "b"], **keys)


DOSSIER = loaded(
    HEAD
    + record("sources")
    + record("actors")
    + record("actors", id="b")
    + _tie("treaty", "treaty-alliance", end="1970")
    + _tie("feud", "rivalry", start="1970")
    + _tie("wares", "trade", start="1960")
    + _tie("claim", "territorial-claim", start="1971")
)


def test_only_a_tie_with_a_sign_can_turn() -> None:
    builder = SpanBuilder(DOSSIER, Scope(moment=parse_date("1971")))
    builder.since = parse_date("1970")
    said = {name: change(builder, name) for name in ("treaty", "feud", "wares", "claim")}
    assert said == {"treaty": "↓ went", "feud": "⇄ turned", "wares": "", "claim": "↑ came"}


def test_the_page_of_a_tie_that_has_ended_says_that_it_is_not_counted() -> None:
    signs = {}
    for moment in ("1960", "1971"):
        page = Catalog(DOSSIER, Scope(moment=parse_date(moment))).page("treaty")
        assert page is not None
        [fields] = [block for block in page.blocks if isinstance(block, Fields)]
        signs[moment] = dict(fields.rows)["Sign"]
    assert [(span.text, span.role) for span in signs["1960"]] == [("+ with", "sign-with")]
    assert [(span.text, span.role) for span in signs["1971"]] == [
        ("+ with", "dim"),
        ("  ended 1970: not counted as of 1971", "strong"),
    ]


def test_the_line_of_a_tie_that_has_ended_has_a_mark_where_there_is_no_room_for_the_word() -> None:
    catalog = Catalog(DOSSIER, Scope(moment=parse_date("1971")))
    least = {name: "".join(span.text for span in catalog.line(name).least_remark) for name in ("treaty", "feud")}
    assert least == {"treaty": "† treaty ●", "feud": "rivalry ●"}


@pytest.mark.parametrize(
    ("moment", "name", "word", "there"), [("1972", "treaty", "ended", "feud"), ("1969", "feud", "not begun", "treaty")]
)
def test_a_tie_of_another_time_is_dim_on_the_page_of_its_actor_and_keeps_its_word_mark_and_links(
    moment: str, name: str, word: str, there: str
) -> None:
    page = Catalog(DOSSIER, Scope(moment=parse_date(moment))).page("a")
    assert page is not None
    of_tie = {
        span.link: block
        for block in page.blocks
        if isinstance(block, Entry)
        for span in block.spans
        if span.link in (name, there)
    }
    absent, present = of_tie[name], of_tie[there]
    shown = (absent.mark, *absent.spans, *absent.below)
    assert {span.role for span in shown if span.text.strip()} == {"dim"}
    assert [span.role for span in absent.tail] == [span.role for span in present.tail], "how sure it is, and its cites"
    assert absent.mark.text in ("+", "−")
    assert absent.spans[-1].text.strip() == word
    assert any(span.link for span in absent.tail), "its source is still a link"
    assert "dim" not in {present.mark.role, *(span.role for span in present.spans if span.link)}
