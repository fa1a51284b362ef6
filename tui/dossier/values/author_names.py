"""The names of authors, taken apart: the family name of a person, or an organisation as a whole."""

import re
from typing import NamedTuple

_ORGANISATION = (
    r"(?i:\b(?:of|for|the|and|agency|assembly|association|authority|bank|board|broadcasting|bureau|centre|center|"
    r"commission|committee|company|conference|congress|corporation|council|court|department|foundation|fund|government|"
    r"group|house|initiative|institute|international|league|library|ministry|mission|monitor|museum|nations|network|news|"
    r"office|organi[sz]ation|parliament|party|post|press|project|radio|secretariat|service|society|staff|television|times|"
    r"trust|union|university|watch)\b)|&|\d|^[A-Z]{2,}\b"
)
"""What is in the name of an organisation and in few names of people."""
_AFTER_A_NAME = r"(?:,? (?i:jr|sr|ph\.?d|m\.?d)\.?|,? [IVX]{2,4})$"


class AuthorName(NamedTuple):
    """The name of a person in its parts, of which `family` alone is never empty; an organisation is all `family`.

    `family` has its particles (`de Gaulle`); `suffix` is what follows a name, such as `Jr.` or `III`.
    """

    family: str
    given: str = ""
    suffix: str = ""
    is_organisation: bool = False


def author_name(author: str) -> AuthorName:
    """Take apart the name of an author, written `Keith Kyle` or `Kyle, Keith`.

    What stands before a comma is the family name; else the last word is, with the small words before it.
    """
    name = " ".join(author.split())
    if re.search(_ORGANISATION, name):
        return AuthorName(name, is_organisation=True)
    suffix = ""
    if (found := re.search(_AFTER_A_NAME, name)) and found.start():
        name, suffix = name[: found.start()], found[0].lstrip(", ")
    family, comma, given = name.partition(",")
    if comma and family.strip():
        return AuthorName(family.strip(), given.strip(), suffix)
    words = name.split()
    first = len(words) - 1
    while first > 1 and words[first - 1].islower():
        first -= 1
    return AuthorName(" ".join(words[first:]) or name, " ".join(words[:first]), suffix)
