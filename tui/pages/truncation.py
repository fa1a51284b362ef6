"""Limits how much of a text or list is shown, so that no long field freezes the screen, and says what is left out."""

from __future__ import annotations

from tui.dossier.values.vocabulary import count_noun
from tui.pages.page import Block, Para, Span, Spans

MAX_CHARACTERS = 64_000
"""The most characters of one field that are shown."""
MAX_LINES = 2000
"""The most lines of one field that are shown."""

BRIEF = 800
"""The most characters of one text where it is an item among others."""
MANY = 2000
"""The most items of one list that are built; a page says how many more there are."""


def cut(words: str) -> tuple[str, str]:
    """Return the part of a field that is shown, and a remark when that is not all of it, or else an empty one."""
    if len(words) <= MAX_LINES:
        return words, ""
    start = words[:MAX_CHARACTERS]
    lines = start.split("\n", MAX_LINES)
    if len(lines) > MAX_LINES:
        start = start[: len(start) - len(lines[MAX_LINES]) - 1]
    if len(start) == len(words):
        return words, ""
    return start, f" [cut here: {len(words) - len(start):,} more characters]"


def brief(words: str, most: int = BRIEF) -> str:
    """Cut a text that is an item among others to `most` characters; the record's own page has all of it."""
    return words if len(words) <= most else f"{words[:most].rstrip()} …"


def briefly(spans: Spans, most: int = BRIEF) -> Spans:
    """Cut spans to `most` characters in all."""
    if sum(len(span.text) for span in spans) <= most:
        return spans
    kept = []
    left = most
    for span in spans:
        if len(span.text) >= left:
            kept.append(span._replace(text=f"{span.text[:left].rstrip()} …"))
            break
        kept.append(span)
        left -= len(span.text)
    return tuple(kept)


def and_more(number: int, link: str = "", what: str = "") -> Spans:
    """`and 1,204 more`, leading to the complete list where `link` is given; nothing when `number` is not positive."""
    return (Span(f"and {number:,} more{f' {what}' if what else ''}", "dim", link),) if number > 0 else ()


def and_more_line(number: int, link: str = "", what: str = "", indent: int = 0) -> list[Block]:
    """`and_more` as a paragraph of its own."""
    spans = and_more(number, link, what)
    return [Para(spans, indent=indent)] if spans else []


def omitted_ties(number: int, *, unsettled: bool) -> str:
    """`1 unsettled tie not counted`, `3 ties not counted`."""
    return f"{count_noun(number, 'unsettled tie' if unsettled else 'tie')} not counted"


def having(part: int, whole: int, what: str) -> str:
    """`2 of the 4 have a sign`, `1 of the 4 has a sign`, `none of the 4 has a sign`; of a single one `without a sign`.

    Nothing of all.
    """
    if part == whole:
        return ""
    if whole == 1:
        return f"without {what}"
    number = f"{part:,}" if part else "none"
    return f"{number} of the {whole:,} {'have' if part > 1 else 'has'} {what}"


def part_of(part: int, whole: int, called: str) -> str:
    """`2 of them signed`, `all of them signed`, `none of them signed`; of a single one `signed` or `not signed`."""
    if whole == 1:
        return called if part else f"not {called}"
    return f"{'all' if part == whole else f'{part:,}' if part else 'none'} of them {called}"
