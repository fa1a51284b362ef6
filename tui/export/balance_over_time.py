"""The balance over time as JSON and CSV: one row for each moment."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from typing import Any

from tui.dossier.dossier import Dossier
from tui.dossier.network.balance import KINDS, Row, Step
from tui.export.record_values import record_values

_COLUMNS = (
    *("date", "actors", "ties", "undated", "perhaps", "mixed_pairs"),
    *(f"triangles_{kind.count('+')}_plus" for kind in KINDS),
    *("balanced", "exact", "low", "high", "came", "went", "turned", "actors_came", "actors_went"),
)


def as_json(dossier: Dossier, rows: Iterable[Row]) -> str:
    """The rows in the shape that `karabakh-tui balance --over-time --format json` promises."""
    return json.dumps([_object(dossier, row) for row in rows], indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def _object(dossier: Dossier, row: Row) -> dict[str, Any]:
    return {
        "date": row.date.text,
        "actors": row.actors,
        "ties": row.ties,
        "undated": row.undated,
        "perhaps": row.perhaps,
        "mixed_pairs": row.mixed,
        "triangles": row.triangles,
        "balanced": row.balanced_share,
        "frustration": {"exact": row.exact, "low": row.low, "high": row.high},
        "camps": [[list(camp) for camp in camps] for camps in row.camps],
        "either_camp": [list(actors) for actors in row.either_camp],
        **_changes(dossier, row.step),
    }


def _changes(dossier: Dossier, step: Step) -> dict[str, Any]:
    return {
        "came": [_tie(dossier, name) for name in step.came],
        "went": [_tie(dossier, name) for name in step.went],
        "turned": [{"pair": list(turn.ends), "from": turn.before, "to": turn.after} for turn in step.turned],
        "actors_came": list(step.actors_came),
        "actors_went": list(step.actors_went),
    }


def _tie(dossier: Dossier, name: str) -> dict[str, Any]:
    return {"id": name, "cite": record_values(dossier.tie(name)).get("cite", [])}


def as_csv(rows: Iterable[Row]) -> str:
    """The rows as CSV. Lists are joined with `; `. Every cell is a number or begins with an id: none is a formula."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for row in rows:
        step, share = row.step, row.balanced_share
        turned = (f"{turn.ends[0]} {turn.ends[1]} from {turn.before} to {turn.after}" for turn in step.turned)
        writer.writerow(
            [
                *(row.date.text, row.actors, row.ties, row.undated, row.perhaps, row.mixed),
                *(row.triangles[kind] for kind in KINDS),
                *("" if share is None else share, "true" if row.exact else "false", row.low, row.high),
                *map("; ".join, (step.came, step.went, turned, step.actors_came, step.actors_went)),
            ]
        )
    return text.getvalue()
