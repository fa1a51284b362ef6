"""`karabakh-tui balance`: prints the structural balance of the signed ties."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from tui.cli import DATA_ERROR, OK, USAGE_ERROR, stdio

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tui.dossier.dossier import Dossier
    from tui.dossier.network.balance import Balance, By, Row
    from tui.dossier.network.scope import Scope

_NAME = "karabakh-tui balance"
SUMMARY = "print the structural balance of the ties, at a moment or over time"
DESCRIPTION = """\
Print the structural balance of the signed ties: which triangles of ties are
unbalanced, and the smallest sets of changes that would balance them all.
This is a reading aid; it forecasts nothing.

In JSON, `actors` and `ties` are the numbers of actors and ties in the pairs
that are counted. `changes` lists smallest sets of ties to change if `exact` is
true, at most 1,000, otherwise one set that is enough. `hangs_on` lists the ties
that are not reported and without which these sets would be others. `camps` has
the two camps of each part of the network that no pair joins to another, as far
as all equally good splits agree; `either_camp` has the other actors of each.

--over-time prints the balance at every moment instead, from the first date at
which a signed tie that counts or an actor begins or ends: a table and, below
it, what changed at each moment with its passages. A moment is one day: the
first day on which something is there, or is there no more; with --by year or
--by month the last day of each. A date that is a whole year may be any day of
it, so its tie counts from the first of them, or to the last; in text that reads
`from 1972` and `after 1977`, in JSON and CSV it is the day that is counted.
Such ties, and those without a date, are counted, and said in numbers. --as-of
is refused: it names one moment.

Of a large network with many changes the index of some rows is a range, as
`exact` says, and the camps are those of the best split found. What takes more
than a second is narrated on stderr.

In JSON that is a list of rows: `date`, `actors`, `ties`, `undated`, `perhaps`,
`mixed_pairs` (a number), `triangles`, `balanced`, `frustration` (`exact`, `low`
and `high`), `camps`, `either_camp`; and since the row before `came` and `went`
(ties, with `id` and `cite`), `turned` (`pair`, `from`, `to`), `actors_came`,
`actors_went`. CSV has the same in columns, without the camps and cites;
`triangles_2_plus` are the triangles with two + pairs."""

_FORMATS = {"text": "", "json": "", "csv": "with --over-time only"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare `--include`, `--as-of`, `--over-time`, `--by`, `--format` and `-d`."""
    from tui.cli.arguments import add_as_of_option, add_dossier_option, add_format_option
    from tui.dossier.values.vocabulary import UNSETTLED

    parser.add_argument(
        "--include",
        type=_statuses,
        default=frozenset(),
        metavar="STATUS[,STATUS...]",
        help=f"also count unsettled ties: {', '.join(sorted(UNSETTLED))}",
    )
    add_as_of_option(parser)
    parser.add_argument(
        "--over-time", action="store_true", help="print the balance at every moment, and what changed at each"
    )
    parser.add_argument(
        "--by",
        choices=("change", "year", "month"),
        help="the moments of --over-time: each change, or the last day of each year or month; change is the default",
    )
    add_format_option(parser, _FORMATS)
    add_dossier_option(parser)


def run(options: argparse.Namespace) -> int:
    """Print the balance to stdout, and to stderr when it is not all that there is to know."""
    if misuse := _misuse(options):
        stdio.message(f"{_NAME}: {misuse}; see karabakh-tui balance --help")
        return USAGE_ERROR
    return _run_over_time(options) if options.over_time else _run_at_moment(options)


def _misuse(options: argparse.Namespace) -> str:
    """What is wrong with a combination of options, or nothing."""
    if options.over_time:
        return "--over-time is of every moment; leave out --as-of" if options.as_of is not None else ""
    if options.by is not None:
        return "--by goes with --over-time"
    return "--format csv goes with --over-time" if options.format == "csv" else ""


