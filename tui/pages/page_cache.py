"""Builds the page of a record or view on first use, and caches the latest."""

from __future__ import annotations

from tui.pages.page import Block, Page, Para, Span, Title
from tui.pages.records.record_view import record_view
from tui.pages.span_builder import SpanBuilder

SIZE = 24
"""The most pages that are kept."""


class PageCache:
    """The pages of one dossier, in the order in which they were built."""

    def __init__(self, builder: SpanBuilder) -> None:
        self._builder = builder
        self._pages: dict[str, Page] = {}

    def page(self, name: str) -> Page | None:
        """The page of the record or the view called `name`; None when there is neither."""
        if (page := self._pages.get(name)) is None:
            page = self._make(name)
            if page is None:
                return None
            if len(self._pages) >= SIZE:
                del self._pages[next(iter(self._pages))]
            self._pages[name] = page
        return page

    def _make(self, name: str) -> Page | None:
        page: Page | None = None
        dossier = self._builder.dossier
        if ":" in name:
            from tui.pages.views.registry import view_page

            page = view_page(self._builder, name)
        elif (record := dossier.get(name)) is not None:
            page = _with_id(record_view(record.TABLE).page(self._builder, record))
            page = page._replace(blocks=(*page.blocks, *_tags(record.tags)))
        if page is not None and dossier.whole is not None:
            from tui.pages.omissions import record_omissions, view_omissions

            omitted = view_omissions(dossier, name) if ":" in name else record_omissions(dossier, name)
            page = page._replace(blocks=(*page.blocks, *omitted))
        if page is not None and ":" not in name and (marks := self._builder.reader_marks) is not None:
            from tui.pages.reader_marks import page_with_marks

            page = page_with_marks(dossier, marks, page)
        return page

    def forget(self) -> None:
        """Drop all pages, so that they are built anew."""
        self._pages = {}

    def forget_views(self) -> None:
        """Drop the pages of views, which depend on the scope, so that they are built anew."""
        self._pages = {name: page for name, page in self._pages.items() if ":" not in name}


def _tags(tags: tuple[str, ...]) -> list[Block]:
    """The tags of a record, at the end of its page."""
    return [Para((Span("Tags: ", "label"), Span(", ".join(tags), "dim")))] if tags else []


def _with_id(page: Page) -> Page:
    """The page of a record with the id of the record at the end of its title."""
    title, *blocks = page.blocks
    return page._replace(blocks=(title._replace(id=page.id), *blocks)) if isinstance(title, Title) else page
