"""A text divided into tokens: words and numbers that may not be cut, characters of scripts without spaces, and marks.

The tokens, each in its compared form and between single spaces, make a string in which other tokens are searched for as
a substring: what is found there begins and ends where tokens do.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache, cached_property
from typing import NamedTuple

from tui.dossier.sources.characters import WORD, classes, compared

GAP = "[…]"
"""The token of an omission in brackets of any kind."""
ELLIPSIS = "…"
"""The token of an ellipsis, printed or typed as full stops."""

# Patterns over the classes of characters.
_DOTS = r"e+|\.(?:[ ]?\.){2,}+"
_UNIT = r"[LBD](?:[LBDMI]|(?<=[DS])S)*+"
_JOINT = (
    r"""(?<=[LBDMI])['_]+(?=[LBD])|(?<=[LBMI])[*]+(?=[LB])|(?<=[LBMI])o(?=[LB])|(?<=[DS])[.,:'o](?=D)|(?<=B)"(?=B)"""
)
_TOKEN = re.compile(
    rf"""
      [\[(<][ ]?(?:{_DOTS})[ ]?[\])>]
    | {_DOTS}
    | (?<![LBDMI])[LB][MI]*+(?:\.[LB](?![LBDMI]))++                              # the letters of an abbreviation
    | (?:(?<![^ (\["'])[-n](?=\.?D))?(?:(?<![LBDMISH.)\]])\.(?=D))?              # the sign and the point of a number
      {_UNIT}(?:(?:{_JOINT}){_UNIT})*+q?
    | TH?[MI]*+(?:VH[MI]*+)*+
    | H[MI]*+(?:VH[MI]*+)*+
    | S++ | -{{2,}}+ | ''
    | [^ I_*][MI]*+
    """,
    re.VERBOSE,
)
_DIVISION = re.compile("(?<=[LBMI])- (?=[LB])")
_INNER_APOSTROPHE = re.compile("(?<=[LBMI])'(?=[LB])")
_GROUP_BEFORE = re.compile(r"(?<![LBDMIS.,:'o])D{1,3}\Z")
_GROUP_AFTER = re.compile("D{3}(?!D)")

_ELIDED = """
    c d j l m n s t qu jusqu lorsqu puisqu quoiqu quelqu un all dall dell nell sull coll quell quest sant anch
"""
"""French, Italian and Catalan words that lose their last vowel before another: `l’` of `l’eau`."""
_LONGEST_ELIDED = 8
_LAST_WORD = re.compile(r"\w+\Z")

_SUSPENDING = """
    and or to nor but und oder bis sowie bzw et ou e o y u и или ve və veya եւ կամ და ან og eller
"""
"""The words after a hyphen that stands for part of a later word: `pre- and post-war`."""


class Division(NamedTuple):
    """A word divided at the end of a line: `offset` of the space before its hyphen in the form, `word` when joined."""

    offset: int
    word: str


