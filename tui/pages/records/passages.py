"""Places in a source on a page: the words there, and the records that cite them, the one a reader asks from first."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cached_property, partial

from tui.dossier.kinds import Quote, Record, Source
from tui.dossier.kinds.references import cites, named
from tui.dossier.sources.highlights import highlights
from tui.dossier.values.cite import Cite
from tui.dossier.values.vocabulary import count_noun
from tui.pages.page import Block, Entry, Para, Role, Section, Span, Spans
from tui.pages.phrases import quoted_part
from tui.pages.records.sections import entry, line_entry
from tui.pages.span_builder import SpanBuilder
from tui.pages.truncation import and_more_line

_LONG_TEXT = 450
"""The most characters of a paragraph that leave room for a record below it on a small screen."""
_LONG_EXCERPT = 300
"""The most characters of exact words that are shown below the record that cites them."""
_MOST_LINES = 200
"""The most of the other records that are shown below the one asked."""
_FEW_PARAGRAPHS = 50
"""A cite of more paragraphs than these is looked for among all, and not kept at each of them."""
_MOST_EXCERPTS = 12
"""The most exact words that are shown below one record."""


class PassageBlocks:
    """Makes the blocks of the places in one source, with at most so many of the records that cite each.

    Where the record `asked` cites a place, it is first there, and the others are in one line each; the words that it
    cites look different from those that only others do. `under_title` says that the heading is right under the title
    of the source.
    """

    def __init__(
        self, builder: SpanBuilder, source: Source, most: int, asked: str = "", *, under_title: bool = False
    ) -> None:
        self._builder = builder
        self._source = source
        self._most = most
        self._asked = asked
        self._under_title = under_title
        self._entries: dict[str, Entry] = {}
        self._quoted: dict[str, QuotedWords] = {}
        self.copy: Sequence[str] = builder.dossier.passages.get(source.id, [])
        """The paragraphs of the local copy; none where there is no copy."""

    @cached_property
    def _highlights(self) -> dict[int, list[tuple[int, int]]]:
        return highlights(self._builder.dossier, self._source.id)

    @cached_property
    def _of_asked(self) -> dict[int, list[tuple[int, int]]]:
        return highlights(self._builder.dossier, self._source.id, self._asked)

    def _text(self, number: int) -> Spans:
        """The text of a paragraph with the words that are cited."""
        text = self._builder.prose(self.copy[number - 1], "quote")
        if not self._asked:
            return highlighted(text, self._highlights.get(number, ()))
        of_any = highlighted(text, self._highlights.get(number, ()), "highlight-other")
        return highlighted(of_any, self._of_asked.get(number, ()))

    def paragraph(self, number: int, ids: Sequence[str]) -> list[Block]:
        """A heading, the text of the paragraph where there is a copy, and the records that cite it.

        Without a copy each record is followed by the words that it quotes. A long text gives way to the record asked.
        """
        text: Spans = ()
        if number <= len(self.copy):
            text = self._text(number)
        # a paragraph without any link is one itself, so that it can be selected
        own_link = "" if ids or any(span.link for span in text) else f"{self._source.id}#p{number}"
        heading = Section(f"Paragraph {number}", anchor=f"p{number}", link=own_link)
        words: list[Block] = [Para(text, (), 2)] if text else []
        if not ids:
            return [heading, *words, Para((Span("nothing in the dossier cites it", "dim"),), (), 2)]
        counted = heading._replace(title=f"{heading.title} · {count_noun(len(ids), 'record')}")
        if self._asked not in ids:
            rest = and_more_line(len(ids) - self._most, what=f"records cite paragraph {number}", indent=2)
            return [counted, *words, *self._entries_of(ids[: self._most], number), *rest]
        if self._under_title:
            heading = counted
        else:
            heading = heading._replace(note=(Span(f"of {self._name()}", "dim"),), cuts_note=True)
        asked = [*self._entries_of((self._asked,), number), *self._without_words(self._asked, number)]
        is_long = sum(len(span.text) for span in text) > _LONG_TEXT
        top = (*asked, *words) if is_long else (*words, *asked)
        return [heading, *top, *self._others(ids, f"in ¶{number}")]

    def cited_by(self, heading: Section, ids: Sequence[str], where: str, locator: str = "") -> list[Block]:
        """A heading with the records that cite a place without paragraphs, or the whole; nothing where there are none.

        `where` is that place in words, as after “8 more records”, and `locator` in the source's own terms.
        """
        if not ids:
            return []
        if self._asked in ids:
            others = self._others(ids, where)
            return [heading, *self._entries_of((self._asked,), 0, locator), *others]
        shown = ids[: min(self._most, self._builder.most_listed)]
        return [heading, *self._entries_of(shown, 0, locator), *and_more_line(len(ids) - len(shown), indent=2)]

    def _name(self) -> str:
        """The name of the source in few words."""
        builder, me = self._builder, self._source.id
        return builder.source_name(me) if builder.several_sources else self._source.title

    def _others(self, ids: Sequence[str], where: str) -> list[Block]:
        """The records but the one asked, one line each."""
        others = [name for name in ids if name != self._asked]
        if not others:
            return []
        heading = Section(f"{len(others):,} more {'record' if len(others) == 1 else 'records'} {where}")
        shown = [self._builder.dossier.records[name] for name in others[: min(self._most, _MOST_LINES)]]
        lines = (line_entry(self._builder, record) for record in shown)
        return [heading, *lines, *and_more_line(len(others) - len(shown), indent=2)]

    def _entries_of(self, ids: Iterable[str], number: int, locator: str = "") -> list[Block]:
        """Records, and without a copy of the text the words that each of them quotes from the place."""
        blocks: list[Block] = []
        for name in ids:
            record = self._builder.dossier.records[name]
            if (item := self._entries.get(name)) is None:
                item = self._entries[name] = entry(self._builder, record, self._source.id)
            exact = () if number <= len(self.copy) and number else self._exact(record, number, locator)
            blocks += _with_words(item, exact, partial(self._names_in, record))
        return blocks

    def _names_in(self, record: Record) -> Iterator[str]:
        """The names of the actors that a record is about."""
        for _, target in named(record):
            yield from self._builder.names_of(target)

    def _without_words(self, name: str, number: int) -> list[Block]:
        """That nothing is quoted from a paragraph for a record, where no copy of the text is at hand either."""
        record = self._builder.dossier.records[name]
        is_quoted = isinstance(record, Quote) and record.mode != "indirect"
        if number <= len(self.copy) or is_quoted or self._exact(record, number, ""):
            return []
        return [
            Para((Span(f"no words of ¶{number} are quoted for it, and no copy of the text is at hand", "dim"),), (), 2)
        ]

    def _exact(self, record: Record, number: int, locator: str) -> Collection[str]:
        """The exact words that a record cites from a paragraph, or from a place without one."""
        if (quoted_from := self._quoted.get(record.id)) is None:
            quoted_from = self._quoted[record.id] = QuotedWords(record, self._source.id)
        return quoted_from.paragraph(number) if number else quoted_from.place(locator)


class QuotedWords:
    """The exact words that one record cites from one source, by the place that they are from."""

    def __init__(self, record: Record, source: str) -> None:
        self._of_paragraph: dict[int, list[str]] = {}
        self._of_many: list[Cite] = []
        self._of_place: dict[str, list[str]] = {}
        for cite, _ in cites(record):
            if cite.source != source or not cite.exact:
                continue
            if not cite.first:
                self._of_place.setdefault(cite.locator, []).append(cite.exact)
            elif len(cite.paragraphs) <= _FEW_PARAGRAPHS:
                for number in cite.paragraphs:
                    self._of_paragraph.setdefault(number, []).append(cite.exact)
            else:
                self._of_many.append(cite)

    def paragraph(self, number: int) -> Collection[str]:
        """The words cited from a paragraph, each once."""
        of_many = (cite.exact for cite in self._of_many if number in cite.paragraphs)
        return dict.fromkeys((*self._of_paragraph.get(number, ()), *of_many))

    def place(self, locator: str) -> Collection[str]:
        """The words cited from a place without paragraphs, empty for the whole; each once."""
        return dict.fromkeys(self._of_place.get(locator, ()))


def _with_words(item: Entry, exact: Iterable[str], names: Callable[[], Iterable[str]]) -> list[Block]:
    """A record, and below it the exact words that it cites; those that stand in it already are highlighted there.

    Long ones are cut around one of `names`.
    """
    text = "".join(span.text for span in item.spans)
    within: list[tuple[int, int]] = []
    below: list[Block] = []
    for words in exact:
        if (start := text.find(words)) >= 0:
            within.append((start, start + len(words)))
        elif len(below) < _MOST_EXCERPTS:
            below.append(Para((Span(quoted_part(words, _LONG_EXCERPT, names()), "highlight"),), (), 2))
    if within:
        item = item._replace(spans=highlighted(item.spans, _disjoint(within)))
    return [item, *below]


def _disjoint(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Ranges in their order, each beginning where the one before ends at the earliest."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        begin = max(start, found[-1][1] if found else 0)
        if begin < end:
            found.append((begin, end))
    return found


def highlighted(spans: Spans, where: Sequence[tuple[int, int]], role: Role = "highlight") -> Spans:
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
                pieces.append(span._replace(text=span.text[start:end], role=role))
            done = end
            if where[current][1] > offset + size:
                break
            current += 1
        if done < size:
            pieces.append(span._replace(text=span.text[done:]))
        offset += size
    return tuple(pieces)
