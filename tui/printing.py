"""The commands that print: check, show, list, schema, and the overview for when there is no terminal. No Textual."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping

from tui import output
from tui.dossier.dossier import Dossier
from tui.dossier.load import Loaded
from tui.reader import read

FINE, DATA, CALL = 0, 1, 2
_WIDTH = 80


def run(options: argparse.Namespace, copies: Mapping[str, str]) -> int:
    """Do what `options.command` names and return the exit status."""
    match options.command:
        case "check":
            return check(options.files, copies, options.format)
        case "show":
            return show(options.id, options.dossier, copies, options.width or _terminal_width())
        case "list":
            return list_records(options.kind, options.dossier, options.format)
        case _:
            return schema()


def check(files: list[str], copies: Mapping[str, str], form: str) -> int:
    """Print all problems of `files`, or of the bundled dossier."""
    found = [read(file, copies) for file in files or (None,)]
    if form == "json":
        import json

        report = {
            "files": [
                {"file": loaded.name, "problems": [problem._asdict() for problem in loaded.problems]}
                for loaded in found
            ]
        }
        print(json.dumps(report, indent=2, allow_nan=False))
    for loaded in found:
        if form == "text":
            for problem in loaded.problems:
                print(problem.text(loaded.name))
        sys.stdout.flush()
        from tui.pages.problems import counts

        output.say(f"{loaded.name}: {counts(loaded)}")
        for note in loaded.notes:
            output.say(f"{loaded.name}: {note}")
    return DATA if any(loaded.errors for loaded in found) else FINE


def _opened(file: str | None, copies: Mapping[str, str]) -> Dossier | None:
    """The dossier of `file`; None after its errors were told on stderr."""
    loaded = read(file, copies)
    if loaded.dossier is None:
        for problem in loaded.problems:
            if problem.severity == "error":
                output.say(problem.text(loaded.name))
    return loaded.dossier


def show(name: str, file: str | None, copies: Mapping[str, str], width: int) -> int:
    """Print the page of one record."""
    from tui.dossier.text import line

    dossier = _opened(file, copies)
    if dossier is None:
        return DATA
    from tui.pages.book import Book
    from tui.render.plain import plain

    asked = line(name)
    found = resolve(dossier, asked)
    if len(found) != 1:
        if found:
            output.say(f"karabakh-tui show: “{asked[:80]}” may be {', '.join(found[:8])}")
        else:
            from tui.dossier.problems import did_you_mean

            hint = did_you_mean(asked.lower(), dossier.records) or "karabakh-tui list actors prints ids"
            output.say(f"karabakh-tui show: no record has the id or name “{asked[:80]}”; {hint}")
        return CALL
    page = Book(dossier).page(found[0])
    if page is not None:
        sys.stdout.write(plain(page, width))
    return FINE


def resolve(dossier: Dossier, asked: str) -> list[str]:
    """Ids of the records that `asked` may mean: the one with that id, or else those with that name or alias."""
    name = asked.partition("#")[0]
    if dossier.get(name) is not None:
        return [name]
    from tui.dossier.fold import fold
    from tui.dossier.model import Actor

    wanted = fold(asked)
    found = []
    for record in dossier.records.values():
        known = (record.name, *record.aliases) if isinstance(record, Actor) else (dossier.name(record.id),)
        if wanted in map(fold, known):
            found.append(str(record.id))
    return found


def list_records(kind: str, file: str | None, form: str) -> int:
    """Print the records of one kind."""
    dossier = _opened(file, {})
    if dossier is None:
        return DATA
    records = dossier.tables[kind]
    if form == "json":
        import json

        from tui.dossier.export import plain

        print(json.dumps([plain(record) for record in records], indent=2, allow_nan=False))
    elif form == "csv":
        from tui.dossier.export import to_csv
        from tui.dossier.model import TABLES

        sys.stdout.write(to_csv(TABLES[kind], records))
    else:
        from tui.pages.shelf import Shelf
        from tui.render.lists import rows

        sys.stdout.writelines(f"{row}\n" for row in rows(Shelf(dossier), kind))
    return FINE


def schema() -> int:
    """Print the JSON Schema of the format."""
    from tui.dossier.schema import schema_text

    sys.stdout.write(schema_text())
    return FINE


def overview(loaded: Loaded, reason: str) -> int:
    """Print what a dossier holds, for when the app cannot draw. `reason` says on stderr why it cannot."""
    if loaded.dossier is None:
        for problem in loaded.problems:
            output.say(problem.text(loaded.name))
        return DATA
    from tui.pages.overview import overview_page
    from tui.pages.phrases import Phrases
    from tui.render.plain import plain

    sys.stdout.write(plain(overview_page(Phrases(loaded.dossier)), _terminal_width()))
    sys.stdout.flush()
    output.say(
        f"{reason} This is the overview as text; karabakh-tui show ID and karabakh-tui list KIND print the rest."
    )
    return FINE


def _terminal_width() -> int:
    """The width of the terminal that stdout is, at most 80; 80 when it is none."""
    import os

    try:
        return max(10, min(_WIDTH, os.get_terminal_size(sys.stdout.fileno()).columns))
    except (OSError, ValueError):
        return _WIDTH
