"""A reader is told, quietly, that the file has warnings, and how to see them; without any, nothing is said."""

from __future__ import annotations

from tests.dossiers import SMALL, dossier_of, load_text, loaded, record
from tests.pages.page_text import facts_of, page_of, text_of
from tui.dossier.packed import pack, unpack
from tui.dossier.reported_only import reported_only
from tui.pages.catalog import Catalog
from tui.render.layout import lay_out

TEXT = dossier_of(record("ledger", of="a"), record("alliances", status="inferred"))
WARNED = Catalog(loaded(TEXT))


def test_home_counts_the_warnings_beside_what_the_dossier_holds() -> None:
    assert text_of(page_of(WARNED, "overview:")).splitlines()[0].endswith("1 source · 2 warnings")


def test_the_page_about_the_dossier_says_what_explains_them() -> None:
    assert facts_of(page_of(WARNED, "about:"))["File"] == "2 warnings; karabakh-tui check FILE explains them"


def test_without_warnings_nothing_is_said() -> None:
    catalog = Catalog(loaded(SMALL))
    assert "warning" not in text_of(page_of(catalog, "overview:"))
    assert "File" not in facts_of(page_of(catalog, "about:"))


def test_the_number_survives_reported_only_and_reading_in_another_process() -> None:
    assert reported_only(loaded(TEXT)).warnings == 2
    sent = unpack(pack(load_text(TEXT)))
    assert sent.dossier is not None
    assert (sent.warnings, sent.errors, sent.dossier.warnings) == (2, 0, 2)


def test_a_view_with_room_lists_the_sources_and_the_signs_that_the_dossier_uses() -> None:
    page = page_of(WARNED, "about:")
    least, most = (
        ["".join(piece.text for piece in row) for row in lay_out(page, 74, height).rows] for height in (12, 60)
    )
    assert not any("Sign of a tie" in row for row in least)
    assert any("Sources" in row for row in most)
    assert any("Sign of a tie" in row for row in most)
    assert not any("Date of an event" in row for row in most), "it has no events"
