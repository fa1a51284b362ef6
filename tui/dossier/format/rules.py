"""What must hold between and inside well-shaped records. Each rule notes every place that breaks it.

May not read files, and does not know how a problem is shown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from tui.dossier.format.decode import Decoded
from tui.dossier.format.id_index import SINGULAR, Index, index_of
from tui.dossier.kinds import Actor, Claim, Event, Expectation, Part, Quote, Record, Role, Source, Tie
from tui.dossier.kinds.references import SIDES, SOURCES, Reference, cites, references
from tui.dossier.problems import Path, Problems, did_you_mean
from tui.dossier.values.vocabulary import SOURCE_KINDS, TIE_SIGNS


def check(tree: Mapping[str, object], shaped: Decoded, problems: Problems) -> None:
    """Note every broken rule. `tree` is asked for ids too, so that a reference to an unreadable record is no fault."""
    index = index_of(tree, problems)
    _check_texts(shaped.head, (), problems)
    for number, side in enumerate(shaped.head.sides or ()):
        if side:
            _refer(side, SIDES, ("sides", number), index, problems)
    sides = dict.fromkeys(side for side in shaped.head.sides or () if side)
    for table, rows in shaped.tables.items():
        for number, record in rows:
            path: Path = (table, number)
            _check_references(record, path, index, problems)
            _check_texts(record, path, problems)
            if rule := _RULES.get(table):
                rule(record, path, problems)
            if isinstance(record, Actor) and record.side and record.side not in sides and record.side in index:
                problems.error(
                    (*path, "side"),
                    "not-a-side",
                    f"“{record.side}” is not one of the dossier's sides",
                    f"it must be {' or '.join(sides)}" if sides else "name the sides in `sides` at the top",
                )
    _check_cycles(shaped, "actors", "part_of", lambda record: (record.part_of,) if record.part_of else (), problems)
    _check_cycles(shaped, "events", "after", lambda record: record.after or (), problems)


def _refer(name: str, reference: Reference, path: Path, index: Index, problems: Problems) -> None:
    found = index.get(name)
    if found is None:
        problems.error(
            path,
            "dangling-reference",
            f"`{reference.key}` names “{name[:60]}”, and no record has that id",
            index.nearest(name, reference.targets) or f"it must be the id of {_kinds(reference.targets)}",
        )
    elif found[0] not in reference.targets:
        problems.error(
            path,
            "wrong-reference",
            f"`{reference.key}` names “{name}”, which is {SINGULAR[found[0]]}",
            f"it must be the id of {_kinds(reference.targets)}",
        )


def _kinds(targets: Iterable[str]) -> str:
    return " or ".join(SINGULAR[table] for table in sorted(targets)) if len(set(targets)) < 7 else "a record"


def _check_references(record: Record, path: Path, index: Index, problems: Problems) -> None:
    for reference, name, below in references(record):
        _refer(name, reference, (*path, *below), index, problems)
    for cite, below in cites(record):
        found = index.get(cite.source)
        if found is None or found[0] != "sources":
            what = f"the cite names “{cite.source[:60]}”, and no source has that id"
            if found is not None:
                what = f"the cite names “{cite.source}”, which is {SINGULAR[found[0]]}"
            hint = index.nearest(cite.source, SOURCES) or "add it to [[sources]]"
            problems.error((*path, *below), "unknown-source", what, hint)


def _check_texts(record: Part, path: Path, problems: Problems) -> None:
    names, keys = record.__struct_fields__, record.__struct_encode_fields__
    for place, value in enumerate(map(record.__getattribute__, names)):
        if not value:
            continue
        kind = type(value)
        if kind is str:
            if value.isspace():
                _note_blank(keys[place], (*path, keys[place]), problems)
        elif kind is tuple:
            for number, one in enumerate(value):
                if type(one) is str and one.isspace():
                    _note_blank(keys[place], (*path, keys[place], number), problems)
                elif type(one) is Role:
                    _check_texts(one, (*path, keys[place], number), problems)


def _note_blank(key: str, path: Path, problems: Problems) -> None:
    problems.error(path, "empty-text", f"`{key}` holds only white space", "write the text or leave the key out")


def _check_status(record: Tie | Claim | Event | Expectation, path: Path, problems: Problems) -> None:
    status, where = record.status, (*path, "status")
    if status in ("contested", "denied") and not record.by:
        problems.error(where, "missing-by", f"{status}, but `by` does not say who asserts it", 'add by = ["…"]')
    if status == "denied" and not record.denied_by:
        problems.error(
            where, "missing-denied-by", "denied, but `denied_by` does not say by whom", 'add denied_by = ["…"]'
        )
    if status == "attributed" and not record.by and not getattr(record, "quotes", ()):
        hint = 'add by = ["…"]' if isinstance(record, Event) else "add by = […] or quotes = […]"
        problems.error(where, "missing-by", "attributed, but to nobody", hint)


def _check_tie(tie: Record, path: Path, problems: Problems) -> None:
    assert isinstance(tie, Tie)  # noqa: S101
    _check_status(tie, path, problems)
    if tie.between and (tie.giver or tie.to):
        problems.error(
            (*path, "between"), "two-shapes", "a tie has `between`, or `from` and `to`, not both", "keep one"
        )
    elif tie.between:
        if len(set(tie.between)) < 2 or len(set(tie.between)) < len(tie.between):
            what = "`between` names one actor" if len(set(tie.between)) < 2 else "`between` names an actor twice"
            problems.error((*path, "between"), "one-actor", what, "a tie needs two different actors or more")
    elif not (tie.giver and tie.to):
        missing = "`between`, or `from` and `to`" if not (tie.giver or tie.to) else "`from`" if tie.to else "`to`"
        problems.error(path, "missing-end", f"the tie has no {missing}", "say between which actors it is")
    elif tie.giver == tie.to:
        problems.error(
            (*path, "to"), "one-actor", "the tie goes from an actor to itself", "a tie needs two different actors"
        )
    own = TIE_SIGNS.get(tie.kind, "")
    if own and tie.sign and tie.sign != own:
        problems.error(
            (*path, "sign"),
            "wrong-sign",
            f"{tie.kind} has the sign {own} by itself",
            "leave `sign` out, or choose another kind",
        )
    if tie.start and tie.end and tie.end.latest and tie.end.latest < tie.start.earliest:
        problems.error(
            (*path, "end"), "ends-before-start", "the tie ends before it starts", "`start` is the earlier of the two"
        )


def _check_quote(quote: Record, path: Path, problems: Problems) -> None:
    assert isinstance(quote, Quote)  # noqa: S101
    if quote.translation and not quote.lang:
        problems.warning(
            (*path, "translation"),
            "missing-lang",
            "a translation, but `lang` does not say of which language",
            'add lang = "…", the language of the words as printed',
        )


def _check_source(source: Record, path: Path, problems: Problems) -> None:
    assert isinstance(source, Source)  # noqa: S101
    if source.kind and source.kind not in SOURCE_KINDS:
        hint = did_you_mean(source.kind, SOURCE_KINDS) or "it is kept as it is"
        problems.warning((*path, "kind"), "unknown-source-kind", f"“{source.kind[:60]}” is no CSL item type", hint)
    if source.grade and re.fullmatch("[A-F][1-6]", source.grade) is None:
        problems.warning(
            (*path, "grade"),
            "bad-grade",
            f"“{source.grade[:20]}” is no Admiralty grade",
            "a letter A-F and a digit 1-6, such as B2",
        )
    if source.url and re.fullmatch(r"https?://[^\s/?#@]+(?:[/?#]\S*)?", source.url) is None:
        problems.warning(
            (*path, "url"), "bad-url", "the url is not an http or https address", "it is shown, and cannot be opened"
        )


def _check_claim(claim: Record, path: Path, problems: Problems) -> None:
    assert isinstance(claim, Claim)  # noqa: S101
    _check_status(claim, path, problems)
    told = claim.status in ("contested", "denied") or (claim.status == "attributed" and not claim.quotes)
    if claim.by == () and not told:
        problems.error((*path, "by"), "missing-by", "`by` names nobody", "a claim needs at least one who makes it")


def _check_event(event: Record, path: Path, problems: Problems) -> None:
    assert isinstance(event, Event | Expectation)  # noqa: S101
    _check_status(event, path, problems)


_RULES: dict[str, Callable[[Record, Path, Problems], None]] = {
    "sources": _check_source,
    "quotes": _check_quote,
    "alliances": _check_tie,
    "events": _check_event,
    "ledger": _check_event,
    "claims": _check_claim,
}


def _check_cycles(
    shaped: Decoded, table: str, key: str, following: Callable[..., tuple[str, ...]], problems: Problems
) -> None:
    """Note each cycle of `key` once, at the record that closes it. Iterative: a chain may be as long as the file."""
    rows: dict[str, tuple[int, Record]] = {}
    for number, record in shaped.tables[table]:
        if record.id:
            rows.setdefault(record.id, (number, record))  # an id given twice is a problem of its own
    done: set[str] = set()
    for start in rows:
        trail: list[str] = []
        on_trail: dict[str, int] = {}
        stack: list[tuple[str, bool]] = [(start, False)]
        while stack:
            name, leaving = stack.pop()
            if leaving:
                del on_trail[trail.pop()]
                done.add(name)
            elif name in on_trail:
                number = rows[trail[-1]][0]
                circle = " → ".join([*trail[max(on_trail[name], len(trail) - 7) :], name])
                problems.error(
                    (table, number, key), "cycle", f"`{key}` runs in a circle: {circle}", "one of them must go"
                )
            elif name in rows and name not in done:
                on_trail[name] = len(trail)
                trail.append(name)
                stack.append((name, True))
                stack.extend((other, False) for other in following(rows[name][1]))
