"""The rules about the shape of a file: its version, keys, types and words, and how dates and cites are written."""

from tui.dossier.problems import Rule

MISSING_KEY = Rule("missing-key", "error", "a required key that is missing", "yes")
UNKNOWN_KEY = Rule(
    "unknown-key",
    "warning",
    "a key that the format does not have, with the one you may have meant; it is ignored",
    "yes",
)
WRONG_TYPE = Rule(
    "wrong-type", "error", "a value of another type: text where a list is needed, a number without quotes", "yes"
)
WRONG_VERSION = Rule("wrong-version", "error", "a version of the format other than 1", "yes")
UNREADABLE = Rule("unreadable", "error", "anything else that is not the shape of a dossier")
UNKNOWN_WORD = Rule(
    "unknown-word",
    "error",
    "a word outside the vocabulary of its key, with the one that is nearest in spelling or sense",
    "yes",
)
EMPTY_TEXT = Rule("empty-text", "error", "a required text that is empty, or any that holds only white space", "yes")
BAD_ID = Rule(
    "bad-id", "error", "an `id` with other characters than `a-z`, `0-9` and single hyphens, or of more than 60", "yes"
)
BAD_DATE = Rule("bad-date", "error", "a date that does not exist or is not written as this guide says", "partly")
BAD_CITE = Rule(
    "bad-cite",
    "error",
    "a cite that is not written as this guide says, with the locator or the stance that is nearest, or whose "
    "paragraphs or pages run backwards",
    "partly",
)

SHAPE_RULES = (
    MISSING_KEY,
    UNKNOWN_KEY,
    WRONG_TYPE,
    WRONG_VERSION,
    UNREADABLE,
    UNKNOWN_WORD,
    EMPTY_TEXT,
    BAD_ID,
    BAD_DATE,
    BAD_CITE,
)
