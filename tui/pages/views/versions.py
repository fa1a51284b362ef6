"""Every disputed claim: its versions side by side, and of whom no words on it are recorded.

Claims that contradict each other stand together. The other claims are only counted. The page is bounded; the list
beside it has every claim.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tui.dossier.disputes import disputes
from tui.dossier.kinds import Claim
from tui.dossier.responses import actors_without_response, is_disputed
from tui.dossier.values.vocabulary import STATUSES, count_noun
from tui.pages.moment_marks import absence
from tui.pages.page import Block, Page, Para, Section, Span, Spans, Title, joined
from tui.pages.records.claims import caveat, versions, without_words
from tui.pages.records.sections import section
from tui.pages.span_builder import FEW, SpanBuilder
from tui.pages.truncation import and_more_line, brief

_MOST, _MOST_OTHERS = 40, 200
"""The most claims side by side, and the most other records below them."""
_EXCERPT = 300


def versions_page(builder: SpanBuilder) -> Page:
    """The disputed claims, those contested or denied first, then what else is contested or denied."""
    matters = disputes(builder.dossier)
    records = [record for matter in matters for record in matter.records]
    in_dispute = [record for record in records if isinstance(record, Claim)]
    blocks: list[Block] = [Title((Span("Versions side by side", "strong"),), (Span("claims", "dim"),))]
    blocks += caveat(builder, in_dispute[:_MOST])
    for claim in in_dispute[:_MOST]:
        text = " ".join(brief(claim.text).split())
        absent = absence(builder, claim.id)
        remark = Span(f", {absent}: " if absent else ": ", "label")
        blocks.append(Section(text, link=claim.id, lead=(*builder.status(claim.status), remark)))
        blocks.append(versions(builder, claim, _EXCERPT, FEW))
        if silent := actors_without_response(builder.dossier, claim):
            lead, *rest = without_words(builder, claim, silent)
            blocks.append(Para((lead._replace(text=lead.text.capitalize()), *rest), indent=2))
    blocks += and_more_line(len(in_dispute) - _MOST, "panel:claims", "in the list")
    others = [record.id for record in records if not isinstance(record, Claim)]
    others += [record.id for matter in matters for record in matter.covered]
    blocks += _others(builder, others)
    blocks.append(Para(_other_claims(builder, builder.dossier.records_of(Claim))))
    return Page("versions:", tuple(blocks))


def _others(builder: SpanBuilder, ids: Sequence[str]) -> list[Block]:
    """What else is contested or denied: the first of it, and how much more there is in the lists."""
    shown = section(builder, "Also contested or denied", ids[:_MOST_OTHERS], "")
    if not shown or len(ids) <= _MOST_OTHERS:
        return shown
    heading = Section("Also contested or denied", len(ids))
    return [heading, *shown[1:], *and_more_line(len(ids) - _MOST_OTHERS, what="in the other lists", indent=2)]


def _other_claims(builder: SpanBuilder, claims: Sequence[Claim]) -> Spans:
    """`31 other claims, not recorded as contested or denied: » attributed 18, ◇ judgement 12`."""
    counts = Counter(str(claim.status) for claim in claims if not is_disputed(claim))
    number = sum(counts.values())
    if not number:
        return (Span("This dossier has no other claims." if claims else "This dossier has no claims.", "dim"),)
    statuses = joined(
        (*builder.status(status), Span(f" {counts[status]:,}", "dim")) for status in STATUSES if counts[status]
    )
    lead = count_noun(number, "claim" if number == len(claims) else "other claim")
    return (Span(lead, "text", "panel:claims"), Span(", not recorded as contested or denied: ", "dim"), *statuses)
