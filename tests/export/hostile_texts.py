"""A dossier in which every text tries to be more than text in some format."""

from __future__ import annotations

from tests.dossiers import HEAD, loaded, record
from tui.dossier.dossier import Dossier

TEXTS = (
    "<script>alert(1)</script>",
    "](javascript:alert(1))",
    "=cmd|' /C calc'!A0",
    "]]>&amp;&<!--",
    "} @book{evil, title = {x}}",
    '{{{ "quoted" \\textbf{b} \\input{/etc/passwd} % # $ _ ^ ~ | <i>',
    "a and b, c, Jr",
    "---,, ''``!`?`",
    "line one\n@article{x,\n  y = z}",
    "Սերժ Սարգսյան, İlham Əliyev 🏔 e\u0301",
    "x" * 40_000,
)
"""What the texts are."""


def hostile() -> Dossier:
    """A source, an actor and a tie for each of `TEXTS`, which all of their texts are."""
    parts = [HEAD.replace("A dossier", "@book{x} --> ]]> <b>"), record("sources"), record("actors", id="hub")]
    for number, text in enumerate(TEXTS):
        line = " ".join(text.split())
        parts += [
            record(
                "sources",
                id=f"s-{number}",
                title=line,
                author=[line, "Kyle, Keith"],
                container=line,
                publisher=line,
                url=f"javascript:{line}",
                archive="https://archive.example/{}\\%20~x_y",
                lang=line,
                note=text,
                key=f"{number} {line}",
                tags=[line],
            ),
            record(
                "actors",
                id=f"a-{number}",
                name=f"{number} {line}",
                aliases=[f"alias {number} {line}"],
                roles=[{"title": line, "of": "hub", "since": "1974~", "cite": f"s-{number}#p5"}],
                summary=text,
                note=text,
            ),
            record(
                "alliances",
                id=f"t-{number}",
                between=["hub", f"a-{number}"],
                cite={"source": f"s-{number}", "p": 3, "exact": text},
                terms=text,
                level=line,
                note=text,
                date_text=line,
            ),
        ]
    return loaded("".join(parts))
