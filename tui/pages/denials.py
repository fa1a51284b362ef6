"""A statement that somebody denies: who says it, who denies it, and which sources it is from, each in words.

A name or a source that only follows the name of a denier would be read as that of another one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui.dossier.values.cite import SUPPORTS, Cite
from tui.pages.page import Span, Spans, joined
from tui.pages.span_builder import FEW, SpanBuilder


def denied_backing(
    builder: SpanBuilder, status: str, cites: Sequence[Cite], by: Iterable[str], denied_by: Iterable[str]
) -> Spans:
    """`≠ contested · said by Rogozin · denied by Hask · source ¶5`; what a source reports has nobody who says it."""
    voices = builder.speakers(by, most=FEW) if status != "reported" else ()
    said = (Span("said by ", "dim"), *voices) if voices else ()
    denied = (Span("denied by ", "dim"), *builder.speakers(denied_by, most=FEW))
    return joined((builder.status(status), said, denied, _sources(builder, cites)), " · ")


def _sources(builder: SpanBuilder, cites: Sequence[Cite]) -> Spans:
    """`sources House ¶5; Courier ¶6`; where none is in support they say themselves what they are."""
    passages = builder.cites(cites, most=FEW)
    supporting = {cite.source for cite in cites if cite.stance == SUPPORTS}
    if not supporting:
        return passages
    return (Span("source " if len(supporting) == 1 else "sources ", "dim"), *passages)
