"""A passage shows the record that it is asked for first, and every record with the words that it quotes."""

from __future__ import annotations

from tests.dossiers import dossier_of, loaded, record
from tui.dossier.dossier import Dossier
from tui.dossier.sources.copies import paragraphs
from tui.pages.block_spans import spans_of
from tui.pages.catalog import Catalog
from tui.pages.page import Block, Entry, Page, Para, Section, Title
from tui.render.plain_text import plain_text

COMMON = (
    record("quotes", id="q1", text="The river is ours.", cite="s#p2"),
    record("quotes", id="q2", text="The river is theirs.", cite="s#p2"),
    record("claims", id="c1", text="The mill is an “ugly mill”.", cite={"source": "s", "p": 2, "exact": "ugly mill"}),
    record("claims", id="c2", text="They quarrelled.", cite={"source": "s", "p": 2, "exact": "a long quarrel"}),
    record("events", id="e1", title="A meeting", cite="s#p2"),
    record("events", id="e2", title="A flood", cite="s#p3"),
)
CATALOG = Catalog(loaded(dossier_of(*COMMON)))


def with_copy(text: str) -> Catalog:
    dossier = CATALOG.dossier
    tables = {name: list(enumerate(rows)) for name, rows in dossier.tables.items()}
    return Catalog(Dossier(dossier.head, tables, {"s": paragraphs(text)}))


def page_of(asked: str = "", catalog: Catalog = CATALOG) -> Page:
    page = catalog.page("s", asked=asked)
    assert page is not None
    return page


def words_of(block: Block) -> str:
    return "".join(span.text for span in spans_of(block))


def below(page: Page, anchor: str) -> list[Block]:
    """The blocks from the part called `anchor` to the next one that has a name."""
    blocks = list(page.blocks)
    first = next(number for number, block in enumerate(blocks) if block.anchor == anchor)
    rest = blocks[first + 1 :]
    return rest[: next((number for number, block in enumerate(rest) if block.anchor), len(rest))]


def test_exact_words_stand_in_the_record_that_cites_them_or_right_below_it() -> None:
    blocks = below(page_of(), "p2")
    assert not any(" · “" in words_of(block) for block in blocks)
    [claim] = [block for block in blocks if isinstance(block, Entry) and "c1" in {span.link for span in block.spans}]
    assert [span.text for span in claim.spans if span.role == "highlight"] == ["ugly mill"]
    [at] = [number for number, block in enumerate(blocks) if words_of(block) == "“a long quarrel”"]
    assert "They quarrelled." in words_of(blocks[at - 1])


def test_the_record_asked_is_first_and_the_others_are_one_line_each() -> None:
    for asked in ("q2", "e1"):
        first, *rest = below(page_of(asked), "p2")
        assert isinstance(first, Entry)
        assert asked in {span.link for span in first.spans}
        [heading] = [block for block in rest if isinstance(block, Section)]
        assert heading.title == "4 more records in ¶2"
        lines = [block for block in rest if isinstance(block, Entry)]
        assert len(lines) == 4
        assert all(not line.below and sum(bool(span.link) for span in line.spans) == 1 for line in lines)
        assert asked not in {span.link for line in lines for span in line.spans}


def test_a_line_says_who_and_how_firm() -> None:
    lines = {block.spans[0].link: words_of(block) for block in below(page_of("e1"), "p2") if isinstance(block, Entry)}
    assert "An actor: The river is ours." in lines["q1"]
    assert "◇ judgement" in lines["c2"] or "reported" in lines["c2"]


def test_other_paragraphs_are_as_ever() -> None:
    assert below(page_of("q2"), "p3") == below(page_of(), "p3")
    assert page_of("nobody").blocks == page_of().blocks


def test_the_heading_names_the_source_of_the_paragraph_asked() -> None:
    [heading] = [block for block in page_of("q2").blocks if block.anchor == "p2"]
    assert words_of(heading) == "Paragraph 2of A source"


def test_without_copy_and_quoted_words_that_is_said() -> None:
    assert "no words of ¶2 are quoted for it" in page_of("e1").text()
    assert "no words of" not in page_of("q2").text() + page_of("c2").text()


def test_with_a_copy_the_text_is_first_and_a_long_one_gives_way_to_the_record() -> None:
    short = below(page_of("q2", with_copy("One.\n\nThe river is theirs.\n\nThree.")), "p2")
    assert isinstance(short[0], Para)
    assert words_of(short[0]) == "The river is theirs."
    long = below(page_of("q2", with_copy(f"One.\n\nThe river is theirs. {'And so on. ' * 60}\n\nThree.")), "p2")
    assert isinstance(long[0], Entry)
    assert isinstance(long[1], Para)


def test_of_a_source_cited_as_a_whole_the_record_asked_is_first() -> None:
    events = [record("events", id=f"e{number}", title=f"Event {number}", cite="s") for number in range(9)]
    page = page_of("e7", Catalog(loaded(dossier_of(*events))))
    entries = [block for block in page.blocks if isinstance(block, Entry)]
    assert "Event 7" in words_of(entries[0])
    assert "8 more records of the whole text" in page.text()


def test_the_preview_of_a_passage_is_that_paragraph_alone() -> None:
    page = CATALOG.preview_page("s#p2", "q2")
    assert page is not None
    title, heading, first, *_ = page.blocks
    assert isinstance(title, Title)
    assert words_of(title) == "A source¶2"
    assert words_of(heading) == "Paragraph 2 · 5 records"
    assert "The river is theirs." in words_of(first)
    assert "A flood" not in page.text()


def test_on_the_page_of_a_source_its_cites_do_not_name_it() -> None:
    sources = (record("sources", id="t", key="Kyle 1991", title="Waters"), record("sources", id="u", key="Lowe 1956"))
    quotes = (
        record("quotes", id="q3", cite=["t#p1", "u#p4"]),
        record("quotes", id="q4", cite=["u#p4", "t#p1"]),
    )
    page = Catalog(loaded(dossier_of(*sources, *quotes))).page("t")
    assert page is not None
    tails = ["".join(span.text for span in block.tail) for block in below(page, "p1") if isinstance(block, Entry)]
    assert tails == ["¶1; Lowe 1956 ¶4", "Lowe 1956 ¶4; Kyle 1991 ¶1"]


def test_a_line_is_cut_where_the_page_ends_and_an_undated_event_in_it_has_a_bullet() -> None:
    title = "The governor sends both of the ambassadors home, and neither of them is ever asked back"
    dated = record("events", id="e3", date="1977", cite="s#p2")
    undated = record("events", id="e4", title=title, cite="s#p2")
    page = page_of("q1", Catalog(loaded(dossier_of(*COMMON, dated, undated))))
    for width, shown in (
        (40, "• The governor sends both of the…      ●"),
        (52, "• The governor sends both of the…         ● reported"),
        (70, "• The governor sends both of the ambassadors home, and…     ● reported"),
    ):
        assert shown in plain_text(page, width).split("\n")
