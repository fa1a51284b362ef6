"""The ledger in one screen: who feels let down by whom, in which voice and whose words, and what came of it."""

from __future__ import annotations

from itertools import takewhile

import pytest

from tests.dossiers import dossier_of, loaded, record
from tests.pages.page_text import bundled, facts_of, page_of
from tests.screens.opened import browsing, opened
from tests.screens.panel_keys import LEDGER
from tui.pages.catalog import Catalog
from tui.pages.page import Entry, Page, Section
from tui.render.layout import PageLayout, lay_out
from tui.render.plain_text import plain_text
from tui.render.wrap import Piece

BUNDLED = Catalog(bundled())


def catalog_of(*records: str) -> Catalog:
    people = record("actors", id="x", name="Xanth"), record("actors", id="y", name="Ysmar")
    return Catalog(loaded(dossier_of(*people, *records)))


def grievance(name: str = "l", **keys: object) -> str:
    return record(
        "ledger", **{"id": name, "expecting": "x", "of": "y", "voiced": "complaint", "outcome": "unmet", **keys}
    )


def view(catalog: Catalog) -> Page:
    return page_of(catalog, "grievances:")


COMPLAINTS = "Who feels let down by whom"


def lines_by_heading(page: Page) -> dict[str, list[str]]:
    """Heading with its note -> the lines under it up to their cites, without the heading over all complaints."""
    groups: dict[str, list[str]] = {}
    for block in page.blocks:
        if isinstance(block, Section):
            if block.title != COMPLAINTS:
                groups[f"{block.title}  {''.join(span.text for span in block.note)}".rstrip()] = []
        elif isinstance(block, Entry):
            words = "".join(span.text for span in block.spans)
            tail = "".join(span.text for span in takewhile(lambda span: span.role != "cite", block.tail)).rstrip()
            groups[next(reversed(groups))].append(f"{block.mark.text} {words} | {tail}")
    return groups


def test_the_grievances_of_the_bundled_dossier_fit_the_smallest_screen() -> None:
    assert len(lay_out(view(BUNDLED), 74, 21).rows) <= 21


@pytest.mark.parametrize("width", [74, 44, 30])
def test_who_says_it_is_on_every_line_however_narrow_the_pane(width: int) -> None:
    words = " ".join(plain_text(view(BUNDLED), width).split())
    assert words.count("Allies and partners, said by the author") == 2
    assert words.count("said by") == 8
    assert words.count("inferred from what is reported of Armenia") == 2


async def test_in_the_smallest_screen_the_view_scrolls_and_keeps_who_says_it() -> None:
    async with opened(size=(80, 24)) as person:
        await person.press(LEDGER)
        page = browsing(person).split_view.page_view
        assert page.total > page.size.height
        complaints = [line for line in person.pane(page) if line.strip().startswith("! ")]
        assert len(complaints) >= 4
        assert person.text.count("said by") == len(complaints)
        assert "That an ally should" in person.text
        await person.press("tab", "end")
        assert "Bagram" in person.text
        assert "Requests and demands" in person.text


def test_every_row_of_the_bundled_ledger_is_on_the_view() -> None:
    assert {row.id for row in BUNDLED.dossier.tables["ledger"]} <= set(view(BUNDLED).links())


def test_a_line_has_of_whom_in_whose_words_what_came_and_how_sure_it_is() -> None:
    page = view(catalog_of(record("quotes", speaker="x"), grievance(quotes=["q"], status="attributed", by=["a"])))
    assert lines_by_heading(page) == {
        "Xanth  ! 1 complaint": ["! Ysmar, said by Xanth, An actor | ↯ unmet » attributed"]
    }
    assert {"x", "y", "l"} <= set(page.links())


def test_a_line_ends_with_where_its_rows_are_found_each_place_a_link() -> None:
    rows = grievance("l1", cite=["s#p2-5"]), grievance("l2", cite="s#p7"), grievance("l3", cite=["s#p2-5", "s#p9"])
    [line] = [block for block in view(catalog_of(*rows)).blocks if isinstance(block, Entry)]
    tail = "".join(span.text for span in line.tail)
    assert tail.endswith("● reported ¶2–5 ¶7 and 1 more")
    assert {"s#p2", "s#p7"} <= {span.link for span in line.tail}


