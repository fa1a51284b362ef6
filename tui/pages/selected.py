"""What a reader has selected to carry away: a statement, a passage, or else the page that is open."""

from __future__ import annotations

import re

from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Actor, Source
from tui.pages.lists.panels import MARKS_VIEW

_PARAGRAPH = re.compile(r"p[1-9][0-9]{0,5}")


def selected_target(dossier: Dossier, name: str, link: str = "", part: str = "") -> str:
    """What is selected on the page of `name`: the id of a record, a passage such as `article#p5`, or a view.

    `link` is where the selected link leads: a quotation or a statement there comes first, and a passage. Then that
    paragraph of a source, or that mark, which `part` says the reader is at. Names of actors and sources in a text, and
    links to views, lead away from what is read: it is the page itself.
    """
    record, _, place = link.partition("#")
    linked = dossier.get(record)
    if isinstance(linked, Source):
        if _PARAGRAPH.fullmatch(place):
            return link
    elif linked is not None and not isinstance(linked, Actor):
        return record
    if name == MARKS_VIEW:
        return part or name
    record, _, place = name.partition("#")
    if isinstance(dossier.get(record), Source) and _PARAGRAPH.fullmatch(part or place):
        return f"{record}#{part or place}"
    return name if ":" in name else record


def sources_of(dossier: Dossier, target: str) -> list[Source]:
    """The sources that a record cites, in their order; of a source or a passage that source alone."""
    from tui.dossier.kinds.references import cited

    record = dossier.get(target.partition("#")[0])
    if isinstance(record, Source):
        return [record]
    names = dict.fromkeys(cite.source for cite in cited(record)) if record is not None else ()
    return [source for name in names if (source := dossier.find(Source, name)) is not None]
