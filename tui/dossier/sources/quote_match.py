"""Whether a quotation occurs in a passage, where, and what a reader should know about it.

Words and numbers are found whole or not at all. A mark of omission in the quotation stands for any words, in the order
of the passage; an omission in brackets in the passage, […], stands for words that the copy does not have.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.dossier.problems import Rule
from tui.dossier.sources.negations import negation_in
from tui.dossier.sources.passage import Passage, Place, Reading
from tui.dossier.sources.quotation import Pieces, Quotation, Words
from tui.dossier.sources.source_rules import BRIDGES_GAP, EDITOR_INSERTION, INSIDE_COMPOUND, OMITS_NEGATION

_MOST_WINDOWS = 64
"""How many occurrences are looked at for one without a remark."""
_MOST_GAPS_BRIDGED = 4
"""The most gaps of a passage that one piece of a quotation may span."""

_MOST_WORDS_REPLACED = 12
"""The most words of a passage that words in brackets may stand for."""
_MOST_WORDS_SHOWN = 12

_LONGEST_SHOWN = 120
"""The most characters of a text in a message."""

_Span = tuple[int, int]


class Remark(NamedTuple):
    """A breach of a rule: the rule, what is wrong, in words, and what to do about it."""

    rule: Rule
    what: str
    hint: str


class Match(NamedTuple):
    """An occurrence of a quotation: the places of its pieces, in order, and the remarks on it."""

    places: tuple[Place, ...]
    remarks: tuple[Remark, ...] = ()

    @property
    def paragraphs(self) -> tuple[int, int]:
        """The numbers of the paragraphs in which it begins and ends."""
        return self.places[0].paragraph, self.places[-1].paragraph


def find(quotation: Quotation, passage: Passage) -> Match | None:
    """Return the first occurrence of a quotation without a remark, or else that with the fewest remarks."""
    return next(matches(quotation, passage), None)


def matches(quotation: Quotation, passage: Passage) -> Iterator[Match]:
    """Yield the best occurrence of a quotation in a passage, as `find` returns it, then those after it, in order."""
    for pieces in quotation.alternatives(passage):
        for reading in passage.readings(quotation.vocabulary):
            for before, after in _contexts(quotation):
                search = _Search(pieces, before, after, reading, passage)
                if (best := search.best(0)) is not None:
                    while best is not None:
                        yield best[1]
                        best = search.best(best[0] + 1)
                    return
    for pieces in quotation.alternatives(passage):
        for reading in passage.readings(quotation.vocabulary):
            bridged = _Search(pieces, quotation.prefix, quotation.suffix, reading, passage).bridging()
            if bridged is not None:
                yield bridged
                return


def _contexts(quotation: Quotation) -> Iterator[tuple[Words, Words]]:
    """Yield prefix and suffix as they are, then without the marks at their outer ends: they may be parts of a token."""
    prefix, suffix = quotation.prefix, quotation.suffix
    inner_prefix = next((prefix[at:] for at, token in enumerate(prefix) if _is_word(token)), prefix)
    inner_suffix = next(
        (suffix[: len(suffix) - at] for at, token in enumerate(reversed(suffix)) if _is_word(token)), suffix
    )
    for before in dict.fromkeys((prefix, inner_prefix)):
        for after in dict.fromkeys((suffix, inner_suffix)):
            yield before, after


def _is_word(token: str) -> bool:
    return token[0].isalnum()


class _Search:
    """The search for the pieces of one quotation, in order, in one reading of a passage."""

    def __init__(self, pieces: Pieces, before: Words, after: Words, reading: Reading, passage: Passage) -> None:
        self._pieces = pieces
        self._reading = reading
        self._passage = passage
        self._words = [f" {' '.join(piece)} " for piece in pieces.pieces]
        self._lead = " ".join(before)
        self._trail = " ".join(after)
        self._needles = [*self._words]
        self._needles[0] = self._lead + self._needles[0]
        self._needles[-1] += self._trail

    def best(self, start: int) -> tuple[int, Match] | None:
        """Return an occurrence from `start` on, with its offset: the first without a remark, or with the fewest."""
        best: tuple[int, Match] | None = None
        for _ in range(_MOST_WINDOWS):
            offsets = self._narrowed(self._forwards(start))
            if not offsets:
                break
            start = offsets[0] + 1
            found = self._match(self._spans(offsets), bridged=False)
            if found is not None and (best is None or len(found.remarks) < len(best[1].remarks)):
                best = offsets[0], found
                if not found.remarks:
                    break
        return best

    def _forwards(self, start: int) -> list[int]:
        """Return the offset of each piece at its first place after the piece before it; none if one is missing."""
        offsets = []
        for needle in self._needles:
            at = self._reading.find(needle, start)
            if at < 0:
                return []
            offsets.append(at)
            start = at + len(needle) - 1
        return offsets

    def _narrowed(self, offsets: list[int]) -> list[int]:
        """Return the offsets of the same pieces, the last of them in its place and each other as near as can be."""
        if len(offsets) < 2:
            return offsets
        form = self._reading.form
        narrowed = [offsets[-1]]
        for needle, earliest in zip(self._needles[-2::-1], offsets[-2::-1], strict=True):
            end = narrowed[-1] + 1
            near = self._reading.backwards.find(needle[::-1], len(form) - end, len(form) - earliest)
            narrowed.append(len(form) - near - len(needle) if near >= 0 else earliest)
        return narrowed[::-1]

    def _spans(self, offsets: list[int]) -> list[_Span]:
        spans = [(at, at + len(needle)) for at, needle in zip(offsets, self._needles, strict=True)]
        spans[0] = spans[0][0] + len(self._lead), spans[0][1]
        spans[-1] = spans[-1][0], spans[-1][1] - len(self._trail)
        return spans

    def _match(self, spans: Sequence[_Span], *, bridged: bool) -> Match | None:
        """Return the match of pieces between these spaces of the reading; None if brackets stand for too many words."""
        edges = [(self._reading.original(start), self._reading.original(end - 2) + 1) for start, end in spans]
        remarks = [_insertion(words) for words in self._pieces.outside]
        for words, (_, end), (start, _) in zip(self._pieces.between, spans, spans[1:], strict=False):
            omitted = self._reading.form[end - 1 : start + 1].split()
            if words and len(omitted) > _MOST_WORDS_REPLACED:
                return None
            negation = "" if bridged else negation_in(omitted)
            if words or negation:
                printed = self._printed(end - 1, start + 1) if omitted else ""
                remarks += [_insertion(words, printed)] if words else []
                remarks += [_omission(negation, printed)] if negation else []
        if bridged:
            remarks.append(_GAP_REMARK)
        remarks += self._cuts(edges)
        places = [place for start, end in edges for place in self._passage.places(start, end)]
        return Match(tuple(places), tuple(dict.fromkeys(remarks)))

    def _printed(self, start: int, end: int) -> str:
        original = self._reading.original
        return shortened(self._passage.printed(original(start), original(end - 2) + 1))

    def _cuts(self, edges: Sequence[_Span]) -> Iterator[Remark]:
        for start, end in edges:
            for side, offset in (("begins", start), ("ends", end)):
                if compound := self._passage.compound(offset):
                    what = f"the quotation {side} inside “{compound}”"
                    yield Remark(INSIDE_COMPOUND, what, "quote the whole of it if its other part changes the sense")

    def bridging(self) -> Match | None:
        """Return the first occurrence in which a gap of the passage stands for words of the quotation."""
        if len(self._reading.stretches) < 2:
            return None
        spans: list[_Span] = []
        start = 0
        for number, needle in enumerate(self._needles):
            at = self._reading.find(needle, start)
            if at >= 0:
                span: _Span | None = (at, at + len(needle))
            elif needle != self._words[number]:
                return None
            else:
                span = _across_gaps(needle, self._reading, start)
            if span is None:
                return None
            spans.append(span)
            start = span[1] - 1
        return self._match(spans, bridged=True)


def _insertion(words: str, replaced: str = "") -> Remark:
    instead = f"the source has “{replaced}” where the quotation has “[{shortened(words)}]”"
    what = instead if replaced else f"the source does not print “[{shortened(words)}]”"
    return Remark(EDITOR_INSERTION, what, "make sure that your words in brackets do not change the sense")


def _omission(negation: str, omitted: str) -> Remark:
    what = f"what the quotation leaves out has “{negation}” in it: “{omitted}”"
    return Remark(OMITS_NEGATION, what, "make sure that the sense is not reversed, or quote those words too")


_GAP_REMARK = Remark(
    BRIDGES_GAP,
    "the quotation has words where the copy has a gap, […]",
    "nothing in the copy supports them; cite a complete copy, or leave […] in the quotation",
)


def shortened(text: str) -> str:
    """Return the first words of a text, for a message."""
    words = text.split(" ", _MOST_WORDS_SHOWN)
    short = " ".join(words[:_MOST_WORDS_SHOWN])
    cut = short[:_LONGEST_SHOWN]
    return cut if cut == text else f"{cut} …"


def _across_gaps(piece: str, reading: Reading, start: int) -> _Span | None:
    """Return the first span from `start` on that reads as `piece` with up to half of it in gaps of the passage."""
    stretches, form = reading.stretches, reading.form
    near = {number for token in set(piece.split()) for number in reading.beside_gaps.get(token, ())}
    for number in sorted(near):
        begin, end = max(stretches[number][0], start), stretches[number][1]
        reach = stretches[min(number + _MOST_GAPS_BRIDGED, len(stretches) - 1)][1] - begin
        if begin >= end or 2 * reach < len(piece):  # too little for half of the piece
            continue
        matched = position = max(0, _overlap(form[begin:end], piece) - 1)
        first, last = (end - 1 - matched, end) if matched else (-1, -1)
        for low, high in stretches[number + 1 : number + 1 + _MOST_GAPS_BRIDGED]:
            stretch = form[low:high]
            tail = max(0, _overlap(piece[max(position, len(piece) - len(stretch)) :], stretch) - 1)
            if 2 * (matched + tail) >= len(piece) - 2:
                return (low if first < 0 else first), (low + tail + 1 if tail else last)
            inner = piece.find(stretch, position)
            if inner < 0:
                break
            matched += len(stretch) - 1
            position = inner + len(stretch) - 1
            first, last = (low if first < 0 else first), high
    return None


def _overlap(text: str, following: str) -> int:
    """Return how many characters at the end of `text` are the first of `following`; both begin and end with a space.

    Computed with the prefix function of Knuth, Morris and Pratt, in linear time.
    """
    limit = min(len(text), len(following))
    joined = f"{following[:limit]}\n{text[len(text) - limit :]}"
    borders = [0] * len(joined)  # for every prefix, the length of its longest proper suffix that is also a prefix
    size = 0
    for offset in range(1, len(joined)):
        while size and joined[offset] != joined[size]:
            size = borders[size - 1]
        size += joined[offset] == joined[size]
        borders[offset] = size
    return size
