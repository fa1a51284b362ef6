"""What tests of pages share: the bundled dossier, the example, a page by name, and its words, headings and facts."""

from __future__ import annotations

from tests.dossiers import loaded
from tui import paths
from tui.dossier.dossier import Dossier
from tui.pages.block_spans import spans_of
from tui.pages.catalog import Catalog
from tui.pages.chart_blocks import CrossTable, Histogram
from tui.pages.page import Block, Fields, Page, Section
from tui.pages.side_blocks import TwoSides


def bundled() -> Dossier:
    """The dossier that comes with the program."""
    with open(paths.content("karabakh.toml"), encoding="utf-8") as file:
        return loaded(file.read())


def example() -> Dossier:
    """The example that `--example` opens, without the texts of its sources."""
    with open(paths.content("sarn.toml"), encoding="utf-8") as file:
        return loaded(file.read())


def page_of(catalog: Catalog, name: str) -> Page:
    """The page of a record or a view that exists."""
    page = catalog.page(name)
    assert page is not None
    return page


def text_of(page: Page) -> str:
    """The words of a page as they are read, a line for each block."""
    return "\n".join("".join(span.text for span in spans_of(block)) for block in page.blocks)


def in_words(page: Page) -> list[Block]:
    """The blocks of a page, with the words that stand for a picture in its place."""
    return [
        part
        for block in page.blocks
        for part in (block.twin if isinstance(block, TwoSides | CrossTable | Histogram) else (block,))
    ]


def headings(page: Page) -> list[str]:
    """The titles of the sections of a page, with the status before them."""
    sections = (block for block in page.blocks if isinstance(block, Section))
    return ["".join((*(span.text for span in section.lead), section.title)) for section in sections]


def facts_of(page: Page) -> dict[str, str]:
    """The labelled values of a page, label -> words."""
    return {
        label: "".join(span.text for span in spans)
        for block in in_words(page)
        if isinstance(block, Fields)
        for label, spans in block.rows
    }
