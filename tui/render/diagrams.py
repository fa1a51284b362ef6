"""The rows of the blocks that few pages have, and what is blank around them; imported when a page has one."""

from __future__ import annotations

from functools import lru_cache

from tui.pages.diagram_blocks import Comparison, DiagramBlock, EgoDiagram, Grid, TriangleDiagram
from tui.pages.page import Block, Para
from tui.pages.timeline_blocks import BranchEntry, CountStrip, LifetimeChart, SeriesChart, TimelineBlock, TimelineEntry
from tui.render.wrap import Links, Row


def diagram(block: TimelineBlock | DiagramBlock, width: int, links: Links) -> list[Row] | None:
    """The rows of a block; None where there is no room for it, and what it says has to be text.

    What draws it is imported on first use.
    """
    match block:
        case TimelineEntry():
            rows, targets = _timeline_entry(block, width, len(links.targets))
            links.targets.extend(targets)
            return list(rows)
        case BranchEntry():
            from tui.render.branches import branch_entry

            return branch_entry(block, width, links)
        case CountStrip():
            from tui.render.count_strip import count_strip

            return count_strip(block, width, links)
        case LifetimeChart():
            from tui.render.lifetime_chart import lifetime_chart

            return lifetime_chart(block, width, links)
        case SeriesChart():
            from tui.render.series_chart import series_chart

            return series_chart(block, width, links)
        case EgoDiagram():
            from tui.render.ego_diagram import ego_diagram

            return ego_diagram(block, width, links)
        case Grid():
            from tui.render.grid import grid

            return grid(block, width, links)
        case Comparison():
            from tui.render.comparison import comparison

            return comparison(block, width, links)
        case TriangleDiagram():
            from tui.render.triangle_diagram import triangle_diagram

            return triangle_diagram(block, width, links)


def is_apart_from_next(block: TimelineBlock | DiagramBlock, after: Block) -> bool:
    """Whether a blank row separates a block from the one after it."""
    match block, after:
        case TimelineEntry(), TimelineEntry():
            return not block.rail
        case BranchEntry(), BranchEntry():
            return after.joint == "root"
        case Comparison(), Para():
            return not after.indent
        case _:
            return True


@lru_cache(maxsize=2048)
def _timeline_entry(block: TimelineEntry, width: int, first_link: int) -> tuple[tuple[Row, ...], tuple[str, ...]]:
    """The rows of an entry and the targets of its links, of which the first is link `first_link` of the page.

    They are kept, because a timeline at another moment has the same entries but for a few.
    """
    from tui.render.timeline_rail import timeline_entry

    links = Links(first_link)
    return tuple(timeline_entry(block, width, links)), tuple(links.targets)
