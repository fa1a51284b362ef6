"""The closed vocabularies of format version 1, and the word and glyph that stand for each term.

The `Literal` types are the only declaration: validation, the JSON Schema and the "did you mean" hints read them.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, get_args

ActorKind = Literal["state", "igo", "body", "group", "media", "person", "place"]
QuoteMode = Literal["direct", "fragment", "indirect"]
Act = Literal[
    "state",
    "justify",
    "complain",
    "accuse",
    "deny",
    "request",
    "demand",
    "offer",
    "promise",
    "praise",
    "warn",
    "threaten",
    "predict",
    "decline",
    "assess",
]
Attribution = Literal["named", "pronoun", "continued", "editor"]
_FriendlyTieKind = Literal[
    "defence-pact",
    "offence-pact",
    "treaty-alliance",
    "nominal-alliance",
    "strategic-partnership",
    "arms-supply",
    "base-hosting",
    "aid",
    "diplomatic-support",
    "rhetorical-support",
]
_HostileTieKind = Literal["hostility", "rivalry", "sanctions"]
_UnsignedTieKind = Literal[
    "nonaggression-pact",
    "neutrality-pact",
    "consultation-pact",
    "bloc-membership",
    "territorial-claim",
    "mediation",
    "trade",
    "other",
]
TieKind = Literal[_FriendlyTieKind, _HostileTieKind, _UnsignedTieKind]
Sign = Literal["+", "-"]
Pledge = Literal["defense", "offense", "neutral", "nonagg", "consul"]
Status = Literal["reported", "attributed", "judgement", "contested", "denied", "inferred"]
Outcome = Literal["met", "partly", "unmet", "refused", "no-response", "open", "contested", "none-recorded"]
Voice = Literal["complaint", "request", "demand", "warning", "praise", "none"]
Stance = Literal["supports", "disputes", "mentions"]
Locator = Literal[
    "act",
    "appendix",
    "article-locator",
    "book",
    "canon",
    "chapter",
    "column",
    "elocation",
    "equation",
    "figure",
    "folio",
    "issue",
    "line",
    "note",
    "opus",
    "page",
    "paragraph",
    "part",
    "rule",
    "scene",
    "section",
    "sub-verbo",
    "supplement",
    "table",
    "timestamp",
    "title-locator",
    "verse",
    "version",
    "volume",
    "t",
]
"""The locators of CSL 1.0.2, and `t`, the time of W3C media fragments."""

STATUSES: tuple[str, ...] = get_args(Status)
"""The statuses from the firmest to the least firm."""

WITH, AGAINST, NEITHER = "+", "-", ""
"""The signs of a tie: with, against, neither."""

TIE_SIGNS: Mapping[str, str] = {
    **dict.fromkeys(get_args(_FriendlyTieKind), WITH),
    **dict.fromkeys(get_args(_HostileTieKind), AGAINST),
    **dict.fromkeys(get_args(_UnsignedTieKind), NEITHER),
}
"""Tie kind -> the sign that it implies."""

SIGN_WORDS = MappingProxyType({WITH: "with", AGAINST: "against", NEITHER: "no sign"})
SIGN_GLYPHS = MappingProxyType({WITH: "+", AGAINST: "−", NEITHER: "∘"})
MIXED_GLYPH = "~"
"""With and against each other at once."""
NOTHING_RECORDED = "␣"
"""What the source does not tell: no speaker, no outcome."""
EMPTY_CELL = "·"
"""A cell of a table, or a place in a bar, with nothing in it."""
ITSELF_GLYPH = "╲"
"""A cell of a table in which an actor meets itself."""
FILLED_CELL_GLYPH, PALER_CELL_GLYPH = "▓", "░"
"""In a legend, how full of the colour of a sign a cell is."""
TRIANGLE_GLYPH = "△"
PROBLEM_GLYPHS = MappingProxyType({"error": "⊠", "warning": "⊡"})
"""Severity of a problem with the file -> its glyph."""
CHOSEN_GLYPH, UNCHOSEN_GLYPH = "▣", "▢"
"""What is chosen of a list of choices, and what is not."""
VIEW_GLYPH = "▸"
"""What leads to a view of the whole: at the head of a list, and where one starts."""
MOMENT_GLYPH = "▲"
"""A date on an axis of time."""
PARAGRAPH_GLYPH = "¶"
MODE_GLYPHS = MappingProxyType({"direct": "“", "fragment": "“", "indirect": "›"})
"""How the words of a quote are given -> its mark in a list."""

STATUS_GLYPHS = MappingProxyType(
    {"reported": "●", "attributed": "»", "judgement": "◇", "contested": "≠", "denied": "×", "inferred": "∴"}
)
STATUS_MEANINGS = MappingProxyType(
    {
        "reported": "the source states it in its own voice",
        "attributed": "somebody the source names says so",
        "judgement": "somebody’s evaluation",
        "contested": "open: asserted, and disputed, denied or not verified",
        "denied": "asserted by one and denied outright by another",
        "inferred": "concluded by the dossier’s editor",
    }
)
WITHOUT_STATUS = "="
"""In a bar of statuses, a record of a kind that has none, such as a quote."""
UNSETTLED: frozenset[str] = frozenset({"contested", "denied", "inferred"})
"""Statuses left out of every count and analysis until the reader includes them."""

DISPUTES_GLYPH = "≠"

OUTCOME_GLYPHS = MappingProxyType(
    {
        "met": "✓",
        "partly": "◐",
        "unmet": "↯",
        "refused": "⊘",
        "no-response": "◌",
        "open": "○",
        "contested": "≠",
        "none-recorded": NOTHING_RECORDED,
    }
)
VOICE_GLYPHS = MappingProxyType(
    {"complaint": "!", "request": "?", "demand": "‼", "warning": "^", "praise": "*", "none": NOTHING_RECORDED}
)
VOICE_CONNECTIVES = MappingProxyType(
    {
        "complaint": "about",
        "request": "to",
        "demand": "to",
        "warning": "about",
        "praise": "about",
        "none": "expects of",
    }
)
"""Voice -> the words between the actor that expects and the one of whom it is expected: `! Armenia about Russia`."""

_ACT_WORDS = MappingProxyType(
    {
        "state": "statement",
        "justify": "justification",
        "complain": "complaint",
        "accuse": "accusation",
        "deny": "denial",
        "warn": "warning",
        "threaten": "threat",
        "predict": "prediction",
        "decline": "refusal",
        "assess": "assessment",
    }
)
"""Act -> what was said, as a noun; the other acts are nouns themselves."""

DATE_GLYPHS = MappingProxyType({"exact": "■", "imprecise": "□", "lasting": "▮", "lasting-imprecise": "▯"})
"""Glyphs for date precision: exact day, less precise or uncertain; and for what lasts between two dates."""

_WORDS = {
    "igo": "organisation",
    "consul": "consultation",
    "nonagg": "non-aggression",
    "neutral": "neutrality",
    "none": "no speaker recorded",
    "none-recorded": "none recorded",
    "no-response": "no response",
}

VIEW_NAMES = frozenset(
    (
        *("about", "balance", "blocs", "compare", "coverage", "ego", "grievances", "marks", "matrix"),
        *("overview", "pair", "path", "said", "speakers"),
        *("timeline", "timeline-all", "timeline-offices", "timeline-quotes", "timeline-ties", "triangle", "versions"),
        *("home", "actors", "quotes", "alliances", "ledger", "claims", "events", "sources", "network"),
    )
)
"""The names of views and panels: a record whose id is one of them is less easily found."""

SOURCE_KINDS = frozenset(
    [
        "article",
        "article-journal",
        "article-magazine",
        "article-newspaper",
        "bill",
        "book",
        "broadcast",
        "chapter",
        "classic",
        "collection",
        "dataset",
        "document",
        "entry",
        "entry-dictionary",
        "entry-encyclopedia",
        "event",
        "figure",
        "graphic",
        "hearing",
        "interview",
        "legal_case",
        "legislation",
        "manuscript",
        "map",
        "motion_picture",
        "musical_score",
        "pamphlet",
        "paper-conference",
        "patent",
        "performance",
        "periodical",
        "personal_communication",
        "post",
        "post-weblog",
        "regulation",
        "report",
        "review",
        "review-book",
        "software",
        "song",
        "speech",
        "standard",
        "thesis",
        "treaty",
        "webpage",
    ]
)
"""The item types of CSL 1.0.2; any other kind of source is a warning."""


def words(term: str) -> str:
    """Return a term as a reader sees it: `no-response` -> `no response`, `igo` -> `organisation`."""
    return _WORDS.get(term) or term.replace("-", " ")


def act_words(act: str) -> str:
    """Return what was said by an act, as a reader sees it: `complain` -> `complaint`, `request` -> `request`."""
    return _ACT_WORDS.get(act) or words(act)


def count_noun(count: int, noun: str) -> str:
    """Return a count with its noun: `1 event`, `5,000 events`."""
    return f"{count:,} {noun}{'s' * (count != 1)}"


def plural(kind: str) -> str:
    """Return the heading over actors of one kind: `body` -> `Bodies`."""
    return {
        "state": "States",
        "igo": "Organisations",
        "body": "Bodies",
        "group": "Groups",
        "media": "Media",
        "person": "People",
        "place": "Places",
    }.get(kind, kind)
