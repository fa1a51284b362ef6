"""The line of what a query finds: with the words marked, and where they are not in it, in what they are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tui.dossier.kinds import Record, kind_of
from tui.dossier.search.documents import TEXT, Part
from tui.dossier.search.matched_part import matched_parts
from tui.dossier.values.vocabulary import count_noun
from tui.pages.list_line import ListLine
from tui.pages.lists.named_lines import is_said, lead, outcome_of, status
from tui.pages.lists.record_groups import record_line
from tui.pages.matches import excerpt, from_match, with_matches
from tui.pages.page import Span, Spans, joined
from tui.pages.span_builder import SpanBuilder

if TYPE_CHECKING:
    from tui.dossier.search.index import Index, Item
    from tui.dossier.search.matched_words import MatchedWords

_SHORT = 24
"""The most characters of a text that is shown whole where there is little room."""
_LONG = 60
"""About the most characters of a text beside the line of a record."""
_PLACE = 18
"""The most characters of a cite in the results where it would cut the words."""
_CONTEXT = 240
"""About the most characters of a text in a line of results."""
_NEAR = 24
"""A match is in view after a name if it begins within so many characters of its text."""
_MOST_PARTS = 3


def matched_line(
    line: ListLine, heading: str, find_parts: Callable[[], Sequence[Part]], words: MatchedWords
) -> ListLine:
    """The line of a record in a filtered list, under a heading. `find_parts` returns what is searched of the record.

    Words that are neither in the line nor in the heading are told at the right: `alias: Baku`, `in a translation`. The
    words of the record are cut for them, because nothing else says why it is listed.
    """
    spans = with_matches(from_match(line.spans, words), words)
    missing = words.all - words.matched("".join(span.text for span in line.spans)) - words.matched(heading)
    if not missing:
        return line._replace(spans=spans)
    found = matched_parts(find_parts(), words.only(missing))
    if not found:
        return line._replace(spans=spans)
    parts = [_briefly(part, words) for part in found[:_MOST_PARTS]]
    full = joined((_labelled(part, words, _LONG, near=_NEAR) for part in found[:_MOST_PARTS]), "  ")
    told = (*joined(parts), *line.status), (*full, *line.status), (*parts[0], *line.status)
    return ListLine(line.mark, spans, *told, mark_is_told=line.mark_is_told)


def _briefly(part: Part, words: MatchedWords) -> Spans:
    """In what a word is, and the text itself if it is short."""
    if len(part.text) <= _SHORT:
        return _labelled(part, words, _SHORT, near=_SHORT)
    article = "an" if part.label[0] in "aeiou" else "a"
    return (Span(f"in {article} {part.label}"),)


def _labelled(part: Part, words: MatchedWords, most: int, near: int) -> Spans:
    return (Span(f"{part.label}: ", "dim"), *with_matches((Span(excerpt(part.text, words, most, near)),), words))


def result_line(builder: SpanBuilder, index: Index, item: Item, words: MatchedWords) -> ListLine:
    """The line of something found: what it is of, the text around the words, and where it is cited from.

    Where words are found in anything but the text of what somebody says, that stands before it, because it is short.
    """
    record = item.record
    if item.paragraph:
        passage, *notes = index.parts(item)
        noted = (_labelled(part, words, _CONTEXT, near=_NEAR) for part in matched_parts(notes, words))
        spans = joined((_context(passage.text, words), *noted), "  ")
        return ListLine(Span("¶", "cite"), spans, _uncited(builder, item))
    line = record_line(builder, record.id)
    spoken_by, own = _own_words(builder, record, words)
    missing = words.all - words.matched("".join(span.text for span in (*spoken_by, *own)))
    parts = index.parts(item)
    told = [
        _labelled(part, words, _CONTEXT, near=_NEAR) for part in matched_parts(parts, words.only(missing))[:_MOST_PARTS]
    ]
    if not told and not is_said(record):
        told += [_context(part.text, words) for part in parts if part.section == TEXT][:1]
    if by := getattr(record, "by", ()) if not is_said(record) else ():
        told.append((Span("said by ", "dim"), *(Span(span.text, "dim") for span in builder.speakers(by, most=2))))
    cites = getattr(record, "cite", None) or ()
    where = (builder.first_cite(cites),) if cites else ()
    brief = tuple(map(cite_in_short, where))
    outcome = outcome_of(builder, record, in_words=False)
    firm = (*outcome, status(record, in_words=False))
    parted = (*told, own) if is_said(record) else (own, *told)
    return ListLine(line.mark, (*spoken_by, *joined(parted, "  ")), (*where, *firm), (), (*brief, *firm))


def cite_in_short(cite: Span) -> Span:
    """A cite of at most `_PLACE` characters: the name of a source is cut, and where in it something is stands whole."""
    name, _, where = cite.text.rpartition(" ")
    room = _PLACE - len(where) - 2
    if len(cite.text) <= _PLACE or room <= 0:
        return cite
    return cite._replace(text=f"{name[:room].rstrip(' …')}… {where}")


def _own_words(builder: SpanBuilder, record: Record, words: MatchedWords) -> tuple[Spans, Spans]:
    """Who says it, of what somebody says, and the words; of all else the name, with the kind of a tie."""
    if not is_said(record):
        name = builder.dossier.name(record.id)
        category = kind_of(record).category_of(record)
        more = (Span(f"  {category}", "dim"),) if category != kind_of(record).singular else ()
        return (), with_matches((Span(name), *more), words)
    return with_matches(lead(builder, record), words), _context(getattr(record, "text", ""), words)


def _context(text: str, words: MatchedWords) -> Spans:
    return with_matches((Span(excerpt(text, words, _CONTEXT)),), words)


def _uncited(builder: SpanBuilder, item: Item) -> Spans:
    """The place of a passage, and how many records cite it."""
    citing = builder.dossier.links.citing(item.record.id).get(item.paragraph, ())
    number = count_noun(len(citing), "record") if citing else "not cited"
    name = f"{builder.source_name(item.record.id)} " if builder.several_sources else ""
    return (Span(f"{name}¶{item.paragraph}", "cite"), Span(f" · {number}", "dim"))
