"""Sources: what each is, its paragraphs, and the records that cite them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tui.dossier.kinds import Source
from tui.dossier.kinds.references import cites
from tui.dossier.source_names import begins_alike
from tui.dossier.sources.headline import without_paragraph
from tui.dossier.values.locators import in_words, sort_key
from tui.dossier.values.vocabulary import SOURCE_KINDS, count_noun, words
from tui.pages.list_line import ListLine
from tui.pages.page import BULLET, Block, Entry, Fields, Page, Para, Section, Span, Spans, Title
from tui.pages.records.passages import PassageBlocks
from tui.pages.records.record_view import RecordView
from tui.pages.records.sections import related, section
from tui.pages.span_builder import FEW, SpanBuilder
from tui.pages.truncation import and_more_line

_COPY_LENGTH = 600_000
"""The most characters of a copy that are displayed whether cited or not; each paragraph counts 200 more."""

_MOST_CITING = 800
"""The most records that are shown below the paragraphs of a source, a few of each paragraph where more cite it."""
_MOST_IN_PREVIEW = 40
"""The most records that are shown below one paragraph alone."""


def source_page(builder: SpanBuilder, source: Source, asked: str = "") -> Page:
    """The source, then each paragraph, with its text where there is a local copy, and the records that cite it.

    Where a reader comes from the record `asked` to what it cites, that record is the first, and the others are in one
    line each.
    """
    me = source.id
    kind = words(source.kind) if source.kind in SOURCE_KINDS else source.kind
    blocks: list[Block] = [Title((Span(source.title, "strong"),), (Span(kind, "dim"),))]
    blocks.append(Fields(_fields(builder, source)))
    if source.note:
        blocks.append(Para(builder.prose(source.note, "dim")))
    citing = builder.dossier.links.citing(me)
    passages = PassageBlocks(builder, source, _most_of_each(citing), asked)
    headline, located, whole = without_paragraph(builder.dossier, me)
    blocks += passages.cited_by(Section("Headline cited by", len(headline)), headline, "of the headline")
    blocks += passages.cited_by(Section("Cited as a whole by", len(whole)), whole, "of the whole text")
    blocks += _by_locator(builder, located, passages, me)
    numbers, left_out = _shown(passages.copy, citing)
    if len(numbers) > 1 and not passages.copy:
        shown = "of a paragraph only those words are shown that are quoted from it, long ones in part"
        what = f"No copy of the text is at hand (--text {me}=PATH names one): {shown}."
        blocks.append(Para((Span(what, "dim"),)))
    for number in numbers:
        blocks += passages.paragraph(number, citing.get(number, ()))
    if left_out:
        rest = f"{left_out:,} more paragraphs are not shown; nothing in the dossier cites them"
        blocks.append(Para((Span(rest, "dim"),), (), 2))
    blocks += section(builder, "Said by its author or headline", builder.dossier.links.back(me, "asserts"), me)
    blocks += section(builder, "Denied by its author or headline", builder.dossier.links.back(me, "denies"), me)
    blocks += related(builder, me, ("asserts", "denies"))
    return Page(me, _without_own_name(builder, me, blocks))


def passage_page(builder: SpanBuilder, source: Source, number: int, asked: str = "") -> Page:
    """One paragraph of a source alone; `asked` as in `source_page`."""
    me = source.id
    passages = PassageBlocks(builder, source, _MOST_IN_PREVIEW, asked, under_title=True)
    ids = builder.dossier.links.citing(me).get(number, ())
    title = Title((Span(source.title, "strong"),), (Span(f"¶{number}", "cite"),))
    return Page(f"{me}#p{number}", (title, *_without_own_name(builder, me, passages.paragraph(number, ids))))


def _without_own_name(builder: SpanBuilder, me: str, blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Blocks of the page of a source, whose cites of it do not name it."""
    lead = f"{builder.source_name(me)} "

    def unnamed(tail: Spans) -> Iterable[Span]:
        named = ""
        for span in tail:
            if span.role == "cite" and (source := span.link.partition("#")[0]):
                is_own = source == me and not named
                yield span._replace(text=span.text.removeprefix(lead)) if is_own else span
                named = "" if is_own else source
            else:
                yield span

    if not builder.several_sources:
        return tuple(blocks)
    return tuple(
        block._replace(tail=tuple(unnamed(block.tail))) if isinstance(block, Entry) else block for block in blocks
    )


def _by_locator(builder: SpanBuilder, names: Sequence[str], passages: PassageBlocks, me: str) -> list[Block]:
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
        blocks += passages.cited_by(Section(_heading(locator), len(ids)), ids, f"at {in_words(locator)}", locator)
    return [*blocks, *and_more_line(len(places) - _MOST_CITING, what="places cited")]


def _heading(locator: str) -> str:
    """A locator as a heading: `Cited at p. 412`."""
    return f"Cited at {in_words(locator)}"


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
    """The title, where there are several after a short name that does not begin it, and how often it is cited."""
    count = len({name for ids in builder.dossier.links.citing(source.id).values() for name in ids})
    long_remark = f"cited by {count_noun(count, 'record')}"
    short = builder.source_name(source.id)
    lead = (Span(f"{short}  ", "cite"),) if builder.several_sources and not begins_alike(short, source.title) else ()
    words = (*lead, Span(source.title))
    return ListLine(Span("¶", "cite"), words, (Span(f"cited {count:,}", "dim"),), (Span(long_remark, "dim"),))


def _entry(builder: SpanBuilder, source: Source, page: str) -> Entry:
    return Entry(BULLET, builder.name(source.id, page))


RECORD_VIEW = RecordView(page=source_page, line=_line, entry=_entry)