def test_where_rows_are_few_cites_are_left_out_before_what_was_expected() -> None:
    page = view(BUNDLED)
    whole = len(lay_out(page, 74).rows)
    layouts = {height: lay_out(page, 74, height) for height in range(21, whole + 1)}
    assert all(len(layout.rows) <= height for height, layout in layouts.items())
    texts = {height: words_in(layout) for height, layout in layouts.items()}
    assert "¶2–5" in texts[whole]
    assert "¶2–5" not in texts[21]
    assert "That an ally should not arm" not in texts[21]
    assert any("That partners say plainly" in text and "¶2–5" not in text for text in texts.values())


def test_the_same_voice_to_the_same_actor_is_one_line_with_all_that_came() -> None:
    page = view(catalog_of(grievance("l1"), grievance("l2", outcome="refused")))
    assert lines_by_heading(page) == {"Xanth  ! 2 complaints": ["! Ysmar | ↯ unmet, ⊘ refused ● reported"]}


def test_rows_of_different_speakers_or_status_have_lines_of_their_own_so_the_number_is_what_is_seen() -> None:
    words = (record("quotes", id=f"q{name}", speaker=name) for name in "xa")
    rows = (
        grievance("l1", quotes=["qx"]),
        grievance("l2", quotes=["qa"]),
        grievance("l3", quotes=["qa"], status="attributed", outcome="open"),
        grievance("l4", quotes=["qa"], status="attributed"),
        grievance("l5", status="inferred"),
    )
    assert lines_by_heading(view(catalog_of(*words, *rows))) == {
        "Xanth  ! 4 complaints; 1 not counted": [
            "! Ysmar, said by Xanth | ↯ unmet ● reported",
            "! Ysmar, said by An actor | ↯ unmet ● reported",
            "! Ysmar, said by An actor | ○ open, ↯ unmet » attributed",
            "! Ysmar | ↯ unmet ∴ inferred, not counted",
        ]
    }


@pytest.mark.parametrize(
    ("voice", "let_down"), [("complaint", True), ("warning", True), ("request", False), ("demand", False)]
)
def test_who_asks_for_something_is_not_said_to_feel_let_down(voice: str, let_down: bool) -> None:
    page = view(catalog_of(grievance(voiced=voice)))
    assert (COMPLAINTS in [block.title for block in page.blocks if isinstance(block, Section)]) == let_down


def test_only_settled_rows_are_counted_under_every_heading() -> None:
    statuses = ("reported", "inferred")
    rows = [grievance(f"l{at}-{voice}", voiced=voice, status=at) for voice in ("request", "none") for at in statuses]
    rows += [grievance(f"m{status}", status=status, outcome="met") for status in statuses]
    assert list(lines_by_heading(view(catalog_of(*rows)))) == [
        "Requests and demands  ? 1 request; 1 not counted",
        "No speaker recorded  1; 1 not counted",
        "Met or praised  ! 1 complaint; 1 not counted",
    ]


def test_complaint_demand_and_request_are_lines_of_their_own_and_counted_apart() -> None:
    page = view(catalog_of(*(grievance(f"l-{voice}", voiced=voice) for voice in ("request", "complaint", "demand"))))
    assert lines_by_heading(page) == {
        "Xanth  ! 1 complaint": ["! Ysmar | ↯ unmet ● reported"],
        "Requests and demands  ‼ 1 demand, ? 1 request": [
            "? Xanth to Ysmar | ↯ unmet ● reported",
            "‼ Xanth to Ysmar | ↯ unmet ● reported",
        ],
    }


@pytest.mark.parametrize("status", ["contested", "denied", "inferred"])
def test_what_is_not_settled_is_shown_with_its_status_and_not_counted(status: str) -> None:
    page = view(catalog_of(grievance("l1"), grievance("l2", of="a", status=status, by=["x"], denied_by=["y"])))
    [(heading, lines)] = lines_by_heading(page).items()
    assert heading == "Xanth  ! 1 complaint; 1 not counted"
    assert status in lines[1]
    assert [line.endswith(", not counted") for line in lines] == [False, True]


