"""The rules about local copies of sources, and about quotations and exact words in them."""

from __future__ import annotations

from tui.dossier.problems import Rule

UNREADABLE_COPY = Rule("unreadable-copy", "error", "a local copy that is there and cannot be read")
TEXT_OUTSIDE = Rule("text-outside", "warning", "a `text` that leads out of the dossier’s folder; it is not read")
COPY_CHANGED = Rule("copy-changed", "warning", "a local copy that is not the one that was pinned")

NO_SUCH_PARAGRAPH = Rule("no-such-paragraph", "error", "a paragraph that the source does not have")
QUOTE_NOT_FOUND = Rule("quote-not-found", "error", "a quotation that does not occur in its source")
QUOTE_MOVED = Rule("quote-moved", "error", "a quotation that occurs in another paragraph than the one cited")
EXACT_NOT_FOUND = Rule("exact-not-found", "error", "`exact` words that do not occur in what is cited")
EXACT_MOVED = Rule("exact-moved", "error", "`exact` words that occur in another paragraph than the one cited")

INSIDE_COMPOUND = Rule(
    "inside-compound",
    "warning",
    "words that begin or end inside a compound (`aggression pact` of `non-aggression pact`), a word divided at the end "
    "of a line, or a number with a space in it",
)
OMITS_NEGATION = Rule("omits-negation", "warning", "a quotation that leaves out a *not*, a *never* or the like")
EDITOR_INSERTION = Rule("editor-insertion", "warning", "words in brackets that the source does not print")
BRIDGES_GAP = Rule("bridges-gap", "warning", "words where the copy has a gap, `[…]`")
OCCURS_TWICE = Rule(
    "occurs-twice",
    "warning",
    "words that are in two places of what is cited: cite one paragraph, or add `prefix` or `suffix`",
)

SOURCE_RULES = (
    UNREADABLE_COPY,
    NO_SUCH_PARAGRAPH,
    QUOTE_NOT_FOUND,
    QUOTE_MOVED,
    EXACT_NOT_FOUND,
    EXACT_MOVED,
    TEXT_OUTSIDE,
    COPY_CHANGED,
    INSIDE_COMPOUND,
    OMITS_NEGATION,
    EDITOR_INSERTION,
    BRIDGES_GAP,
    OCCURS_TWICE,
)
"""Every rule of this module, errors first."""