class Tokens:
    """The tokens of one paragraph. `form` has a space before, between and after them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.form = _form([text[start:end] for start, end in _spans(_marked_classes(text))])

    @cached_property
    def _classes(self) -> str:
        return _marked_classes(self.text)

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """The start and end of each token in the text."""
        return list(_spans(self._classes))

    @cached_property
    def _spaces(self) -> list[int]:
        return [match.start() for match in re.finditer(" ", self.form)]

    def index(self, offset: int) -> int:
        """Return the index of the token after the space at `offset` of the form."""
        return bisect_right(self._spaces, offset) - 1

    @cached_property
    def divisions(self) -> list[Division]:
        """The words that may be divided at the end of a line: those of a hyphen followed by a space."""
        if " - " not in self.form:
            return []
        found = []
        starts = [start for start, _ in self.spans]
        for match in _DIVISION.finditer(self._classes):
            hyphen = bisect_right(starts, match.start()) - 1
            before, at, after, end = self._spaces[hyphen - 1 : hyphen + 3]
            found.append(Division(at, self.form[before + 1 : at] + self.form[after + 1 : end]))
        return found

    def compound(self, index: int) -> str:
        """Return the longer word or number, as printed, that an edge before token `index` may cut, or ""."""
        if not 0 < index < len(self.spans):
            return ""
        end, start = self.spans[index - 1][1], self.spans[index][0]
        if not self._may_cut(end, start):
            return ""
        before = self.text[max(0, end - _LONGEST_SHOWN) : end].rpartition(" ")[2]
        after, _, following = self.text[start : start + _LONGEST_SHOWN].partition(" ")
        if len(after) == 1 and self._classes[start] == "-":
            after = f"{after} {following.partition(' ')[0]}"
        return f"{before}{self.text[end:start]}{after}".strip(_AROUND)

    def _may_cut(self, end: int, start: int) -> bool:
        """Return whether what ends at `end` and what begins at `start` may be parts of one word or number."""
        found = self._classes
        left, right = found[end - 1], found[start]
        before, after = found[max(0, end - 2) : end - 1] or " ", found[start + 1 : start + 2] or " "
        if end == start:
            return (
                left == "q"
                or (before in WORD and right in WORD and _joins(left, before, right))
                or (left in WORD and after in WORD and _joins(right, left, after))
                or (right == "-" and left in WORD and bool(_DIVISION.match(found, start)))
            )
        if left == right == "D":
            return start - end == 1 and bool(
                _GROUP_BEFORE.search(found, max(0, end - 4), end) and _GROUP_AFTER.match(found, start)
            )
        if left == "-":
            return before in WORD and right in WORD and self._word_at(start) not in _words(_SUSPENDING)
        return False

    def _word_at(self, start: int) -> str:
        match = re.compile(r"\w+").match(self.text, start)
        return compared(match[0]).lower() if match else ""


_LONGEST_SHOWN = 40
_AROUND = " \"'“”‘’«»„.,;:!?"


@cache
def _words(table: str) -> frozenset[str]:
    return frozenset(table.split())


def tokens_of(text: str) -> list[str]:
    """Return the tokens of a text in their compared form."""
    return Tokens(text).form.split()


def _joins(mark: str, before: str, after: str) -> bool:
    """Return whether a mark without spaces may be inside a word: a hyphen, or a bracket around some of its letters."""
    return mark in "-nw" or (mark in "([)]" and before != "D" and after != "D")


def _marked_classes(text: str) -> str:
    """Return the classes of characters, with `q` for the apostrophe that ends an elided word."""
    found = classes(text)
    if "'" not in found:
        return found
    parts, done = [], 0
    for match in _INNER_APOSTROPHE.finditer(found):
        at = match.start()
        word = _LAST_WORD.search(text, max(0, at - _LONGEST_ELIDED), at)
        if word and word[0].lower() in _words(_ELIDED) and (not word.start() or found[word.start() - 1] not in WORD):
            parts += [found[done:at], "q"]
            done = at + 1
    return "".join([*parts, found[done:]])


def _spans(found: str) -> Iterator[tuple[int, int]]:
    return (match.span() for match in _TOKEN.finditer(found))


def _form(tokens: list[str]) -> str:
    form = compared(" ".join(tokens))
    if "…" in form or "‥" in form or ".." in form or ". ." in form:
        form = compared(" ".join(map(_as_omission, tokens)))
    if "--" in form or "''" in form:
        form = " ".join({"''": '"'}.get(token, "-" if token.startswith("--") else token) for token in form.split(" "))
    return f" {form} " if form else " "


def _as_omission(token: str) -> str:
    """Return the token of an omission in place of any way to print one; others as they are."""
    dots = token[1:-1] if len(token) > 2 and token[0] in "[(<［（" else token
    if dots.strip(".…‥ ") or not ("…" in dots or "‥" in dots or dots.count(".") > 2):
        return token
    return ELLIPSIS if dots == token else GAP
