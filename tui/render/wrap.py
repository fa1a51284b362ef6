"""Wraps spans into rows of a given width in terminal cells, losing no character but the space at a break."""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from rich.cells import cell_len as _cell_len

from tui.dossier.values.edtf import MONTHS
from tui.dossier.values.vocabulary import (
    AGAINST,
    DATE_GLYPHS,
    EMPTY_CELL,
    MIXED_GLYPH,
    OUTCOME_GLYPHS,
    PROBLEM_GLYPHS,
    SIGN_GLYPHS,
    STATUS_GLYPHS,
    TRIANGLE_GLYPH,
    VOICE_GLYPHS,
    WITH,
)
from tui.pages.moment_marks import PERHAPS
from tui.pages.page import Span, Spans
from tui.pages.truncation import MAX_CHARACTERS, MAX_LINES, cut

NO_LINK = -1


class Piece(NamedTuple):
    """Part of a row: text, role, and the number of the link it belongs to (`NO_LINK` for none).

    `is_row_name` is true of a link that names its row or its column. A bar may have a `pointer`.
    """

    text: str
    role: str
    link: int = NO_LINK
    is_row_name: bool = False
    pointer: "Pointer | None" = None


Row = tuple[Piece, ...]


class Pointer(NamedTuple):
    """What stands in place of the rows below a bar while its link is selected, from `left` cells before the bar on."""

    rows: tuple[Row, ...]
    left: int


Run = tuple[str, str, int]
"""Text that is not wrapped yet, its role, and the number of its link."""
_MAX_TOTAL = 2 * MAX_CHARACTERS
"""The most characters wrapped at once."""
_FIRST_SPACING_MARK = "\u0903"
_TOKENS = re.compile(r"\n| +|[^ \n]+")
_TABLES = (SIGN_GLYPHS, STATUS_GLYPHS, OUTCOME_GLYPHS, VOICE_GLYPHS, DATE_GLYPHS, PROBLEM_GLYPHS)
_GLYPHS = (
    frozenset(glyph for table in _TABLES for glyph in table.values())
    | {MIXED_GLYPH, TRIANGLE_GLYPH, EMPTY_CELL, PERHAPS, *"=┆━╍┉┄┊─"}
    | {f"{EMPTY_CELL}{glyph}" for glyph in STATUS_GLYPHS.values()}
)
_SIGNS = frozenset({SIGN_GLYPHS[WITH], SIGN_GLYPHS[AGAINST]})
TAIL_GAP = 2
"""The least number of blank cells between a text and its tail."""
_MOST_ROWS = 8
"""A text of more rows has a row of its own for its tail where there is no room beside the last."""
_LEAST_WORDS = 10
"""The fewest cells of words in a row that is made for a tail."""
_MONTHS = frozenset(name for month in MONTHS for name in (month, month[:3]))
_DAY, _YEAR = re.compile(r"[^\w\s]?\d{1,2}"), re.compile(r"\d{3,4}(?!\w)")
_NAMES = frozenset({"name", "strong", "side-one", "side-two", "mention"})
_LABEL_LENGTH = 32
"""The longest label, in characters, that is kept on one row."""


def cells(text: str) -> int:
    """The width of `text` in terminal cells."""
    return len(text) if text.isascii() else _cell_len(text)


def spare_cells(text: str) -> int:
    """The cells that a terminal may need beyond `cells(text)`: some give spacing marks, as of Devanagari, one each.

    Room for that many is left between such a text and what is at the right edge of its row, which would be lost.
    """
    if text.isascii() or max(text) < _FIRST_SPACING_MARK:
        return 0
    from unicodedata import category

    return sum(category(character) == "Mc" for character in text)


def as_row_name(row: Row) -> Row:
    """A row whose links name rows or columns."""
    return tuple(piece._replace(is_row_name=True) for piece in row)


def width_of(row: Iterable[Piece]) -> int:
    """The width of a row in terminal cells."""
    return sum(cells(piece.text) for piece in row)


class Links:
    """Numbers the links of a page in reading order, from `first` on."""

    def __init__(self, first: int = 0) -> None:
        self._first = first
        self.targets: list[str] = []

    def number(self, span: Span) -> int:
        """Number the link of `span`; `NO_LINK` when it has none."""
        if not span.link:
            return NO_LINK
        self.targets.append(span.link)
        return self._first + len(self.targets) - 1