def test_nobody_is_made_to_say_what_the_editor_reads_from_its_words() -> None:
    words = record("quotes", speaker="x")
    catalog = catalog_of(words, grievance(quotes=["q"], status="inferred"), grievance("l2", quotes=["q"]))
    [lines] = lines_by_heading(view(catalog)).values()
    assert lines == [
        "! Ysmar, said by Xanth | ↯ unmet ● reported",
        "! Ysmar, inferred from Xanth’s words | ↯ unmet ∴ inferred, not counted",
    ]
    assert facts_of(page_of(catalog, "l"))["Voiced"] == "! complaint, inferred from Xanth’s words"


def test_what_the_editor_reads_from_several_is_from_the_words_of_all() -> None:
    quotes = (record("quotes", id=f"q-{speaker}", speaker=speaker) for speaker in "xa")
    page = view(catalog_of(*quotes, grievance(quotes=["q-x", "q-a"], status="inferred")))
    [[line]] = lines_by_heading(page).values()
    assert line == "! Ysmar, inferred from the words of Xanth, An actor | ↯ unmet ∴ inferred, not counted"


def test_who_is_named_as_the_one_that_expects_is_not_named_again_as_the_speaker() -> None:
    words = (record("quotes", id=f"q-{speaker}", speaker=speaker) for speaker in "xa")
    rows = (grievance(f"l-{speaker}", voiced="request", quotes=[f"q-{speaker}"]) for speaker in "xa")
    assert lines_by_heading(view(catalog_of(*words, *rows))) == {
        "Requests and demands  ? 2 requests": [
            "? Xanth to Ysmar | ↯ unmet ● reported",
            "? Xanth to Ysmar, said by An actor | ↯ unmet ● reported",
        ]
    }


def test_what_is_denied_says_by_whom() -> None:
    page = view(catalog_of(grievance(status="denied", by=["x"], denied_by=["y"])))
    assert [line for lines in lines_by_heading(page).values() for line in lines] == [
        "! Ysmar, said by Xanth | ↯ unmet × denied by Ysmar, not counted"
    ]


def test_what_nobody_voices_stands_apart_with_both_names() -> None:
    page = view(catalog_of(grievance(voiced="none", outcome="none-recorded")))
    assert lines_by_heading(page) == {
        "No speaker recorded  1": ["␣ Xanth expects of Ysmar | ␣ none recorded ● reported"]
    }


@pytest.mark.parametrize(("voiced", "outcome"), [("request", "met"), ("praise", "unmet")])
def test_what_is_met_or_praised_is_no_grievance(voiced: str, outcome: str) -> None:
    [heading] = lines_by_heading(view(catalog_of(grievance(voiced=voiced, outcome=outcome))))
    assert heading.startswith("Met or praised  ")


def test_an_empty_ledger_says_so() -> None:
    assert "records nothing" in view(catalog_of()).text()


def test_a_huge_ledger_is_bounded_and_says_how_much_more_there_is() -> None:
    people = [record("actors", id=f"p{number}") for number in range(40)]
    many = [grievance(f"m{number}", of=f"p{number}") for number in range(40)]
    others = [grievance(f"o{number}", expecting=f"p{number}") for number in range(40)]
    same = [grievance(f"s{number}", expecting="a", of="b") for number in range(40)]
    page = view(catalog_of(*people, *same, *many, *others))
    assert len(page.blocks) < 60
    words = plain_text(page, 74)
    assert "and 28 more" in words
    assert "36 more" in words
    assert "30 more actors" in words


def words_in(layout: PageLayout) -> str:
    return " ".join("".join(piece.text for row in layout.rows for piece in (*row, Piece(" ", "text"))).split())


def test_what_was_expected_is_below_each_line_that_has_room_for_it() -> None:
    assert "That an ally should not arm Azerbaijan. ⊘ refused" in words_in(lay_out(view(BUNDLED), 74, 40))
    assert "That an ally should not arm Azerbaijan." in plain_text(view(BUNDLED), 74)
    assert "That an ally should not arm Azerbaijan." not in words_in(lay_out(view(BUNDLED), 74, 21))


def test_a_page_that_is_longer_than_any_view_has_what_was_expected_however_narrow() -> None:
    rows = [grievance(f"l{number}", expected=f"Gift {number}.", quotes=[f"q{number}"]) for number in range(5)]
    quotes = [record("quotes", id=f"q{number}", speaker=f"p{number}") for number in range(5)]
    people = [record("actors", id=f"p{number}") for number in range(5)]
    page = view(catalog_of(*people, *quotes, *rows))
    assert all("Gift 2." in words_in(lay_out(page, width, 4)) for width in (60, 44))


