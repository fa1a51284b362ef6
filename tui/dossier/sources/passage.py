"""What a cite points at in a copy: one paragraph, several, or the whole, as one string of tokens to be searched."""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from tui.dossier.sources.token_index import TokenIndex
from tui.dossier.sources.tokens import GAP, Tokens

_BRACKET = re.compile(r" (\[(?: [^\[\] ]+)+ \])(?= (\S*))")
_MARKS = ('"', "'")


class Cut(NamedTuple):
    """Tokens of a passage that a reading leaves out: where they begin in its form, and how many characters."""

    offset: int
    length: int


class Reading:
    """The form of a passage without some tokens, such as the hyphens of words divided at the end of a line."""

    def __init__(self, form: str, cuts: Sequence[Cut] = ()) -> None:
        kept, done = [], 0
        for cut in cuts:
            kept.append(form[done : cut.offset])
            done = cut.offset + cut.length
        self.form = "".join([*kept, form[done:]]) if cuts else form
        self._index = TokenIndex(self.form)
        removed = [0, *accumulate(cut.length for cut in cuts)]
        self._removed = removed
        self._places = [cut.offset - before for cut, before in zip(cuts, removed, strict=False)]

    def find(self, needle: str, start: int = 0) -> int:
        """Return the lowest offset from `start` on at which a string of tokens begins, or -1."""
        return self._index.find(needle, start)

    def original(self, offset: int) -> int:
        """Return the offset in the form of the passage of an offset in this one."""
        return offset + self._removed[bisect_right(self._places, offset)]

    @cached_property
    def backwards(self) -> str:
        """The form from its end to its beginning: searching it forwards is quick on every text."""
        return self.form[::-1]

    @cached_property
    def stretches(self) -> list[tuple[int, int]]:
        """The start and end in the form of what is between its gaps; each begins and ends with a space."""
        found, start, mark = [], 0, f" {GAP} "
        while (end := self.form.find(mark, start)) >= 0:
            found.append((start, end + 1))
            start = end + len(mark) - 1
        return [*found, (start, len(self.form))]

    @cached_property
    def beside_gaps(self) -> dict[str, list[int]]:
        """Token -> the numbers of the gaps, in order, that it stands directly before or after."""
        found: dict[str, list[int]] = {}
        for number, (left, right) in enumerate(zip(self.stretches, self.stretches[1:], strict=False)):
            before = self.form[self.form.rfind(" ", left[0], left[1] - 1) + 1 : left[1] - 1]
            after = self.form[right[0] + 1 : self.form.find(" ", right[0] + 1)]
            for token in {before, after}:
                found.setdefault(token, []).append(number)
        return found


class Place(NamedTuple):
    """Where words are: the number of a paragraph, from 1, and start and end in its text."""

    paragraph: int
    start: int
    end: int


class Passage:
    """Consecutive paragraphs of a copy, the first of which has the number `first`."""

    def __init__(self, paragraphs: Sequence[Tokens], first: int) -> None:
        self.first = first
        self._paragraphs = paragraphs
        single = len(paragraphs) == 1
        self.form = paragraphs[0].form if single else "".join(part.form[:-1] for part in paragraphs) + " "
        self._starts = [0, *accumulate(len(paragraph.form) - 1 for paragraph in paragraphs)]
        self._readings: dict[tuple[frozenset[str], bool], Reading] = {}

    def find(self, needle: str) -> int:
        """Return the lowest offset of the form at which a string of tokens begins, or -1."""
        return self._reading(frozenset(), unmarked=False).find(needle)

    def readings(self, words: Collection[str]) -> Iterator[Reading]:
        """Yield the passage as it is read for a quotation of `words`, then without repeated opening marks.

        A word divided at the end of a line is joined where the quotation has it in one; the mark that opens a paragraph
        inside a quotation is not part of its words.
        """
        divided = frozenset(word for word in words if word in self._divisions)
        yield self._reading(divided, unmarked=False)
        if self._opening_marks:
            yield self._reading(divided, unmarked=True)

    def _reading(self, divided: frozenset[str], unmarked: bool) -> Reading:
        key = divided, unmarked
        if key not in self._readings:
            cuts = [cut for word in divided for cut in self._divisions[word]]
            self._readings[key] = Reading(self.form, sorted([*cuts, *(self._opening_marks if unmarked else ())]))
        return self._readings[key]

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The tokens of the passage."""
        return frozenset(self.form.split())

    @cached_property
    def brackets(self) -> frozenset[str]:
        """What is printed in square brackets, with them, and with the token after them."""
        found = [(match[1], f"{match[1]} {match[2]}") for match in _BRACKET.finditer(self.form)]
        return frozenset(text for pair in found for text in pair)

    @cached_property
    def _divisions(self) -> dict[str, list[Cut]]:
        found: dict[str, list[Cut]] = {}
        for start, paragraph in zip(self._starts, self._paragraphs, strict=False):
            for offset, word in paragraph.divisions:
                found.setdefault(word, []).append(Cut(start + offset, len(" - ")))
        return found

    @cached_property
    def _opening_marks(self) -> list[Cut]:
        """The quotation marks at the beginning of paragraphs, but for the first."""
        cuts = []
        for start, paragraph in list(zip(self._starts, self._paragraphs, strict=False))[1:]:
            length = 0
            while paragraph.form[length + 1 : length + 2] in _MARKS and paragraph.form[length + 2 : length + 3] == " ":
                length += 2
            if length:
                cuts.append(Cut(start, length))
        return cuts

    def number(self, offset: int) -> int:
        """Return the number of the paragraph that has the token after the space at `offset` of the form."""
        return self.first + bisect_right(self._starts, offset, hi=len(self._paragraphs)) - 1

    def places(self, start: int, end: int) -> list[Place]:
        """Return the places of the tokens between the space at `start` of the form and the letter before `end`."""
        found = []
        first, last = self.number(start) - self.first, self.number(end - 1) - self.first
        for position in range(first, last + 1):
            tokens, offset = self._paragraphs[position], self._starts[position]
            if len(tokens.form) > 1:
                begin = tokens.index(start - offset) if position == first else 0
                ending = tokens.index(end - 1 - offset) if position == last else -1
                found.append(Place(self.first + position, tokens.spans[begin][0], tokens.spans[ending][1]))
        return found

    def printed(self, start: int, end: int) -> str:
        """Return the text, as printed, of the tokens between the space at `start` and the letter before `end`."""
        texts = (self._paragraphs[place.paragraph - self.first].text for place in self.places(start, end))
        return " ".join(
            text[place.start : place.end] for text, place in zip(texts, self.places(start, end), strict=True)
        )

    def compound(self, offset: int) -> str:
        """Return the longer word or number that an edge at the space at `offset` of the form may cut, or ""."""
        position = self.number(offset) - self.first
        tokens = self._paragraphs[position]
        return tokens.compound(tokens.index(offset - self._starts[position]))