def wrap(spans: Iterable[Span], width: int, links: Links) -> list[Row]:
    """Wrap `spans` into rows of at most `width` cells (at least 1). Line feeds in the text end a row.

    A glyph or a number that begins a span stays on the row of its word, and a short label such as `– none recorded`
    stays whole; so does a glyph alone after a blank (` ◇`) with the word before it. A cite that fits on a row is not
    broken (`Kyle 1991 ¶5`), `¶5` stays with the title before it, and a date is not broken (`6 Jun 1993`).
    """
    width = max(1, width)
    spans = spans if isinstance(spans, tuple) else tuple(spans)
    if len(spans) == 1 and (single := _on_one_row(spans[0], width, links)):
        return [single]
    runs: list[Run] = [("".join(cut(span.text)), span.role, links.number(span)) for span in _within_bounds(spans)]
    if sum(cells(text) for text, _, _ in runs) < width and not any("\n" in text for text, _, _ in runs):
        return [_merged(_without_trailing_spaces(runs))]
    rows: list[Row] = []
    row: list[Run] = []
    used = 0
    word: list[Run] = []
    word_width = 0
    gap: list[Run] = []
    gap_width = 0

    def end_row() -> None:
        nonlocal row, used
        if row and row[-1][0] == " ":
            row.pop()
        rows.append(_merged(row))
        row, used = [], 0

    def place_chunks() -> None:
        nonlocal used
        for long, its_role, its_link in word:
            if long == " " and (not used or used == width):
                continue
            for chunk in _chunks(long, width - used, width):
                size = cells(chunk)
                if used and used + size > width:
                    end_row()
                row.append((chunk, its_role, its_link))
                used += size

    def place_word() -> None:
        nonlocal used, word_width, gap_width
        if not word:
            return
        blank = word.pop() if word[-1][0] == " " else None
        word_width -= blank is not None
        if row and used + gap_width + word_width > width:
            end_row()
        elif gap and (row or (not rows and gap_width < width)):
            row.extend(gap)
            used += gap_width
        gap.clear()
        gap_width = 0
        if used + word_width <= width:
            row.extend(word)
            used += word_width
        else:
            place_chunks()
        word.clear()
        word_width = 0
        if blank is not None:
            gap.append(blank)
            gap_width = 1

    for at, (run, role, link) in enumerate(runs):
        parts = _TOKENS.findall(run)
        if run == " " and word and at + 1 < len(runs) and _is_place(word[-1], runs[at + 1]):
            unbroken: Collection[int] = range(1)
        else:
            unbroken = _unbroken(parts, role, width, starts_word=not word or word[-1][0] == " ")
            if at + 1 < len(runs) and _counts(parts, runs[at + 1]):
                unbroken = {*unbroken, len(parts) - 1}
        for number, part in enumerate(parts):
            if part == "\n":
                place_word()
                gap.clear()
                gap_width = 0
                end_row()
            elif part == " " and word and number in unbroken:
                word.append((part, role, link))
                word_width += 1
            elif part[0] == " ":
                place_word()
                gap.append((part, role, link))
                gap_width += len(part)
            else:
                word.append((part, role, link))
                word_width += cells(part)
    place_word()
    if row or not rows:
        end_row()
    return rows


def _on_one_row(span: Span, width: int, links: Links) -> Row:
    """A short span as a row of its own, as most cells of a table are; nothing where it takes more to wrap it."""
    text = span.text
    if not text or len(text) > MAX_LINES or cells(text) >= width or "\n" in text or text[-1] == " ":
        return ()
    return (Piece(text, span.role, links.number(span)),)


def _is_place(before: Run, after: Run) -> bool:
    """Whether `after` is a place in the source whose title ends `before` it: `¶5`."""
    return before[1] == "text" and after[1] == "cite" and after[0][:1] == "¶" and " " not in after[0]


def _counts(parts: list[str], after: Run) -> bool:
    """Whether a run ends with a number, such as `5 `, and the one after it begins with a glyph: `◇ judgement`."""
    is_number = len(parts) > 1 and parts[-1] == " " and parts[-2].replace(",", "").isdecimal()
    return is_number and after[0].partition(" ")[0] in _GLYPHS


def _unbroken(parts: list[str], role: str, width: int, *, starts_word: bool) -> Collection[int]:
    """Which blanks of a run are no place for a break, by their number among its parts.

    They are the one before a number that ends a name (`State 148`), those of a cite, those of a short label that begins
    with a glyph, perhaps counted (`3 ∴ inferred`), the one after a number that begins the run (`52 quotations`) or
    a label of one word (`RU Russia`), those of a date. In a wide cite: those after abbreviations as `p.`, the last one.
    """
    if len(parts) == 2 and (parts[1] in _GLYPHS if parts[0] == " " else role == "label" and parts[1] == " "):
        return range(2)
    if role == "cite":
        if cells("".join(parts)) <= width:
            return range(1, len(parts))
        return {number for number in range(1, len(parts)) if parts[number - 1][-1] == "." or number == len(parts) - 2}
    kept: Collection[int] = _in_dates(parts) if not _MONTHS.isdisjoint(parts) else ()
    if not _SIGNS.isdisjoint(parts):
        kept = {*kept, *(number + 1 for number, part in enumerate(parts) if part in _SIGNS)}
    is_numbered = len(parts) > 2 and parts[-1].isdecimal() and parts[-2] == " " and role in _NAMES
    if is_numbered and sum(map(len, parts)) < width:
        kept = {*kept, len(parts) - 2}
    if not starts_word or not parts:
        return kept
    at = 2 if len(parts) > 2 and parts[0].replace(",", "").isdecimal() else 0
    if parts[at] in _GLYPHS:
        label = range(1, max(at + 2, len(parts) - 1)) if sum(map(len, parts)) <= _LABEL_LENGTH else range(1, at + 2)
        return {*label, *kept} if kept else label
    return {1, *kept} if at else kept


