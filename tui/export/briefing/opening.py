"""What a briefing is about: its title, what it holds and leaves out, the sides, and who else is involved."""

from __future__ import annotations

from tui import VERSION
from tui.dossier.kinds import Actor, Source
from tui.dossier.network.scope import counted_states, tie_states
from tui.dossier.values.lifetimes import State
from tui.dossier.values.vocabulary import count_noun, words
from tui.export.briefing.inline import bold, citation_text, escaped, italic, listing, paragraphs, sentence, web_link
from tui.export.briefing.writer import EDITORS, Writer, plain
from tui.export.citations import source_pieces
from tui.pages.moment_marks import moment_words

_INVOLVED = ("state", "igo")
"""The kinds of actor that are introduced besides the sides."""
_HOW_TO_READ = (
    "A statement without a remark is what a source states in its own voice. What somebody else says, judges, contests "
    "or denies, and what the editors infer, is said to be so where it begins. The footnotes lead to the places."
)


_ABSENT: dict[State, str] = {"ended": "had ended", "not begun": "had not begun"}
"""What is said of ties that are not there at the moment."""
_OPEN: dict[State, str] = {"perhaps": "may have been there, and count", "undated": "have no date, and count"}
"""What is said of those that count, although it is open whether they are."""


def opening(writer: Writer) -> list[str]:
    """The title, of when and by whom it is, what part of the dossier, and the summary."""
    head = writer.dossier.head
    by = f" by {listing([escaped(name) for name in head.editors])}" if head.editors else ""
    licence = f", licence {escaped(head.licence)}" if head.licence else ""
    moment = writer.selection.scope.moment
    when = f"{escaped(moment_words(moment, opening=True))}. " if moment is not None else ""
    blocks = [f"# {escaped(writer.dossier.title)}"]
    blocks.append(italic(f"{when}From a sourced dossier{by}{licence}; written with karabakh-tui {escaped(VERSION)}."))
    blocks += _part(writer)
    blocks.append("## What it is about")
    blocks += paragraphs(head.summary)
    sources = writer.dossier.records_of(Source)
    basis = "a single source, given" if len(sources) == 1 else f"{count_noun(len(sources), 'source')}, listed"
    blocks.append(f"It rests on {basis} at the end. {_HOW_TO_READ}" if sources else _HOW_TO_READ)
    return blocks


def _part(writer: Writer) -> list[str]:
    """Which part of the dossier this is; nothing for the whole."""
    selection, parts = writer.selection, []
    if selection.chosen is not None:
        number = count_noun(len(selection.chosen), "record")
        found = f"that the query “{escaped(selection.query)}” finds" if selection.query else "that were chosen"
        parts.append(f"This is a part of the dossier: the {number} {found}, and what they refer to.")
    if selection.moment_given and selection.scope.moment is not None:
        parts.append("It is told as of the date above; the summaries speak of the whole time.")
    if selection.is_reported_only:
        missing = sum(map(writer.dossier.left_out, writer.dossier.tables))
        parts.append(
            "Only what a source states in its own voice is here, and quotations, which have no status; "
            f"{count_noun(missing, 'record')} that somebody else says, judges, contests or denies, or that {EDITORS} "
            f"infer, {'is' if missing == 1 else 'are'} left out."
        )
    return [" ".join(parts)] if parts else []


def the_sides(writer: Writer) -> list[str]:
    """The sides, each with its summary and those who belong to it, and the other states and organisations."""
    dossier = writer.dossier
    sides = [side for side in dict.fromkeys(dossier.head.sides) if dossier.actor(side)]
    blocks: list[str] = []
    if sides:
        blocks.append("## The sides")
        for side in sides:
            actor = dossier.actor(side)
            blocks += _introduced(writer, actor) if actor is not None else []
    others = [
        actor
        for actor in dossier.records_of(Actor)
        if actor.id not in sides and actor.kind in _INVOLVED and actor.summary and not actor.side
    ]
    if others:
        blocks.append("## Others involved")
        lines = (
            f"- {bold(writer.name(actor.id))} ({words(actor.kind)}). {_summary(writer, actor)}" for actor in others
        )
        blocks.append("\n".join(lines))
    return blocks


def _introduced(writer: Writer, side: Actor) -> list[str]:
    summary = _summary(writer, side)
    blocks = [f"{bold(f'{writer.name(side.id)}.')} {summary}".strip()]
    belonging = [actor for actor in writer.dossier.records_of(Actor) if actor.side == side.id and actor.id != side.id]
    if belonging:
        named = "; ".join(_with_office(writer, actor) for actor in belonging)
        blocks.append(f"Belonging to it: {named}.")
    return blocks


def _summary(writer: Writer, actor: Actor) -> str:
    text = sentence(escaped(actor.summary)) if actor.summary else ""
    return f"{text}{writer.note(actor.cite, actor.note)}" if text else ""


def _with_office(writer: Writer, actor: Actor) -> str:
    """`Lena Dorsk (Commissioner for the Strait, Orvane)`: the office at the moment."""
    office = plain(writer.builder.office(actor, writer.selection.scope.moment, only_then=True))
    return f"{writer.name(actor.id)} ({office})" if office else writer.name(actor.id)


def what_is_left_out(writer: Writer) -> list[str]:
    """What is not counted above, in numbers; nothing when everything is."""
    moment = writer.selection.scope.moment
    lines: list[str] = []
    if moment is not None:
        dossier, scope = writer.dossier, writer.selection.scope
        for states, told in ((tie_states(dossier, moment), _ABSENT), (counted_states(dossier, scope), _OPEN)):
            numbers = ((states[state], words_of_state) for state, words_of_state in told.items())
            lines += [f"- {count_noun(number, 'tie')}: {said}." for number, said in numbers if number]
    for status, number in writer.selection.scope.left_out(writer.dossier).items():
        lines.append(f"- {count_noun(number, 'tie')} not counted: {status}.")
    if writer.dossier.warnings:
        lines.append(
            f"- {count_noun(writer.dossier.warnings, 'warning')} about the file; karabakh-tui check explains them."
        )
    return ["## What is counted", "\n".join(lines)] if lines else []


def the_sources(writer: Writer) -> list[str]:
    """Every source in full, with the short name by which later footnotes name it, its address and its grade."""
    sources = writer.dossier.records_of(Source)
    if not sources:
        return []
    lines = []
    for source in sources:
        parts = [sentence(citation_text(source_pieces(source)))]
        short = writer.builder.source_name(source.id)
        if writer.builder.several_sources:
            parts.insert(0, f"{bold(escaped(short))}:")
        if source.grade:
            parts.append(f"Graded {escaped(source.grade)} in the Admiralty code.")
        for label, address in (("Address", source.url), ("Archived", source.archive)):
            if address:
                parts.append(f"{label}: {web_link(address)}.")
        if source.sha256:
            parts.append(f"SHA-256 of the copy used: {escaped(source.sha256)}.")
        if source.note:
            parts.append(sentence(f"Editors’ note: {escaped(source.note)}"))
        lines.append(f"- {' '.join(parts)}")
    return ["## Sources", "\n".join(lines)]
