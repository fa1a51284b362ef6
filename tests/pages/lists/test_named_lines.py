"""Wherever records of several kinds are listed, each wears its sign, its speaker and its status."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from tests.dossiers import SMALL, loaded
from tui.dossier.kinds import kind_of
from tui.dossier.marks import Marks
from tui.dossier.search.matched_words import MatchedWords
from tui.dossier.search.plain_words import matched_plain_words
from tui.dossier.values.vocabulary import STATUS_GLYPHS
from tui.pages.catalog import Catalog
from tui.pages.list_line import ListLine
from tui.pages.lists.jump_items import item_line, matching, record_items, view_items
from tui.pages.lists.named_lines import in_one_text
from tui.pages.lists.panels import SEARCH
from tui.pages.page import Spans

CATALOG = Catalog(loaded(SMALL))
ITEMS = list(record_items(CATALOG))


def said(spans: Spans) -> str:
    return "".join(span.text for span in spans)


def jump_line(name: str, query: str = "", *, in_words: bool = False) -> ListLine:
    item = next(item for item in ITEMS if item.target == name)
    return item_line(item, matched_plain_words(query), in_words=in_words)


@pytest.mark.parametrize(
    ("name", "mark", "words", "remark", "full"),
    [
        ("ilvane", " ", "Ilvane", "state  ", "state"),
        ("a-coolness", "−", "Norrow – Ilvane", "rivalry ≠", "rivalry  ≠ contested"),
        ("a-lamps", "+", "Norrow → Corvath", "trade »", "trade  » attributed"),
        ("q-denial", "›", "Norrow: No lamps are given away.", "quote  ", "quote"),
        ("c-gift", "×", "Corvath Herald: Norrow gives lamps to the keepers", "claim ×", "claim  × denied"),
        ("e-strike", "▯", "Pilots stay at home", "event ×", "event  × denied"),
        ("l-pilot", "!", "complaint by Ilvane", "ledger row ↯ ×", "ledger row  ↯ unmet  × denied"),
        ("gazette", "¶", "Barges wait", "source  ", "source"),
    ],
)
def test_a_line_of_the_jump_list_has_the_sign_who_says_it_what_it_is_and_how_firm(
    name: str, mark: str, words: str, remark: str, full: str
) -> None:
    line = jump_line(name)
    assert line.mark.text == mark
    assert said(line.spans).startswith(words)
    assert said(line.remark) == remark
    assert said(jump_line(name, in_words=True).remark).rstrip() == full


@pytest.mark.parametrize("in_words", [False, True])
def test_every_record_with_a_status_wears_it_in_the_jump_list_in_its_own_colour(in_words: bool) -> None:
    for item in ITEMS:
        record = CATALOG.dossier.records[item.target]
        line = item_line(item, MatchedWords(()), in_words=in_words)
        if kind_of(record).has_status:
            status = record.status  # type: ignore[attr-defined]
            assert STATUS_GLYPHS[status] in line.remark[-1].text
            assert line.remark[-1].role == f"status-{status}"
            assert (status in line.remark[-1].text) == in_words
        else:
            assert not said(line.remark[-1:]).strip()


def test_what_stands_at_the_right_of_a_jump_list_is_in_columns() -> None:
    for in_words in (False, True):
        lines = [item_line(item, MatchedWords(()), in_words=in_words) for item in (*ITEMS, *view_items())]
        assert len({len(line.remark[-1].text) for line in lines}) == 1


def test_a_status_stays_beside_an_id_in_which_a_word_is_found() -> None:
    [item] = matching(ITEMS, "a-coolness")
    line = item_line(item, matched_plain_words("a-coolness"))
    assert said(line.remark) == "id: a-coolness ≠"


def test_a_reader_sees_their_marks_and_what_is_not_there_at_the_moment_in_the_jump_list_too() -> None:
    catalog = Catalog(loaded(SMALL))
    catalog.set_marks(Marks(frozenset({"a-pact"}), {}))
    items = {item.target: item for item in record_items(catalog)}
    assert said(item_line(items["a-pact"], MatchedWords(())).spans) == "★ Ilvane – Norrow"
    catalog = Catalog(loaded(SMALL.replace('as_of = "1977-05"', 'as_of = "1985"')))
    items = {item.target: item for item in record_items(catalog)}
    assert said(item_line(items["a-pact"], MatchedWords(())).remark) == "ended 1981 ●"


def test_a_view_is_marked_as_one() -> None:
    assert {item_line(item, MatchedWords(())).mark.text for item in view_items()} == {"▸"}


@pytest.mark.parametrize(
    ("name", "query", "remark"),
    [
        ("a-coolness", "rivalry", "gazette ¶5 ≠"),
        ("e-strike", "stay at home", "gazette ¶2–3 ×"),
        ("l-pilot", "lower reach", "gazette ¶2 ↯ ×"),
        ("c-gift", "lamps", "gazette ¶4 ×"),
        ("q-pilot", "pilot", "gazette ¶2  "),
    ],
)
def test_a_result_of_a_search_wears_its_status(name: str, query: str, remark: str) -> None:
    line = CATALOG.found_line(SEARCH, name, query)
    assert said(line.remark) == remark
    assert line.brief_remark[-1] == line.remark[-1]


def test_a_status_stays_in_a_filtered_list_beside_what_a_word_is_found_in() -> None:
    line = CATALOG.found_line("alliances", "a-lamps", "price")
    assert said(line.remark).endswith(" »")
    assert said(line.long_remark).endswith(" »")
    assert said(line.brief_remark) == "in a term »"


@pytest.mark.parametrize(("table", "column", "name"), [("alliances", "date", "a-pact"), ("ledger", "date", "l-pilot")])
def test_a_status_stays_in_a_sorted_list(table: str, column: str, name: str) -> None:
    catalog = Catalog(loaded(SMALL))
    before = catalog.line(name).status
    catalog.choose_order(table, column)
    assert before
    assert catalog.line(name).status == before


def test_a_record_in_one_piece_of_text_has_all_of_it_too() -> None:
    assert in_one_text(CATALOG.builder, "a-coolness") == "− Norrow – Ilvane · rivalry · ≠ contested"
    assert in_one_text(CATALOG.builder, "ilvane") == "Ilvane · state"
    assert in_one_text(CATALOG.builder, "q-denial") == "› Norrow: No lamps are given away · quote"
    assert in_one_text(CATALOG.builder, "c-gift") == (
        "× Corvath Herald: Norrow gives lamps to the keepers of the locks · claim · × denied"
    )


def test_the_lines_of_a_jump_list_are_made_when_they_are_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    builder = CATALOG.builder

    def speakers(_: object, names: Iterable[str], **__: object) -> Spans:
        made.extend(names)
        return ()

    monkeypatch.setattr(type(builder), "speakers", speakers)
    items = list(record_items(CATALOG))
    matching(items, "lamps")
    assert made == []
    item_line(next(item for item in items if item.target == "q-denial"), MatchedWords(()))
    assert made
