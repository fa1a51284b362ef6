"""`karabakh-tui balance`: prints the structural balance of the signed ties."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from tui.cli import DATA_ERROR, OK, stdio

if TYPE_CHECKING:
    from tui.dossier.dossier import Dossier
    from tui.dossier.network.balance import Balance
    from tui.dossier.network.scope import Scope

SUMMARY = "print the structural balance of the ties, as text or JSON"
DESCRIPTION = """\
Print the structural balance of the signed ties: which triangles of ties are
unbalanced, and the smallest sets of changes that would balance them all.
This is a reading aid; it forecasts nothing.

In JSON, `actors` and `ties` are the numbers of actors and ties in the pairs
that are counted. `changes` lists smallest sets of ties to change if `exact` is
true, at most 1,000, otherwise one set that is enough. `hangs_on` lists the ties
that are not reported and without which these sets would be others. `camps` has
the two camps of each part of the network that no pair joins to another, as far
as all equally good splits agree; `either_camp` has the other actors of each."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare `--include`, `--format` and `-d`."""
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
    add_format_option(parser, {"text": "", "json": ""})
    add_dossier_option(parser)


def run(options: argparse.Namespace) -> int:
    """Print the balance to stdout, and to stderr when it is not all that there is to know."""
    from tui.cli.arguments import scope
    from tui.cli.reader import read_dossier
    from tui.dossier.network.balance import compute_balance
    from tui.dossier.network.signed_graph import TooManyPairs

    dossier = read_dossier(options.dossier, {})
    if dossier is None:
        return DATA_ERROR
    try:
        counting = scope(options, dossier)
        result = compute_balance(dossier, options.include, moment=counting.moment)
        text = _as_json(result) if options.format == "json" else _as_text(dossier, counting, result)
    except TooManyPairs as error:
        stdio.message(f"karabakh-tui balance: {error}")
        return DATA_ERROR
    if options.format == "json":
        stdio.write_data(text)
    else:
        sys.stdout.write(text)
    sys.stdout.flush()
    if not result.frustration.exact:
        stdio.message("karabakh-tui balance: the search was cut short, so the frustration index is only a range")
    elif not result.frustration.all_listed:
        stdio.message("karabakh-tui balance: not all of the smallest changes are listed")
    if not all(part.support.complete for part in result.parts if part.frustration.exact):
        stdio.message("karabakh-tui balance: on which pairs without a reported tie the result hangs was not worked out")
    return OK


def _as_json(result: Balance) -> str:
    import json

    return json.dumps(result.json_data(), indent=2, allow_nan=False) + "\n"


def _as_text(dossier: Dossier, scope: Scope, result: Balance) -> str:
    from tui.dossier.network.balance import balance_to_compare
    from tui.pages.balance.overview import balance_page
    from tui.pages.span_builder import SpanBuilder
    from tui.render.plain_text import plain_text

    page = balance_page(SpanBuilder(dossier, scope), result, balance_to_compare(dossier, result))
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
