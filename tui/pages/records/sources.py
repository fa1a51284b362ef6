"""Sources: what each is, its paragraphs, and the records that cite them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from tui.dossier.kinds import Source
from tui.dossier.kinds.references import cites
from tui.dossier.sources.headline import without_paragraph
from tui.dossier.sources.highlights import Excerpts, highlights
from tui.dossier.values.locators import in_words, sort_key
from tui.dossier.values.vocabulary import SOURCE_KINDS, count_noun, words
from tui.pages.list_line import ListLine
from tui.pages.page import BULLET, Block, Entry, Fields, Page, Para, Section, Span, Spans, Title, joined
from tui.pages.phrases import quoted
from tui.pages.records.record_view import RecordView
from tui.pages.records.sections import entry, related, section
from tui.pages.span_builder import FEW, SpanBuilder
from tui.pages.truncation import and_more_line

_COPY_LENGTH = 600_000
"""The most characters of a copy that are displayed whether cited or not; each paragraph counts 200 more."""

_MOST_CITING = 800
"""The most records that are shown below the paragraphs of a source, a few of each paragraph where more cite it."""


def source_page(builder: SpanBuilder, source: Source) -> Page:
    """The source, then each paragraph, with its text where there is a local copy, and the records that cite it."""
    me = source.id
    kind = words(source.kind) if source.kind in SOURCE_KINDS else source.kind
    blocks: list[Block] = [Title((Span(source.title, "strong"),), (Span(kind, "dim"),))]
    blocks.append(Fields(_fields(builder, source)))
    if source.note:
        blocks.append(Para(builder.prose(source.note, "dim")))
    citing = builder.dossier.links.citing(me)
    most = _most_of_each(citing)
    passages = builder.dossier.passages.get(me, [])
    headline, located, whole = without_paragraph(builder.dossier, me)
    for heading, names in (("Headline cited by", headline), ("Cited as a whole by", whole)):
        blocks += _cited_by(builder, Section(heading, len(names)), names, me, most)
    blocks += _by_locator(builder, located, me, most)
    cited, known = highlights(builder.dossier, me), Excerpts(builder.dossier, me)
    numbers, left_out = _shown(passages, citing)
    entry_of = cache(lambda name: entry(builder, builder.dossier.records[name], me))
    if len(numbers) > 1 and not passages:
        shown = "only quotations and words that are cited are shown, long ones in part"
        what = f"No copy of the text is at hand (--text {me}=PATH names one): {shown}."
        blocks.append(Para((Span(what, "dim"),)))
    for number in numbers:
        ids = citing.get(number, ())
        count = f" · {count_noun(len(ids), 'record')}" if ids else ""
        text = builder.prose(passages[number - 1], "quote") if number <= len(passages) else ()
        # a paragraph without any link is one itself, so that it can be selected
        own_link = "" if ids or any(span.link for span in text) else f"{me}#p{number}"
        blocks.append(Section(f"Paragraph {number}{count}", anchor=f"p{number}", link=own_link))
        if text:
            blocks.append(Para(highlighted(text, cited.get(number, ())), (), 2))
        elif excerpts := known.of(number):
            blocks.append(Para(joined(((Span(quoted(excerpt), "highlight"),) for excerpt in excerpts), " · "), (), 2))
        blocks += map(entry_of, ids[:most])
        blocks += and_more_line(len(ids) - most, what=f"records cite paragraph {number}", indent=2)
        if not ids:
            blocks.append(Para((Span("nothing in the dossier cites it", "dim"),), (), 2))
    if left_out:
        rest = f"{left_out:,} more paragraphs are not shown; nothing in the dossier cites them"
        blocks.append(Para((Span(rest, "dim"),), (), 2))
    blocks += section(builder, "Said by its author or headline", builder.dossier.links.back(me, "asserts"), me)
    blocks += section(builder, "Denied by its author or headline", builder.dossier.links.back(me, "denies"), me)
    blocks += related(builder, me, ("asserts", "denies"))
    return Page(me, tuple(blocks))


def _cited_by(builder: SpanBuilder, heading: Section, names: Sequence[str], me: str, most: int) -> list[Block]:
    """A heading with the first `most` of the records that cite something; nothing when there are none."""
    if not names:
        return []
    return [heading, *section(builder, "", names[:most], me)[1:], *and_more_line(len(names) - most, indent=2)]


def _by_locator(builder: SpanBuilder, names: Sequence[str], me: str, most: int) -> list[Block]:
    """The places of a source that records cite in its own terms, in their order, each with these records."""
    by_locator: dict[str, dict[str, None]] = {}
    for name in names:
        for cite, _ in cites(builder.dossier.records[name]):
            if cite.source == me and cite.locator and not cite.first:
                by_locator.setdefault(cite.locator, {})[name] = None
    blocks: list[Block] = []
    places = sorted(by_locator, key=sort_key)
    for locator in places[:_MOST_CITING]:
        ids = tuple(by_locator[locator])
        blocks += _cited_by(builder, Section(_heading(locator), len(ids)), ids, me, most)
    return [*blocks, *and_more_line(len(places) - _MOST_CITING, what="places cited")]


def _heading(locator: str) -> str:
    """A locator as a heading: `Cited at p. 412`."""
    return f"Cited at {in_words(locator)}"


def highlighted(spans: Spans, where: Sequence[tuple[int, int]]) -> Spans:
    """Highlights the sorted, disjoint ranges `where` of characters in `spans`; a name in one stays a link."""
    pieces: list[Span] = []
    offset = current = 0
    for span in spans:
        done, size = 0, len(span.text)
        while current < len(where) and where[current][0] < offset + size:
            start, end = (min(max(edge - offset, done), size) for edge in where[current])
            if done < start:
                pieces.append(span._replace(text=span.text[done:start]))
            if start < end:
                pieces.append(span._replace(text=span.text[start:end], role="highlight"))
            done = end
            if where[current][1] > offset + size:
                break
            current += 1
        if done < size:
            pieces.append(span._replace(text=span.text[done:]))
        offset += size
    return tuple(pieces)


def _shown(passages: Sequence[str], citing: Iterable[int]) -> tuple[list[int], int]:
    """The paragraphs to show, and how many are left out: of a very long copy those that nothing cites."""
    numbers = {number for number in citing if number}
    room = _COPY_LENGTH
    for number, passage in enumerate(passages, 1):
        room -= len(passage) + 200
        if room < 0:
            break
        numbers.add(number)
    return sorted(numbers), sum(number not in numbers for number in range(1, len(passages) + 1))


def _most_of_each(citing: Mapping[int, Sequence[str]]) -> int:
    """How many of the records that cite one paragraph are shown: all, unless very many cite the source."""
    number = sum(map(len, citing.values()))
    return number if number <= _MOST_CITING else max(FEW, _MOST_CITING // len(citing))


def _fields(builder: SpanBuilder, source: Source) -> tuple[tuple[str, Spans], ...]:
    rows: list[tuple[str, Spans]] = []
    unknown = (Span("not given", "dim"),)
    if source.key or builder.several_sources:
        rows.append(("Cited as", (Span(builder.source_name(source.id)),)))
    rows.append(("Author", (Span(", ".join(source.author)),) if source.author else unknown))
    rows.append(("Publication", (Span(source.container),) if source.container else unknown))
    if source.publisher:
        rows.append(("Publisher", (Span(source.publisher),)))
    rows.append(("Issued", builder.date(source.issued, "") or unknown))
    if source.accessed:
        rows.append(("Accessed", builder.date(source.accessed, "")))
    links = (("Address", source.url), ("Archived", source.archive), ("SHA-256", source.sha256))
    for label, value in (*links, ("Language", source.lang), ("Grade", source.grade)):
        if value:
            rows.append((label, (Span(value),)))
    return tuple(rows)


def _line(builder: SpanBuilder, source: Source) -> ListLine:
    """The title, with the short name where there are several, and how many records cite it."""
    count = len({name for ids in builder.dossier.links.citing(source.id).values() for name in ids})
    long_remark = f"cited by {count_noun(count, 'record')}"
    short = builder.source_name(source.id)
    lead = (Span(f"{short}  ", "cite"),) if builder.several_sources and short != source.title else ()
    words = (*lead, Span(source.title))
    return ListLine(Span("¶", "cite"), words, (Span(str(count), "dim"),), (Span(long_remark, "dim"),))


def _entry(builder: SpanBuilder, source: Source, page: str) -> Entry:
    return Entry(BULLET, builder.name(source.id, page))


RECORD_VIEW = RecordView(page=source_page, line=_line, entry=_entry)
