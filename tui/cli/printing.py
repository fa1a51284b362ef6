"""The commands that print, and the overview for when there is no terminal. No Textual."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping

from tui.cli import stdio
from tui.cli.reader import read
from tui.dossier.dossier import Dossier
from tui.dossier.load import Loaded

FINE, DATA, CALL = 0, 1, 2
_WIDTH = 80


def run(options: argparse.Namespace, copies: Mapping[str, str]) -> int:
    """Do what `options.command` names and return the exit status."""
    match options.command:
        case "check":
            return check(options.files, copies, options.format)
        case "show":
            return show(options.id, options.dossier, copies, options.width or _terminal_width(), options.reported)
        case "list":
            return list_records(options.kind, options.dossier, options.format, options.reported)
        case "balance":
            return balance(options.dossier, options.include, options.format)
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
        from tui.pages.views.problems import counts

        stdio.say(f"{loaded.name}: {counts(loaded)}")
        for note in loaded.notes:
            stdio.say(f"{loaded.name}: {note}")
    return DATA if any(loaded.errors for loaded in found) else FINE


def _opened(file: str | None, copies: Mapping[str, str], reported: bool = False) -> Dossier | None:
    """The dossier of `file`, or only what is `reported` in it; None after its errors were told on stderr."""
    loaded = read(file, copies)
    if loaded.dossier is None:
        for problem in loaded.problems:
            if problem.severity == "error":
                stdio.say(problem.text(loaded.name))
    if loaded.dossier is not None and reported:
        from tui.dossier.reported_only import reported_only

        return reported_only(loaded.dossier)
    return loaded.dossier


def show(name: str, file: str | None, copies: Mapping[str, str], width: int, reported: bool = False) -> int:
    """Print the page of one record, or a sheet."""
    from tui.dossier.values.text import line

    dossier = _opened(file, copies, reported)
    if dossier is None:
        return DATA
    from tui.pages.page_cache import PageCache
    from tui.pages.span_builder import SpanBuilder
    from tui.render.plain_text import plain_text

    asked = line(name)
    if dossier.get(record := asked.partition("#")[0]) is not None:
        found = [str(record)]
    else:
        from tui.cli.resolve import resolve

        found = resolve(dossier, asked)
    if len(found) != 1:
        if found:
            stdio.say(f"karabakh-tui show: “{asked[:80]}” may be {', '.join(found[:8])}")
        else:
            from tui.dossier.problems import did_you_mean
            from tui.pages.views.registry import VIEWS

            if dossier.whole is not None and dossier.whole.get(asked) is not None:
                stdio.say(
                    f"karabakh-tui show: “{asked[:80]}” is not reported, and so left out; --reported shows only facts"
                )
                return CALL
            hint = did_you_mean(asked.lower(), (*dossier.records, *VIEWS)) or (
                "karabakh-tui list actors prints ids, show --help names the views"
            )
            stdio.say(f"karabakh-tui show: no record has the id or name “{asked[:80]}”; {hint}")
        return CALL
    page = PageCache(SpanBuilder(dossier)).page(found[0])
    if page is not None:
        sys.stdout.write(plain_text(page, width))
    return FINE


def list_records(kind: str, file: str | None, form: str, reported: bool = False) -> int:
    """Print the records of one kind."""
    dossier = _opened(file, {}, reported)
    if dossier is None:
        return DATA
    records = dossier.tables[kind]
    if form == "json":
        import json

        from tui.export.records import record_values

        print(json.dumps([record_values(record) for record in records], indent=2, allow_nan=False))
    elif form == "csv":
        from tui.dossier.kinds import KINDS
        from tui.export.records import to_csv

        sys.stdout.write(to_csv(KINDS[kind].record_type, records))
    else:
        from tui.pages.catalog import Catalog
        from tui.render.list_rows import rows

        sys.stdout.writelines(f"{row}\n" for row in rows(Catalog(dossier), kind))
    if left_out := dossier.left_out(kind):
        sys.stdout.flush()
        stdio.say(f"{left_out:,} {kind} are not reported by a source in its own voice and are left out")
    return FINE


def balance(file: str | None, include: frozenset[str], form: str) -> int:
    """Print what the signs of the ties add up to, with the statuses in `include` switched in."""
    dossier = _opened(file, {})
    if dossier is None:
        return DATA
    from tui.dossier.network.balance import result
    from tui.dossier.network.signed_graph import TooManyPairs

    try:
        found = result.balance(dossier, include)
        other = result.compared_with(dossier, found) if form == "text" else None
    except TooManyPairs as error:
        stdio.say(f"karabakh-tui balance: {error}")
        return DATA
    if form == "json":
        import json

        print(json.dumps(found.plain(), indent=2, allow_nan=False))
    else:
        from tui.pages.balance.overview import balance_page
        from tui.pages.span_builder import SpanBuilder
        from tui.render.plain_text import plain_text

        sys.stdout.write(plain_text(balance_page(SpanBuilder(dossier), found, other), _terminal_width()))
    sys.stdout.flush()
    if not found.frustration.exact:
        stdio.say("karabakh-tui balance: the search was cut short, so the index is between two numbers")
    elif not found.frustration.all_listed:
        stdio.say("karabakh-tui balance: there are more smallest changes than are listed")
    return FINE


def schema() -> int:
    """Print the JSON Schema of the format."""
    from tui.dossier.format.schema import schema_text

    sys.stdout.write(schema_text())
    return FINE


def overview(loaded: Loaded, reason: str) -> int:
    """Print what a dossier holds, for when the app cannot draw. `reason` says on stderr why it cannot."""
    if loaded.dossier is None:
        for problem in loaded.problems:
            stdio.say(problem.text(loaded.name))
        return DATA
    from tui.pages.span_builder import SpanBuilder
    from tui.pages.views.about import about_page
    from tui.pages.views.overview import overview_page
    from tui.render.plain_text import plain_text

    builder, width = SpanBuilder(loaded.dossier), _terminal_width()
    sys.stdout.write("\n".join(plain_text(page, width) for page in (overview_page(builder), about_page(builder))))
    sys.stdout.flush()
    stdio.say(f"{reason} This is the overview as text; karabakh-tui show ID and karabakh-tui list KIND print the rest.")
    return FINE


def _terminal_width() -> int:
    """The width of the terminal that stdout is, at most 80; 80 when it is none."""
    import os

    try:
        return max(10, min(_WIDTH, os.get_terminal_size(sys.stdout.fileno()).columns))
    except (OSError, ValueError):
        return _WIDTH