def test_what_was_expected_is_below_the_lines_of_the_sections_for_which_rows_are_free() -> None:
    rows = [grievance(f"l{name}", expecting=name, expected=f"Gift {name}.") for name in "ax"]
    page = view(catalog_of(*rows))
    needed = len(lay_out(page, 44, 1).rows)
    gifts = {
        height: [name for name in "ax" if f"Gift {name}." in words_in(lay_out(page, 44, height))]
        for height in (needed, needed - 1, needed - 2)
    }
    assert gifts == {needed: ["a", "x"], needed - 1: ["a"], needed - 2: []}


def test_rows_on_one_line_say_each_once_what_was_expected() -> None:
    rows = [grievance(f"l{number}", expected=gift) for number, gift in enumerate(("Bread.", "Salt.", "Bread."))]
    [entry] = [block for block in view(catalog_of(*rows)).blocks if isinstance(block, Entry)]
    assert "".join(span.text for span in entry.below) == "Bread.; Salt."


def test_the_name_of_a_side_has_its_colour_over_its_complaints_too() -> None:
    headings = {block.title: block.role for block in view(BUNDLED).blocks if isinstance(block, Section)}
    assert headings["Armenia"] == "side-one"
    assert headings["Azerbaijan"] == "side-two"
    assert headings["Requests and demands"] == "label"


def test_many_complaints_have_a_sum_first() -> None:
    rows = [grievance(f"l{number}", outcome="refused" if number < 3 else "unmet") for number in range(15)]
    rows.append(grievance("l-inferred", status="inferred"))
    notes = {
        block.title: "".join(span.text for span in block.note)
        for block in view(catalog_of(*rows)).blocks
        if isinstance(block, Section)
    }
    assert notes[COMPLAINTS] == "! 15 complaints: 3 ⊘ refused, 12 ↯ unmet"
    same = [grievance(f"l{number}") for number in range(13)]
    [heading, *_] = [block for block in view(catalog_of(*same)).blocks if isinstance(block, Section)]
    assert "".join(span.text for span in heading.note) == "! 13 complaints: all ↯ unmet"
    [heading, *_] = [block for block in view(catalog_of(*same[:12])).blocks if isinstance(block, Section)]
    assert heading.note == ()


# The page of one row.


def test_a_row_says_in_whose_words_it_is_voiced() -> None:
    assert (
        facts_of(page_of(catalog_of(record("quotes", speaker="x"), grievance(quotes=["q"])), "l"))["Voiced"]
        == "! complaint in the words of Xanth"
    )
    assert facts_of(page_of(catalog_of(grievance()), "l"))["Voiced"] == "! complaint; not quoted"
    assert facts_of(page_of(catalog_of(grievance(voiced="none")), "l"))["Voiced"] == "␣ no speaker recorded"


def test_a_row_of_which_nothing_is_recorded_does_not_pass_for_a_refusal() -> None:
    assert facts_of(page_of(catalog_of(grievance(outcome="none-recorded")), "l"))["Outcome"] == (
        "␣ none recorded; no answer is recorded, which is not a refusal"
    )
    assert facts_of(page_of(catalog_of(grievance(outcome="refused")), "l"))["Outcome"] == "⊘ refused"


def test_an_expectation_that_nobody_states_is_the_editors_and_the_status_that_of_the_complaint() -> None:
    catalog = catalog_of(
        grievance("read", stated=False, expected="To be asked."), grievance("said", stated=True, expected="To be told.")
    )
    lines = plain_text(view(catalog), 74).splitlines()
    at = next(number for number, line in enumerate(lines) if "To be asked." in line)
    assert lines[at - 1] == "! Ysmar  ● reported"
    assert lines[at].split() == ["(read", "by", "the", "editor)", "To", "be", "asked.", "↯", "unmet", "whole", "text"]
    [said] = [line for line in lines if "To be told." in line]
    assert "editor" not in said
    assert said.endswith("unmet ● reported whole text")


def test_the_list_says_so_where_it_has_room_for_that() -> None:
    catalog = catalog_of(grievance("read", stated=False, expected="To be asked."))
    line = catalog.line("read")
    assert "".join(span.text for span in line.spans) == "Ysmar  (read by the editor) To be asked."
    assert "".join(span.text for span in line.brief_spans) == "Ysmar  To be asked."