def _in_dates(parts: list[str]) -> Collection[int]:
    """The blanks between day, month and year."""
    found: set[int] = set()
    for number, part in enumerate(parts):
        if part not in _MONTHS:
            continue
        if number >= 2 and _DAY.fullmatch(parts[number - 2]):
            found.add(number - 1)
        if number + 2 < len(parts) and _YEAR.match(parts[number + 2]):
            found.add(number + 1)
    return found


def _within_bounds(spans: Spans) -> Spans:
    """The spans up to `_MAX_TOTAL` characters, and a remark where more are cut."""
    left = _MAX_TOTAL
    for number, span in enumerate(spans):
        left -= min(len(span.text), MAX_CHARACTERS)
        if left < 0:
            return (*spans[:number], Span(" [cut here]", "dim"))
    return spans


def with_tail(rows: list[Row], tail: Spans, width: int, links: Links) -> list[Row]:
    """`rows` with `tail` at the right edge of the last one, or on rows of its own where there is no room."""
    if not tail:
        return rows
    tail_rows = wrap(tail, width, links)
    if rows and len(tail_rows) == 1:
        gap = width - _widest((*rows[-1], *tail_rows[0]))
        if gap >= TAIL_GAP:
            rows[-1] = (*rows[-1], Piece(" " * gap, "text"), *tail_rows[0])
            return rows
    for row in tail_rows:
        rows.append((Piece(" " * max(0, width - _widest(row)), "text"), *row))
    return rows


def wrap_above_tail(spans: Spans, tail: Spans, width: int, links: Links) -> list[Row]:
    """`wrap`, but with rows of even length where only so the last of several has room for `tail` beside it.

    What fits on one row stays whole, and so do long texts, and what would end with hardly a word, part two names or
    begin with the number or the glyph of the word before.
    """
    room = width - sum(cells(span.text) + spare_cells(span.text) for span in tail) - TAIL_GAP
    before = len(links.targets)
    rows = wrap(spans, width, links)
    if not tail or not 1 < len(rows) <= _MOST_ROWS or _widest(rows[-1]) <= room or _joins_links(rows[-1]):
        return rows
    for narrower in _narrower_widths(spans, width, room):
        del links.targets[before:]
        found = wrap(spans, narrower, links)
        if _LEAST_WORDS <= _widest(found[-1]) <= room and _begins_with_word(found[-1]):
            return found
    return rows


def _narrower_widths(spans: Spans, width: int, room: int) -> list[int]:
    """Widths at which the last words of a text take at most `room` cells, as far as blanks tell; a few, the best first.

    Those are best at which no single word, and no short one, looks lost there.
    """
    sizes = [cells(word) for word in "".join(span.text for span in spans).rpartition("\n")[2].split(" ")]
    well: list[int] = []
    hardly: list[int] = []
    for narrower in range(width - 1, max(room, width * 2 // 3) - 1, -1):
        used = words = 0
        for size in sizes:
            if words and used + 1 + size > narrower:
                used, words = size, 1
            else:
                used, words = used + size + bool(words), words + 1
        if _LEAST_WORDS <= used <= room:
            (well if words > 1 and 2 * used >= room else hardly).append(narrower)
    return [*well[:2], *hardly[:1]]


def _joins_links(row: Row) -> bool:
    """Whether a row has several links, such as two names."""
    return len({piece.link for piece in row if piece.link != NO_LINK}) > 1


def _begins_with_word(row: Row) -> bool:
    first = "".join(piece.text for piece in row).split(" ", 1)[0]
    return first not in _GLYPHS and not first.isdecimal()


def _widest(row: Row) -> int:
    """The most cells that a terminal may need for a row."""
    return width_of(row) + sum(spare_cells(piece.text) for piece in row)


def _chunks(text: str, room: int, width: int) -> Iterator[str]:
    """`text` in chunks that fit: the first into `room` cells, the others into `width`."""
    size = cells(text)
    if size <= width:
        yield text
        return
    room = room if room > 0 else width
    start = used = 0
    for offset, character in enumerate(text):
        size = cells(character)
        if used + size > room and offset > start:
            yield text[start:offset]
            start, used, room = offset, 0, width
        used += size
    yield text[start:]


def _without_trailing_spaces(row: list[Run]) -> Iterator[Run]:
    """`row` without the spaces at its end, and without runs that hold nothing."""
    left = len("".join(text for text, _, _ in row).rstrip(" "))
    for text, role, link in row:
        kept = text[:left]
        left -= len(kept)
        if kept:
            yield kept, role, link


def _merged(row: Iterable[Run]) -> Row:
    """One piece for each run of neighbours with the same role and link."""
    pieces: list[Piece] = []
    texts: list[str] = []
    role, link = "", NO_LINK
    for text, its_role, its_link in row:
        if texts and (its_role != role or its_link != link):
            pieces.append(Piece("".join(texts), role, link))
            texts = []
        role, link = its_role, its_link
        texts.append(text)
    if texts:
        pieces.append(Piece("".join(texts), role, link))
    return tuple(pieces)
