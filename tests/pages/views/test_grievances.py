"""The ledger in one screen: who feels let down by whom, in which voice and whose words, and what came of it."""

from __future__ import annotations

import pytest

from tests.dossiers import dossier_of, loaded, record
from tests.screens.opened import browsing, opened
from tui import paths
from tui.pages.catalog import Catalog
from tui.pages.page import Entry, Facts, Page, Section
from tui.render.plain_text import plain_text


def _bundled() -> Catalog:
    with open(paths.content("karabakh.toml"), encoding="utf-8") as file:
        return Catalog(loaded(file.read()))


BUNDLED = _bundled()


def book_of(*records: str) -> Catalog:
    people = record("actors", id="x", name="Xanth"), record("actors", id="y", name="Ysmar")
    return Catalog(loaded(dossier_of(*people, *records)))


def grievance(name: str = "l", **keys: object) -> str:
    return record(
        "ledger", **{"id": name, "expecting": "x", "of": "y", "voiced": "complaint", "outcome": "unmet", **keys}
    )


def sheet(book: Catalog) -> Page:
    page = book.page("grievances:")
    assert page is not None
    return page


def told(page: Page) -> dict[str, list[str]]:
    """Heading -> the lines under it."""
    found: dict[str, list[str]] = {}
    for block in page.blocks:
        if isinstance(block, Section):
            found[block.title] = []
        elif isinstance(block, Entry):
            words = "".join(span.text for span in (*block.spans, *block.aside))
            found[next(reversed(found))].append(
                f"{block.mark.text} {words} | {''.join(span.text for span in block.tail)}"
            )
    return found


def test_the_grievances_of_the_bundled_dossier_fit_the_smallest_screen() -> None:
    assert plain_text(sheet(BUNDLED), 74).count("\n") <= 21


async def test_they_fit_the_pane_beside_the_list_in_the_smallest_screen_too() -> None:
    async with opened(size=(80, 24)) as person:
        await person.press("4")
        page = browsing(person).split_view.page_view
        assert page.total <= page.size.height
        assert "Azerbaijan" in person.text
        assert "Not voiced by anybody" in person.text


def test_every_row_of_the_bundled_ledger_is_on_the_sheet() -> None:
    assert {row.id for row in BUNDLED.dossier.tables["ledger"]} <= set(sheet(BUNDLED).links())


def test_a_line_has_of_whom_in_whose_words_what_came_and_how_sure_it_is() -> None:
    page = sheet(book_of(record("quotes", speaker="x"), grievance(quotes=["q"], status="attributed", by=["a"])))
    assert told(page) == {"Xanth  ! 1 complaint": ["! Ysmar, say Xanth, An actor | ✗ unmet » attributed"]}
    assert {"x", "y", "l"} <= set(page.links())


def test_the_same_voice_to_the_same_actor_is_one_line_with_all_that_came() -> None:
    page = sheet(book_of(grievance("l1"), grievance("l2", outcome="refused")))
    assert told(page) == {"Xanth  ! 2 complaints": ["! Ysmar | ✗ unmet, ⊘ refused"]}


def test_complaint_demand_and_request_are_lines_of_their_own_and_counted_apart() -> None:
    page = sheet(book_of(*(grievance(f"l-{voice}", voiced=voice) for voice in ("request", "complaint", "demand"))))
    [(heading, lines)] = told(page).items()
    assert heading == "Xanth  ! 1 complaint, ‼ 1 demand, ? 1 request"
    assert [line[0] for line in lines] == ["?", "!", "‼"]


@pytest.mark.parametrize("status", ["contested", "denied", "inferred"])
def test_what_is_not_settled_is_shown_with_its_status_and_not_counted(status: str) -> None:
    page = sheet(book_of(grievance("l1"), grievance("l2", of="a", status=status, by=["x"], denied_by=["y"])))
    [(heading, lines)] = told(page).items()
    assert heading == "Xanth  ! 1 complaint"
    assert status in lines[1]
    assert [line.endswith(", not counted") for line in lines] == [False, True]


def test_nobody_is_made_to_say_what_the_editor_reads_from_its_words() -> None:
    words = record("quotes", speaker="x")
    book = book_of(words, grievance(quotes=["q"], status="inferred"), grievance("l2", quotes=["q"]))
    [lines] = told(sheet(book)).values()
    assert lines == [
        "! Ysmar, read from words of Xanth | ✗ unmet ∴ inferred, not counted",
        "! Ysmar, says Xanth | ✗ unmet",
    ]
    assert facts(book)["Voiced"] == "! complaint in the words of Xanth, as the editor reads them"


def test_what_is_denied_says_by_whom() -> None:
    page = sheet(book_of(grievance(status="denied", by=["x"], denied_by=["y"])))
    assert [line for lines in told(page).values() for line in lines] == [
        "! Ysmar, says Xanth | ✗ unmet × denied by Ysmar, not counted"
    ]


def test_what_nobody_voices_stands_apart_with_both_names() -> None:
    page = sheet(book_of(grievance(voiced="none", outcome="none-recorded")))
    assert told(page) == {"Not voiced by anybody in the dossier": ["– Xanth of Ysmar | – none recorded"]}


@pytest.mark.parametrize(("voiced", "outcome"), [("request", "met"), ("praise", "unmet")])
def test_what_is_met_or_praised_is_no_grievance(voiced: str, outcome: str) -> None:
    assert list(told(sheet(book_of(grievance(voiced=voiced, outcome=outcome))))) == ["Met, or praised"]


def test_an_empty_ledger_says_so() -> None:
    assert "records nothing" in sheet(book_of()).text()


def test_a_huge_ledger_is_bounded_and_says_how_much_more_there_is() -> None:
    people = [record("actors", id=f"p{number}") for number in range(40)]
    many = [grievance(f"m{number}", of=f"p{number}") for number in range(40)]
    others = [grievance(f"o{number}", expecting=f"p{number}") for number in range(40)]
    same = [grievance(f"s{number}", expecting="a", of="b") for number in range(40)]
    page = sheet(book_of(*people, *same, *many, *others))
    assert len(page.blocks) < 60
    words = plain_text(page, 74)
    assert "and 28 more" in words
    assert "36 more" in words
    assert "30 more actors" in words


# The page of one row.


def facts(book: Catalog) -> dict[str, str]:
    page = book.page("l")
    assert page is not None
    return {
        label: "".join(span.text for span in spans)
        for block in page.blocks
        if isinstance(block, Facts)
        for label, spans in block.rows
    }


def test_a_row_says_in_whose_words_it_is_voiced() -> None:
    assert (
        facts(book_of(record("quotes", speaker="x"), grievance(quotes=["q"])))["Voiced"]
        == "! complaint in the words of Xanth"
    )
    assert facts(book_of(grievance()))["Voiced"] == "! complaint; no words of it are printed"
    assert facts(book_of(grievance(voiced="none")))["Voiced"].startswith("– nobody voices it; no words")


def test_a_row_of_which_nothing_is_recorded_does_not_pass_for_a_refusal() -> None:
    assert facts(book_of(grievance(outcome="none-recorded")))["Came of it"] == (
        "– none recorded; no answer to it is recorded, which is not a refusal"
    )
    assert facts(book_of(grievance(outcome="refused")))["Came of it"] == "⊘ refused"
