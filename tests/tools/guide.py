"""Writes the generated tables of content/README.md: the keys of each table of the format, and the rules of `check`.

    python -m tests.tools.guide [--check]

A table stands between `<!-- keys of TABLE -->` (`the head`, or a table's name) or `<!-- rules -->` and `<!-- end -->`.
Exit status: 0 if all are up to date or were written, 1 if one is stale, 2 if a marker is missing.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Annotated, Any, get_args, get_origin

from msgspec import Meta
from msgspec.structs import FieldInfo, fields

from tui.dossier.format.decode_errors import allowed_words, item_type
from tui.dossier.format.rules import all_rules
from tui.dossier.kinds import KINDS, Head, Part
from tui.dossier.values import vocabulary

GUIDE = Path(__file__).resolve().parents[2] / "content" / "README.md"
_HEAD = "the head"
_BLOCK = re.compile(r"(<!-- (keys of ([a-z ]+)|rules) -->\n).*?(<!-- end -->)", re.DOTALL)
_ELSEWHERE = ("note", *KINDS)
"""Keys that the guide explains once for all records, or in a section of their own."""
SECTIONS: dict[Any, str] = {
    vocabulary.ActorKind: "Kinds of actor",
    vocabulary.QuoteMode: "Modes of quotation",
    vocabulary.Act: "Acts",
    vocabulary.Attribution: "Attribution",
    vocabulary.TieKind: "Kinds of tie",
    vocabulary.Pledge: "Pledges",
    vocabulary.Outcome: "Outcomes",
    vocabulary.Voice: "Voices",
}
"""Vocabulary -> the heading under which the guide explains its terms."""


class MissingMarkers(Exception):
    """The text has no place for a table."""


def with_tables(text: str) -> str:
    """The text with every table between its markers. Raises MissingMarkers."""
    found = {name or "rules" for _, _, name, _ in _BLOCK.findall(text)}
    if missing := {_HEAD, *KINDS, "rules"} - found:
        raise MissingMarkers(", ".join(sorted(missing)))
    return _BLOCK.sub(lambda match: f"{match[1]}\n{_table(match[3])}\n\n{match[4]}", text)


def _table(name: str) -> str:
    if not name:
        return rule_table()
    return key_table(Head if name == _HEAD else KINDS[name].record_type)


def key_table(part_type: type[Part]) -> str:
    """The keys of a table of the format with their descriptions, as Markdown; a star marks a required one."""
    rows = [
        f"| `{field.encode_name}`{'*' * field.required} | {_cell(description(field))}{_link(field)} |"
        for field in fields(part_type)
        if field.encode_name not in _ELSEWHERE
    ]
    return "\n".join(("| key | what |", "| --- | --- |", *rows))


def rule_table() -> str:
    """Every rule, errors first, as Markdown."""
    rules = sorted(all_rules(), key=lambda rule: rule.severity != "error")
    rows = [f"| `{rule.code}` | {rule.severity} | {_cell(rule.words)} | {rule.in_schema} |" for rule in rules]
    return "\n".join(("| code | | what is reported | red in the editor |", "| --- | --- | --- | --- |", *rows))


def description(field: FieldInfo) -> str:
    """What the declaration of a key says about it; "" if it says nothing."""
    kind = field.type
    found = [note.description for note in getattr(kind, "__metadata__", ()) if isinstance(note, Meta)]
    if not found and get_origin(kind) is not Annotated:
        found = [note.description for option in get_args(kind) for note in getattr(option, "__metadata__", ())]
    return next((words for words in reversed(found) if words), "")


def main(arguments: list[str]) -> int:
    """Write the tables, or only check that they are up to date. Returns the exit status."""
    text = GUIDE.read_text(encoding="utf-8")
    try:
        updated = with_tables(text)
    except MissingMarkers as missing:
        print(f"content/README.md has no markers for: {missing}", file=sys.stderr)
        return 2
    if updated == text:
        return 0
    if "--check" in arguments:
        print("A table of content/README.md is stale; python -m tests.tools.guide updates it", file=sys.stderr)
        return 1
    GUIDE.write_text(updated, encoding="utf-8")
    return 0


def _link(field: FieldInfo) -> str:
    """A link to the terms of a key with a vocabulary."""
    words = allowed_words(item_type(field.type)) or allowed_words(field.type)
    title = next((title for terms, title in SECTIONS.items() if get_args(terms) == words), "") if words else ""
    return f" [{title}](#{title.lower().replace(' ', '-')})" if title else ""


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
