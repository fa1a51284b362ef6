"""The pictures of ties: the same as those of the terminal, each sign with its glyph, its line and its word."""

from __future__ import annotations

from tests.export.html.pages import by_id, dossier, elements, tree, words
from tui.export.html.ego_picture import shortened
from tui.pages.diagram_blocks import EgoDiagram
from tui.pages.network.ego import ego_page
from tui.pages.span_builder import SpanBuilder


def _picture(actor: str) -> tuple[EgoDiagram, list[str]]:
    """The picture of an actor as the terminal has it, and the titles of the arms of the page."""
    page = ego_page(SpanBuilder(dossier("karabakh")), actor)
    assert page is not None
    [drawn] = [block for block in page.blocks if isinstance(block, EgoDiagram)]
    figure = by_id(tree("karabakh"), f"ego:{actor}")
    return drawn, [words(title) for each in elements(figure, "g") for title in elements(each, "title")]


def test_an_actor_stands_between_the_same_actors_as_in_the_terminal() -> None:
    drawn, titles = _picture("armenia")
    assert len(titles) == len(drawn.left) + len(drawn.right)
    for arms, sign in ((drawn.left, "− against"), (drawn.right, "+ with")):
        for arm in arms:
            assert [title for title in titles if title.startswith(f"Armenia {sign} {arm.end.text}: ")]


def test_a_tie_against_is_another_line_with_another_glyph_and_the_name_is_a_link() -> None:
    figure = by_id(tree("karabakh"), "ego:armenia")
    arms = {words(next(elements(each, "a"))): each for each in elements(figure, "g")}
    for name, role, line, glyph in (
        ("Azerbaijan", "sign-against", "broken", "−"),
        ("Russia", "sign-with", "whole", "+"),
        ("Belarus", "sign-with", "broken", "+"),
    ):
        assert [each.get("class") for each in elements(arms[name], "path")] == [f"{role} {line}"]
        assert glyph in [words(each) for each in elements(arms[name], "text")]
        assert next(elements(arms[name], "a")).get("href", "").startswith("#")


def test_a_tie_that_is_not_reported_wears_the_glyph_of_its_status() -> None:
    figure = by_id(tree("karabakh"), "ego:armenia")
    names = [words(each) for each in elements(figure, "text")]
    assert {"Russia", "Belarus ◇", "Azerbaijan »"} <= set(names)


def test_the_picture_of_an_actor_is_told_in_words_below_it() -> None:
    told = words(next(elements(by_id(tree("karabakh"), "ego:armenia"), "details")))
    assert "− against" in told
    assert "Russia: treaty alliance; base hosting by Armenia" in told


def test_the_matrix_has_a_field_for_each_pair_and_is_a_table_too() -> None:
    section = by_id(tree("karabakh"), "matrix:")
    svg, table = next(elements(section, "svg")), next(elements(section, "table"))
    fields = [each.get("aria-label", "") for each in elements(svg, "a") if each.get("aria-label", "").count(" and ")]
    assert "Armenia and Azerbaijan: − against, attributed" in fields
    assert "Russia and Armenia: + with" in fields
    assert len([field for field in fields if "with" in field]) == 16
    assert len([each for each in elements(table, "th") if each.get("scope") == "row"]) == 9


def test_a_long_name_is_cut_to_the_room_there_is() -> None:
    assert shortened("Armenia", 20) == "Armenia"
    assert shortened("x" * 40_000, 20) == "x" * 19 + "…"
    assert shortened("文字化け文字化け文字化け", 10) == "文字化け…"
