"""Where a quotation and its source part: the words of both, and what the source has in place of the quotation."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from tui.dossier.sources.passage import Passage
from tui.dossier.sources.quotation import Quotation, Words

_CONTEXT = 2
"""How many words are shown on either side of a difference."""
_LONGEST = 24
"""The most words of a difference that are looked at, on either side."""
_SPAN = 2_000
"""The characters of a passage in which a quotation may resume after a difference."""
_LONGEST_FIX = 240
"""The most characters of the source that are offered in place of the quotation."""
_FEWEST_IN_COMMON = 2
"""The fewest words that quotation and source must have in common."""
_LONGEST_COMPARED = 400
"""The most words of a piece, and five times as many of a passage, in which a middle in common is looked for."""


class Difference(NamedTuple):
    """The words where source and quotation part, with some around them, and the source's words for the whole of it."""

    source: str
    quotation: str
    fix: str

    @property
    def what(self) -> str:
        """The difference in words."""
        return f"the source has “{self.source}” where the quote has “{self.quotation}”"


def difference(quotation: Quotation, passage: Passage) -> Difference | None:
    """Return where a quotation that does not occur in a passage parts from the words most like it; None if none are."""
    pieces = next((pieces.pieces for pieces in quotation.alternatives(passage)), ())
    for piece in pieces:
        if passage.find(_needle(piece)) < 0:
            return _difference(piece, passage)
    return None


def out_of_order(quotation: Quotation, passage: Passage) -> bool:
    """Return whether each piece of a quotation occurs in a passage, but not one after the other."""
    pieces = next((pieces.pieces for pieces in quotation.alternatives(passage)), ())
    return len(pieces) > 1 and all(passage.find(_needle(piece)) >= 0 for piece in pieces)


def _difference(piece: Words, passage: Passage) -> Difference | None:
    form = passage.form
    head, head_at = _longest_in(passage, piece, lambda count: piece[:count])
    tail, tail_at = _longest_in(passage, piece, lambda count: piece[len(piece) - count :])
    if max(head, tail) < min(_FEWEST_IN_COMMON, len(piece) - 1) or max(head, tail) == 0:
        return _inner_difference(piece, passage)
    if head >= tail:
        after = form[head_at + len(_needle(piece[:head])) - 1 :][:_SPAN].split()[:_LONGEST]
        here, there = _resumption(piece[head:][:_LONGEST], after)
        start, edge = head_at, head_at + len(_needle(piece[:head])) - 1
        end = edge + len(_needle(after[:there])) - 1 if there else edge
        rest = _needle(piece[head + here :])
        whole_end = end + len(rest) - 1 if form.startswith(rest, end) else end
        return _shown(passage, piece, (head, head + here), (edge, end), (start, whole_end))
    edge = tail_at
    before = form[max(0, edge + 1 - _SPAN) : edge + 1].split()[-_LONGEST:]
    here, there = _resumption(piece[: len(piece) - tail][::-1][:_LONGEST], before[::-1])
    start = edge - len(_needle(before[len(before) - there :])) + 1 if there else edge
    at = len(piece) - tail
    rest = _needle(piece[: at - here])
    whole_start = start - len(rest) + 1 if here < at and form.endswith(rest, 0, start + 1) else start
    return _shown(passage, piece, (at - here, at), (start, edge), (whole_start, tail_at + len(_needle(piece[at:])) - 1))


def _needle(words: Sequence[str]) -> str:
    return f" {' '.join(words)} " if words else " "


def _longest_in(passage: Passage, piece: Words, part: Callable[[int], Words]) -> tuple[int, int]:
    """Return how many words of a piece occur together in a passage, and where; `part` gives so many, from one end."""
    low, high, at = 0, len(piece) - 1, -1
    while low < high:
        middle = (low + high + 1) // 2
        found = passage.find(_needle(part(middle)))
        if found >= 0:
            low, at = middle, found
        else:
            high = middle - 1
    return low, at


def _resumption(quoted: Sequence[str], printed: Sequence[str]) -> tuple[int, int]:
    """Return after how many words of each the two have one in common, the fewest in all; all where they have none."""
    for total in range(len(quoted) + len(printed)):
        for here in range(min(total, len(quoted)) + 1):
            there = total - here
            if here < len(quoted) and there < len(printed) and quoted[here] == printed[there]:
                return here, there
    return len(quoted), min(len(printed), len(quoted))


def _inner_difference(piece: Words, passage: Passage) -> Difference | None:
    """Return the difference around the longest run of words in common, where neither end of the piece occurs."""
    from difflib import SequenceMatcher

    words = passage.form.split()
    if len(piece) > _LONGEST_COMPARED or len(words) > 5 * _LONGEST_COMPARED:
        return None
    run = SequenceMatcher(None, piece, words, autojunk=False).find_longest_match()
    if run.size < _FEWEST_IN_COMMON:
        return None
    start = len(_needle(words[: run.b])) - 1
    end = start + len(_needle(piece[run.a : run.a + run.size])) - 1
    whole_start = len(_needle(words[: max(0, run.b - run.a)])) - 1
    whole_end = len(_needle(words[: min(len(words), run.b + len(piece) - run.a)])) - 1
    before = max(0, run.b - run.a)
    return _shown(
        passage, piece, (0, run.a), (len(_needle(words[:before])) - 1, start), (whole_start, max(end, whole_end))
    )


def _shown(
    passage: Passage, piece: Words, quoted: tuple[int, int], printed: tuple[int, int], whole: tuple[int, int]
) -> Difference:
    """Return a difference between words of a piece and characters of the form, both with words around them."""
    start, end = printed
    for _ in range(_CONTEXT):
        start = passage.form.rfind(" ", 0, start) if start > 0 else 0
        end = passage.form.find(" ", end + 1) if end < len(passage.form) - 1 else end
    low, high = max(0, quoted[0] - _CONTEXT), min(len(piece), quoted[1] + _CONTEXT)
    theirs = _ellipsized(passage.printed(start, end), start > 0, end < len(passage.form) - 1)
    ours = _ellipsized(_written(piece[low:high]), low > 0, high < len(piece))
    fix = passage.printed(*whole) if whole[0] < whole[1] else ""
    return Difference(theirs, ours, fix if len(fix) <= _LONGEST_FIX else "")


def _ellipsized(text: str, before: bool, after: bool) -> str:
    return f"{'… ' * before}{text}{' …' * after}"


def _written(words: Sequence[str]) -> str:
    """Return tokens as they may be written: without a space before a stop."""
    text = " ".join(words)
    for mark in ",.;:!?":
        text = text.replace(f" {mark}", mark)
    return text
