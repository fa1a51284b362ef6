"""What every section of a briefing is written with: names, footnotes, and how a statement is introduced."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from tui.dossier.grievances import asserting
from tui.dossier.kinds import Expectation, Quote, is_disputed_by_a_source
from tui.dossier.values.cite import Cite
from tui.export.briefing.inline import capital, citation_text, escaped, italic, listing, sentence
from tui.export.citations import cites_pieces
from tui.export.selection import Selection
from tui.pages.page import Spans
from tui.pages.span_builder import SpanBuilder

if TYPE_CHECKING:
    from tui.dossier.kinds import Claim, Event, Tie

    Statement = Tie | Expectation | Claim | Event

EDITORS = "the editors"


class Writer:
    """Writes Markdown about one selection, and collects its footnotes in `notes`."""

    def __init__(self, selection: Selection) -> None:
        self.selection = selection
        self.dossier = selection.dossier
        self.builder = SpanBuilder(selection.dossier, selection.scope)
        self.notes: list[str] = []
        self._cited: set[str] = set()

    def name(self, name: str, *, inside: bool = False) -> str:
        """The name of a record, escaped; `inside` a sentence a description of an actor has a small letter."""
        return escaped(self.dossier.name_in_sentence(name) if inside else self.dossier.name(name))

    def names(self, names: Iterable[str]) -> str:
        """Several names in a sentence."""
        return listing([self.name(name, inside=True) for name in names])

    def speakers(self, names: Iterable[str], cites: Sequence[Cite] = ()) -> str:
        """Who asserts or denies, in a sentence: actors by name, a source as its author or headline."""
        return listing([plain(self.builder.speakers((name,), cites=cites)) for name in names])

    def note(self, cites: Iterable[Cite] | None, remark: str = "") -> str:
        """The mark of a new footnote with these cites and the editors' remark; empty when there is nothing to note."""
        cites = tuple(cites or ())
        parts = []
        if cites:
            pieces = cites_pieces(self.builder, cites, self._cited)
            self._cited.update(cite.source for cite in cites)
            text = citation_text(pieces)
            if " " not in text:  # which would be the address of a link where footnotes are unknown
                text = f"{text}, as a whole"
            parts.append(sentence(capital(text) if text.startswith(("disputed in ", "mentioned in ")) else text))
        if remark.strip():
            parts.append(sentence(f"Editors’ note: {escaped(remark)}"))
        if not parts:
            return ""
        self.notes.append(" ".join(parts))
        return f"[^{len(self.notes)}]"

    def standing(self, statement: Statement) -> str:
        """What a statement begins with, unless a source reports it in its own voice: `*Judged by the author:* `."""
        words = self._standing(statement)
        return f"{italic(f'{words}:')} " if words else ""

    def _standing(self, statement: Statement) -> str:
        status = statement.status
        deniers = self.speakers(dict.fromkeys(statement.denied_by))
        if status == "inferred":
            return f"Inferred by {EDITORS}{f'; denied by {deniers}' if deniers else ''}"
        by = self._asserting(statement)
        names = self.speakers(by, statement.cite)
        if status == "reported":
            if deniers:
                return f"Reported, but denied by {deniers}"
            return "Reported, but disputed by a source" if is_disputed_by_a_source(statement) else ""
        said = f"said by {names}" if names else ""
        if status == "contested":
            denied = f"denied by {deniers}" if deniers else ""
            parts = "; ".join(filter(None, (said, denied)))
            return f"Contested ({parts})" if parts else "Contested"
        if status == "denied":
            return f"Denied{f' by {deniers}' if deniers else ''}{f' ({said})' if said else ''}"
        lead = {"judgement": "Judged by", "attributed": "Attributed to"}[status]
        alone = {"judgement": "A judgement", "attributed": "Attributed"}[status]
        denied = f"; denied by {deniers}" if deniers else ""
        return f"{lead} {names}{denied}" if names else f"{alone}{denied}"

    def _asserting(self, statement: Statement) -> tuple[str, ...]:
        """Who vouches for a statement; where nobody is named, the speakers of the quotes in which it is made."""
        if isinstance(statement, Expectation):
            return asserting(self.dossier, statement)
        quotes = (self.dossier.find(Quote, name) for name in getattr(statement, "quotes", ()))
        speakers = dict.fromkeys(quote.speaker for quote in quotes if quote is not None)
        return tuple(statement.by) or (tuple(speakers) if statement.status == "attributed" else ())


def plain(spans: Spans) -> str:
    """The words of spans, escaped."""
    return escaped("".join(span.text for span in spans))
