"""Every glyph with its meaning, by what it says something about: the one table from which legends are made.

A glyph has one meaning wherever it stands. What only separates or draws (` · `, `│`) is no glyph, and the line of a tie
and a filled cell are ones only in the role of a sign.
"""

from collections.abc import Mapping
from typing import NamedTuple

from tui.dossier.values.vocabulary import (
    CHOSEN_GLYPH,
    DATE_GLYPHS,
    EMPTY_CELL,
    FILLED_CELL_GLYPH,
    ITSELF_GLYPH,
    MIXED_GLYPH,
    MODE_GLYPHS,
    MOMENT_GLYPH,
    OUTCOME_GLYPHS,
    PALER_CELL_GLYPH,
    PARAGRAPH_GLYPH,
    PROBLEM_GLYPHS,
    SIGN_GLYPHS,
    SIGN_WORDS,
    STATUS_GLYPHS,
    STATUS_MEANINGS,
    TRIANGLE_GLYPH,
    UNCHOSEN_GLYPH,
    VIEW_GLYPH,
    VOICE_GLYPHS,
    WITHOUT_STATUS,
    words,
)
from tui.pages.moment_marks import CHANGE_GLYPHS, ENDED, PERHAPS
from tui.pages.page import ARROW, BULLET, Role
from tui.pages.reader_marks import MARK_GLYPH, NOTE_GLYPH
from tui.pages.span_builder import outcome_role, sign_role, status_role

NOT_TOLD = "the sources do not tell it"
_SIGNS = {
    "+": "a tie such as an alliance, support or arms supply",
    "-": "a tie such as hostility, rivalry or sanctions",
    "": "a tie that says neither, such as membership of a bloc or trade",
}
_OUTCOMES = {
    "met": "it was done",
    "partly": "some of it was done",
    "unmet": "it was not done",
    "refused": "it was said that it will not be done",
    "no-response": "nothing was said or done about it",
    "open": "it is not decided yet",
    "contested": STATUS_MEANINGS["contested"],
    "none-recorded": NOT_TOLD,
}
_VOICES = {
    "complaint": "that it was not done",
    "request": "that it be done",
    "demand": "that it must be done",
    "warning": "of what follows if it is not done",
    "praise": "that it was done",
    "none": NOT_TOLD,
}
_CHANGES = {
    "came": "it begins, or is there since the moment before",
    "went": "it ends, or is there no more",
    "turned": "its sign is another one",
}


class Glyph(NamedTuple):
    """A glyph, the word beside it, its meaning and its role."""

    glyph: str
    word: str
    meaning: str
    role: Role = "text"


class Glyphs(NamedTuple):
    """The glyphs that say something about the same thing, which is their `title`."""

    title: str
    glyphs: tuple[Glyph, ...]


def _of(title: str, glyphs: Mapping[str, str], meanings: Mapping[str, str], roles: Mapping[str, Role]) -> Glyphs:
    made = (Glyph(glyph, words(term), meanings[term], roles.get(term, "text")) for term, glyph in glyphs.items())
    return Glyphs(title, tuple(made))


STATUSES = _of(
    "Status of a statement", STATUS_GLYPHS, STATUS_MEANINGS, {term: status_role(term) for term in STATUS_GLYPHS}
)
SIGNS = Glyphs(
    "Sign of a tie",
    (
        *(Glyph(glyph, SIGN_WORDS[sign], _SIGNS[sign], sign_role(sign)) for sign, glyph in SIGN_GLYPHS.items()),
        Glyph(MIXED_GLYPH, "mixed", "two actors with and against each other", "sign-mixed"),
    ),
)
LINES = Glyphs(
    "Line of a tie",
    (
        Glyph("━", "whole line", "a source reports the tie, or the firmest of several", "sign-with"),
        Glyph("╍", "broken line", "the tie is attributed or judged", "sign-with"),
        Glyph("┉", "dotted line", "the tie is unsettled", "sign-with"),
    ),
)
FILLS = Glyphs(
    "Cell of the matrix",
    (
        Glyph(FILLED_CELL_GLYPH, "filled", "a source reports the sign, or the firmest of several ties", "sign-with"),
        Glyph(PALER_CELL_GLYPH, "paler", "the sign is attributed or judged", "sign-with"),
    ),
)
OUTCOMES = _of(
    "Outcome of an expectation", OUTCOME_GLYPHS, _OUTCOMES, {term: outcome_role(term) for term in OUTCOME_GLYPHS}
)
VOICES = _of("How it is expected", VOICE_GLYPHS, _VOICES, dict.fromkeys(VOICE_GLYPHS, "dim"))
MODES = Glyphs(
    "How words are given",
    (
        Glyph(MODE_GLYPHS["direct"], "quoted", "the words as they are printed", "dim"),
        Glyph(MODE_GLYPHS["indirect"], "reported speech", "what was said, not in the speaker’s own words", "dim"),
    ),
)
DATES = Glyphs(
    "Date of an event",
    (
        Glyph(DATE_GLYPHS["exact"], "to the day", "its day is known", "strong"),
        Glyph(DATE_GLYPHS["imprecise"], "imprecise", "less exact than a day, or uncertain"),
        Glyph(DATE_GLYPHS["lasting"], "lasting", "from one day to another", "strong"),
        Glyph(DATE_GLYPHS["lasting-imprecise"], "lasting, imprecise", "less exact at one end or both"),
    ),
)
CHANGES = _of("Since the moment before", CHANGE_GLYPHS, _CHANGES, dict.fromkeys(CHANGE_GLYPHS, "strong"))
OTHERS = Glyphs(
    "Elsewhere",
    (
        Glyph(MOMENT_GLYPH, "moment", "the moment or the date that the page is about, on an axis of time", "strong"),
        Glyph(ENDED, "ended", "it is there no more at the moment, and not counted", "dim"),
        Glyph(PERHAPS, "perhaps", "it is not certain that it is there at the moment", "dim"),
        Glyph(TRIANGLE_GLYPH, "triangle", "three actors, unbalanced unless it says more", "outcome-bad"),
        Glyph(EMPTY_CELL, "empty", "nothing in this cell or at this time; before a status, nothing that counts", "dim"),
        Glyph(ITSELF_GLYPH, "itself", "an actor in its own column", "dim"),
        Glyph(PARAGRAPH_GLYPH, "paragraph", "the passage of the source, by its number", "cite"),
        Glyph(ARROW.text, "to", "from what stands before it to what stands after it", ARROW.role),
        Glyph(VIEW_GLYPH, "view", "leads to a view of the whole, not to one record", "label"),
        Glyph(CHOSEN_GLYPH, "chosen", "one of several choices"),
        Glyph(UNCHOSEN_GLYPH, "not chosen", "a choice that was not made", "dim"),
        Glyph(BULLET.text, "item", "one of a list; of an event, that it is undated", "dim"),
        Glyph(WITHOUT_STATUS, "no status", "a record of a kind that has none, such as a quote", "dim"),
        Glyph(PROBLEM_GLYPHS["error"], "error", "a fault that keeps the file from opening", "status-denied"),
        Glyph(PROBLEM_GLYPHS["warning"], "warning about the file", "a fault with which it opens", "status-contested"),
    ),
)
OWN = Glyphs("Your own", (Glyph(MARK_GLYPH, "mark", "marked by you"), Glyph(NOTE_GLYPH, "note", "with your note")))
EVERY: tuple[Glyphs, ...] = (STATUSES, SIGNS, LINES, FILLS, OUTCOMES, VOICES, MODES, DATES, CHANGES, OTHERS, OWN)
"""All glyphs, those that matter most first."""