def _run_over_time(options: argparse.Namespace) -> int:
    from tui.cli.arguments import cache
    from tui.cli.progress import Progress
    from tui.cli.reader import read_dossier
    from tui.dossier.network.balance import balance_over_time
    from tui.dossier.network.signed_graph import TooManyPairs

    dossier = read_dossier(options.dossier, {}, cache=cache(options))
    if dossier is None:
        return DATA_ERROR
    by: By = options.by or "change"
    progress = Progress(_NAME)
    rows: list[Row] = []
    try:
        for row in balance_over_time(dossier, options.include, by):
            rows.append(row)
            progress.tell(lambda: f"worked out {len(rows):,} moments, up to {rows[-1].date.text}")
    except TooManyPairs as error:
        stdio.message(f"{_NAME}: {error}")
        return DATA_ERROR
    progress.tell(lambda: f"writing {len(rows):,} moments")
    _print_rows(dossier, rows, options.format, by)
    sys.stdout.flush()
    for words in _remarks(rows):
        stdio.message(f"{_NAME}: {words}")
    return OK


def _print_rows(dossier: Dossier, rows: list[Row], form: str, by: By) -> None:
    if form == "text":
        from tui.pages.balance.over_time import over_time_page
        from tui.pages.span_builder import SpanBuilder
        from tui.render.plain_text import plain_text

        sys.stdout.write(plain_text(over_time_page(SpanBuilder(dossier), rows, by), stdio.text_width()))
        return
    from tui.export.balance_over_time import as_csv, as_json

    stdio.write_data(as_json(dossier, rows) if form == "json" else as_csv(rows))


def _remarks(rows: list[Row]) -> Iterator[str]:
    """What the rows do not say of themselves: ties that count without a certain date, and ranges."""
    if not rows:
        yield "nothing that counts begins or ends at a date, so there are no rows"
        return
    undated, perhaps = max(row.undated for row in rows), max(row.perhaps for row in rows)
    if undated or perhaps:
        yield f"in one row at most {undated:,} undated ties count, and {perhaps:,} that are perhaps there"
    if ranges := sum(not row.exact for row in rows):
        yield f"in {ranges:,} of {len(rows):,} rows the search was cut short, so the frustration index is only a range"


def _run_at_moment(options: argparse.Namespace) -> int:
    from tui.cli.arguments import cache, scope
    from tui.cli.progress import Progress
    from tui.cli.reader import read_dossier
    from tui.dossier.network.balance import compute_balance
    from tui.dossier.network.signed_graph import TooManyPairs

    dossier = read_dossier(options.dossier, {}, cache=cache(options))
    if dossier is None:
        return DATA_ERROR
    progress = Progress(_NAME)

    def search() -> bool:
        """Narrate the search, and let it go on."""
        progress.tell(lambda: "searching for the smallest changes")
        return False

    try:
        counting = scope(options, dossier)
        result = compute_balance(dossier, options.include, cancelled=search, moment=counting.moment)
        text = _as_json(result) if options.format == "json" else _as_text(dossier, counting, result, search)
    except TooManyPairs as error:
        stdio.message(f"{_NAME}: {error}")
        return DATA_ERROR
    if options.format == "json":
        stdio.write_data(text)
    else:
        sys.stdout.write(text)
    sys.stdout.flush()
    if not result.frustration.exact:
        stdio.message(f"{_NAME}: the search was cut short, so the frustration index is only a range")
    elif not result.frustration.all_listed:
        stdio.message(f"{_NAME}: not all of the smallest changes are listed")
    if not all(part.support.complete for part in result.parts if part.frustration.exact):
        stdio.message(f"{_NAME}: on which pairs without a reported tie the result hangs was not worked out")
    return OK


def _as_json(result: Balance) -> str:
    import json

    return json.dumps(result.json_data(), indent=2, allow_nan=False) + "\n"


def _as_text(dossier: Dossier, scope: Scope, result: Balance, search: Callable[[], bool]) -> str:
    from tui.dossier.network.balance import balance_to_compare
    from tui.pages.balance.overview import balance_page
    from tui.pages.span_builder import SpanBuilder
    from tui.render.plain_text import plain_text

    alternative = balance_to_compare(dossier, result, cancelled=search)
    page = balance_page(SpanBuilder(dossier, scope), result, alternative)
    return plain_text(page, stdio.text_width())


def _statuses(value: str) -> frozenset[str]:
    from tui.dossier.problems import did_you_mean
    from tui.dossier.values.vocabulary import UNSETTLED

    statuses, allowed = [word.strip() for word in value.split(",")], sorted(UNSETTLED)
    for status in statuses:
        if status not in UNSETTLED:
            hint = did_you_mean(status, allowed) or f"write one or more of {', '.join(allowed)}"
            raise argparse.ArgumentTypeError(f"“{status[:80]}” is not an allowed status; {hint}")
    return frozenset(statuses)
