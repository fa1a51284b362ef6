"""For whose sake a reader follows a link to a passage."""

from __future__ import annotations

import pytest

from tests.dossiers import dossier_of, loaded, record
from tui.pages.asked_from import asked_from

DOSSIER = loaded(
    dossier_of(
        record("actors", id="x", cite="s#p2"),
        record("quotes", speaker="x", cite="s#p2-4"),
        record("claims", cite="s#p2"),
        record("events", cite="s"),
    )
)


@pytest.mark.parametrize(
    ("page", "target", "beside", "asked"),
    [
        ("q", "s#p2", (), "q"),
        ("q", "s#p4", (), "q"),
        ("q", "s#p5", (), ""),
        ("q", "s#p2", ("x", "c", "s#p2"), "c"),
        ("q", "s#p2", ("x", "s#p2"), "q"),
        ("ego:x", "s#p2", ("x",), "x"),
        ("q", "s", ("e",), "e"),
        ("q", "s", (), ""),
        ("q", "x", ("c",), ""),
        ("q", "nothing#p2", ("c",), ""),
    ],
    ids=[
        "the record of the page",
        "a later paragraph of a span",
        "a paragraph that nothing near cites",
        "a statement beside the link",
        "the page rather than an actor",
        "an actor where the page is of no record",
        "the source as a whole",
        "no cite of the whole",
        "no passage",
        "no source",
    ],
)
def test_it_is_a_record_near_the_link_that_cites_the_passage(
    page: str, target: str, beside: tuple[str, ...], asked: str
) -> None:
    assert asked_from(DOSSIER, page, target, beside) == asked
