"""Builds the page of a record or view on first use, and caches the latest."""

from __future__ import annotations

from tui.dossier.kinds import Record, Source
from tui.pages.page import Page, Para, Span, Title
from tui.pages.records.record_view import record_view
from tui.pages.span_builder import SpanBuilder

SIZE = 24
"""The most pages that are kept."""


class PageCache:
    """The pages of one dossier, in the order in which they were built."""

    def __init__(self, builder: SpanBuilder) -> None:
        self._builder = builder
        self._pages: dict[str, Page] = {}

    def page(self, name: str, asked: str = "") -> Page | None:
        """The page of the record or the view called `name`; None when there is neither.

        A paragraph of a source (`article#p5`) is a page of its own. On both pages the record `asked` is the first of
        those that cite the same; on any other it makes no difference.
        """
        source = self._builder.dossier.find(Source, name.partition("#")[0])
        key = f"{name} {asked}" if source is not None and asked else name
        if (page := self._pages.get(key)) is None:
            page = self._make(name, asked)
            if page is None:
                return None
            if len(self._pages) >= SIZE:
                del self._pages[next(iter(self._pages))]
            self._pages[key] = page
        return page

    def _make(self, name: str, asked: str) -> Page | None:
        page: Page | None = None
        dossier = self._builder.dossier
        if ":" in name:
            from tui.pages.views.registry import view_page

            page = view_page(self._builder, name)
        elif (source := dossier.find(Source, name.partition("#")[0])) is not None and (asked or source.id != name):
            from tui.pages.records.sources import passage_page, source_page

            if (number := name.partition("#p")[2]).isdecimal():
                page = passage_page(self._builder, source, int(number), asked)
            elif source.id == name:
                page = _with_tags(_with_id(source_page(self._builder, source, asked)), source)
        elif (record := dossier.get(name)) is not None:
            page = _with_tags(_with_id(record_view(record.TABLE).page(self._builder, record)), record)
        if page is not None and dossier.whole is not None:
            from tui.pages.omissions import record_omissions, view_omissions

            omitted = (
                view_omissions(dossier, name) if ":" in name else record_omissions(dossier, name.partition("#")[0])
            )
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


def _with_tags(page: Page, record: Record) -> Page:
    """The page of a record with its tags at the end."""
    if not record.tags:
        return page
    return page._replace(blocks=(*page.blocks, Para((Span("Tags: ", "label"), Span(", ".join(record.tags), "dim")))))


def _with_id(page: Page) -> Page:
    """The page of a record with the id of the record at the end of its title."""
    title, *blocks = page.blocks
    return page._replace(blocks=(title._replace(id=page.id), *blocks)) if isinstance(title, Title) else page
