"""The marks and notes of one reader on one dossier, and the changes to them.

They are about records and paragraphs, by their ids: `armenia`, `article#p5`. Nothing here reads or writes a file.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from tui.dossier.values.text import Safe, clean

NOTE_LENGTH = 10_000
"""The most characters of a note that are kept of what is typed."""
_BETWEEN = "\n\n"
"""What separates two notes that are kept as one."""


class Marks(NamedTuple):
    """The ids that are `marked`, and the `notes` by id; what has a note need not be marked. No note is empty."""

    marked: frozenset[str] = frozenset()
    notes: Mapping[str, Safe] = {}

    @property
    def names(self) -> frozenset[str]:
        """All ids that are marked or have a note."""
        return self.marked | self.notes.keys()


NO_MARKS = Marks()
Change = Callable[[Marks], Marks]
"""Makes other marks out of those that are there, whoever made these in the meantime."""


def set_mark(name: str, *, marked: bool) -> Change:
    """Mark a record or a paragraph, or remove its mark; its note stays."""
    only = frozenset((name,))
    return lambda marks: marks._replace(marked=marks.marked | only if marked else marks.marked - only)


def set_note(name: str, note: str, before: str = "") -> Change:
    """Write a note in place of the one that was there `before`; an empty one removes it.

    A note that is neither, because another program wrote it meanwhile, is kept in front of the new one.
    """
    written = clean(note[:NOTE_LENGTH]).strip()

    def change(marks: Marks) -> Marks:
        present = marks.notes.get(name, Safe(""))
        if written == before:
            return marks
        return _with_note(marks, name, written if present in (before, written) else _joined(present, written))

    return change


def rename(renames: Mapping[str, str]) -> Change:
    """Move marks and notes along with records whose ids changed, `old -> new`; paragraphs follow their source."""

    def renamed(name: str) -> str:
        record, mark, part = name.partition("#")
        return f"{renames.get(record, record)}{mark}{part}"

    def change(marks: Marks) -> Marks:
        notes: dict[str, Safe] = {}
        for name, note in marks.notes.items():
            notes[renamed(name)] = Safe(_joined(notes.get(renamed(name), ""), note))
        return Marks(frozenset(map(renamed, marks.marked)), notes)

    return change


def made(marks: Marks, changes: Iterable[Change]) -> Marks:
    """`marks` after some changes, in their order."""
    for change in changes:
        marks = change(marks)
    return marks


def _with_note(marks: Marks, name: str, note: str) -> Marks:
    notes = {other: text for other, text in marks.notes.items() if other != name}
    return marks._replace(notes={**notes, name: Safe(note)} if note else notes)


def _joined(*notes: str) -> str:
    return _BETWEEN.join(dict.fromkeys(filter(None, notes)))
