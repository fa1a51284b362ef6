"""What tests of sheets share."""

from __future__ import annotations

from tui.pages.catalog import Catalog
from tui.pages.page import Page, Section, spans_of


def page_of(book: Catalog, name: str) -> Page:
    """The page of a record or a sheet that is there."""
    page = book.page(name)
    assert page is not None
    return page


def text_of(page: Page) -> str:
    """The words of a page as they are read, a line for each block."""
    return "\n".join("".join(span.text for span in spans_of(block)) for block in page.blocks)


def headings(page: Page) -> list[str]:
    """The titles of the sections of a page."""
    return [block.title for block in page.blocks if isinstance(block, Section)]
