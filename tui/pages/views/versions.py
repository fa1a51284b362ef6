"""Every claim that somebody denies or speaks against, its versions side by side, and who has not been heard.

Claims with nobody against them are only counted. Bounded: the list beside it has every claim.
"""

from __future__ import annotations

from collections import Counter

from tui.dossier.kinds import Claim
from tui.dossier.responses import actors_without_response, is_disputed
from tui.dossier.values.vocabulary import STATUS_GLYPHS, STATUSES
from tui.pages.page import Block, Page, Para, Section, Span, Spans, Title, joined
from tui.pages.records.claims import ASIDE, versions
from tui.pages.span_builder import FEW, SpanBuilder
from tui.pages.truncation import brief

_MOST = 40
_EXCERPT = 300


def versions_page(builder: SpanBuilder) -> Page:
    """The claims as they stand in several mouths, those denied or contested first."""
    claims = [record for record in builder.dossier.tables["claims"] if isinstance(record, Claim)]
    found = [claim for claim in claims if is_disputed(claim)]
    found.sort(key=lambda claim: claim.status not in ("contested", "denied") and not claim.denied_by)
    blocks: list[Block] = [Title((Span("Versions side by side", "strong"),), (Span("claims", "dim"),))]
    if any(claim.counter for claim in found):
        blocks.append(Para((Span(ASIDE, "dim"),)))
    for claim in found[:_MOST]:
        text = " ".join(brief(claim.text).split())
        blocks.append(Section(f"{STATUS_GLYPHS[claim.status]} {claim.status}: {text}", link=claim.id))
        blocks.append(versions(builder, claim, _EXCERPT, FEW))
        if silent := actors_without_response(builder.dossier, claim):
            blocks.append(Para((Span("Not heard: ", "label"), *builder.names(silent, most=FEW)), indent=2))
    if len(found) > _MOST:
        blocks.append(Para((Span(f"and {len(found) - _MOST:,} more in the list", "dim", "panel:claims"),)))
    blocks.append(Para(_rest(builder, claims)))
    return Page("versions:", tuple(blocks))


def _rest(builder: SpanBuilder, claims: list[Claim]) -> Spans:
    """`31 more claims have nobody against them here: » 18 attributed, ◇ 12 judgement`."""
    counts = Counter(str(claim.status) for claim in claims if not is_disputed(claim))
    number = sum(counts.values())
    if not number:
        return (Span("This dossier has no other claims." if claims else "This dossier has no claims.", "dim"),)
    said = f"{number:,} other claims have" if number != 1 else "1 other claim has"
    kinds = joined(
        (*builder.status(status), Span(f" {counts[status]:,}", "dim")) for status in STATUSES if counts[status]
    )
    return (Span(said, "text", "panel:claims"), Span(" nobody against them here: ", "dim"), *kinds)
