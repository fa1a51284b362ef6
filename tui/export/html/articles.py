"""A page of the program as an article of the web page: its title as a heading, then its blocks."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Actor, Source
from tui.export.html.anchors import Anchors
from tui.export.html.blocks import Context, write_blocks
from tui.export.html.spans import SpanWriter
from tui.pages.catalog import Catalog
from tui.pages.diagram_blocks import EgoDiagram
from tui.pages.page import Block, Page, Section, Span, Title
from tui.pages.views.registry import ego_view_id


class ArticleWriter:
    """Writes the pages of a catalog. Links lead to `anchors`."""

    def __init__(self, catalog: Catalog, anchors: Anchors) -> None:
        self._catalog = catalog
        self._dossier: Dossier = catalog.dossier
        self._anchors = anchors
        self.spans = SpanWriter(anchors)

    def view(self, page: Page, level: int, *, title: str = "", picture: str = "") -> str:
        """The page of a view as a section with a heading of `level`; `picture` comes before its blocks."""
        head, blocks = _divided(page)
        name = title or "".join(span.text for span in head.spans)
        words = escape(name) if title else self.spans.write(_unlinked(head.spans))
        context = Context(page.id, name, level + 1, self.spans)
        kind = f'<p class="kind">{self.spans.write(head.kind)}</p>\n' if head.kind else ""
        return (
            f'<section id="{escape(page.id)}">\n<h{level}>{words}</h{level}>\n{kind}'
            f"{picture}{write_blocks(blocks, context)}\n</section>"
        )

    def record(self, name: str, level: int) -> str:
        """The page of a record as an article with a heading of `level`; that of an actor with its picture."""
        page = self._catalog.page(name)
        if page is None:
            return ""
        record = self._dossier.get(name)
        head, blocks = _divided(page)
        spans = SpanWriter(self._anchors, (record.url, record.archive)) if isinstance(record, Source) else self.spans
        if isinstance(record, Actor):
            blocks = self._with_picture(name, blocks)
        context = Context(name, self._dossier.name(name), level + 1, spans)
        kind = f"{spans.write(head.kind)} " if head.kind else ""
        return (
            f'<article id="{name}">\n<h{level}>{spans.write(head.spans)}</h{level}>\n'
            f'<p class="kind">{kind}<a class="id" href="#{name}">{name}</a></p>\n'
            f"{write_blocks(blocks, context)}\n</article>"
        )

    def blocks(self, page: Page, name: str) -> str:
        """The blocks of a page alone; `name` is what it is called."""
        return write_blocks(page.blocks, Context(page.id, name, 3, self.spans))

    def _with_picture(self, actor: str, blocks: Sequence[Block]) -> Sequence[Block]:
        """The blocks of an actor with the picture of its ties, and its legend, before the first section."""
        view = self._catalog.page(ego_view_id(actor))
        drawn = [block for block in view.blocks if isinstance(block, EgoDiagram)] if view is not None else []
        first = next((place for place, block in enumerate(blocks) if isinstance(block, Section)), len(blocks))
        return (*blocks[:first], *drawn, *blocks[first:])


def _divided(page: Page) -> tuple[Title, Sequence[Block]]:
    """The title of a page and its other blocks."""
    first, *others = page.blocks
    return (first, others) if isinstance(first, Title) else (Title(()), page.blocks)


def _unlinked(spans: Sequence[Span]) -> Sequence[Span]:
    return [span._replace(link="") for span in spans]
