"""The folded text of everything in a dossier that is searched, each made when it is first looked at."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from tui.dossier.dossier import Dossier
from tui.dossier.kinds import KINDS, Record, Source
from tui.dossier.search.documents import REFERENCE, TEXT, Documents, Part
from tui.dossier.search.fields import PASSAGES
from tui.dossier.values.fold_map import fold_line

PART_END, SECTION_END = "\n", "\x1f"
"""What separates the parts of a section, and the sections, of a folded text; folding leaves neither in a text."""


MOST_PARAGRAPHS = 300_000
"""The most paragraphs of local copies that are searched: some hundred books."""
NOTE_LABEL = "note of yours"
"""What a note of the reader is called beside the parts of the dossier."""


class Item(NamedTuple):
    """Something that can be found: a record, or a paragraph of a local copy (`paragraph` is from 1) of a source."""

    id: str
    record: Record
    paragraph: int = 0

    @property
    def table(self) -> str:
        """The table of a record; `PASSAGES` for a paragraph."""
        return PASSAGES if self.paragraph else self.record.TABLE


class Index:
    """What can be found in a dossier, by table, and the folded text of each."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.documents = Documents(dossier)
        paragraphs = (
            Item(f"{source}#p{number}", dossier.records[source], number)
            for source, passages in dossier.passages.items()
            if isinstance(dossier.get(source), Source)
            for number in range(1, len(passages) + 1)
        )
        self._passages = list(islice(paragraphs, MOST_PARAGRAPHS))
        self.unsearched = max(0, sum(map(len, dossier.passages.values())) - MOST_PARAGRAPHS)
        """How many paragraphs of local copies are not searched, because there are too many."""
        sizes = {**{table: len(dossier.tables[table]) for table in KINDS}, PASSAGES: len(self._passages)}
        self.texts: dict[str, list[str | None]] = {table: [None] * size for table, size in sizes.items()}
        """Folded texts by table, in the order of the file; None for one not made yet."""
        self._folded_names: dict[str, str] = {}
        self._notes: dict[str, tuple[str, ...]] = {}

    def set_notes(self, notes: Mapping[str, str]) -> bool:
        """Search these notes of the reader, by the ids they are about, in place of others; whether any differs.

        A note on a paragraph of which there is no copy is found with its source.
        """
        by_item: dict[str, tuple[str, ...]] = {}
        for name, note in notes.items():
            source, mark, place = name.partition("#p")
            copied = place.isdecimal() and 0 < int(place) <= len(self.dossier.passages.get(source, ()))
            owner = name if copied or not mark else source
            by_item[owner] = (*by_item.get(owner, ()), note)
        before, self._notes = self._notes, by_item
        changed = [name for name in {**before, **by_item} if before.get(name) != by_item.get(name)]
        for item in filter(None, map(self.item, changed)):
            self.texts[item.table][self._number_of(item)] = None
        return bool(changed)

    def _number_of(self, item: Item) -> int:
        """The number of an item in its table."""
        if item.paragraph:
            return self._passages.index(item)
        return next(number for number, each in enumerate(self.dossier.tables[item.table]) if each is item.record)

    @property
    def tables(self) -> tuple[str, ...]:
        """The tables, in the order of the kinds, and `PASSAGES`."""
        return tuple(self.texts)

    def item_at(self, table: str, number: int) -> Item:
        """An item by its number in its table, from 0."""
        if table == PASSAGES:
            return self._passages[number]
        record = self.dossier.tables[table][number]
        return Item(record.id, record)

    def ids(self, table: str, numbers: Iterable[int]) -> list[str]:
        """The ids of items, by their numbers in their table."""
        items: Sequence[Item | Record] = self._passages if table == PASSAGES else self.dossier.tables[table]
        return [items[number].id for number in numbers]

    def item(self, name: str) -> Item | None:
        """What is called `name`: a record, or a passage such as `article#p5`."""
        source, _, place = name.partition("#p")
        record = self.dossier.get(source)
        if record is None:
            return None
        return Item(name, record, int(place) if place.isdecimal() else 0)

    def parts(self, item: Item) -> list[Part]:
        """The parts of an item, by section; last the reader's note, which is none of the dossier's."""
        if item.paragraph:
            parts = [Part(TEXT, "passage", self.dossier.passages[item.record.id][item.paragraph - 1])]
        else:
            parts = list(self.documents.parts(item.record))
        return [*parts, *(Part(TEXT, NOTE_LABEL, note) for note in self._notes.get(item.id, ()))]

    def make(self, table: str, number: int) -> str:
        """Fold the text of an item, by its number in its table, and keep it."""
        folded = self.texts[table][number] = self.fold(self.item_at(table, number))
        return folded

    def fold(self, item: Item) -> str:
        """The folded text of an item."""
        sections: list[list[str]] = [[] for _ in range(REFERENCE + 1)]
        for section, _, text in self.parts(item):
            sections[section].append(self._name(text) if section == REFERENCE else fold_line(text))
        return SECTION_END.join(map(PART_END.join, sections))

    def _name(self, text: str) -> str:
        if (folded := self._folded_names.get(text)) is None:
            folded = self._folded_names[text] = fold_line(text)
        return folded


PER_SECTION = 3
RANKS = PER_SECTION * (REFERENCE + 1)
"""How many ranks there are, and how many in each section; 0 is the best."""


def rank(folded: str, at: int, size: int) -> int:
    """How good a word at `at` of a folded text is: by its section, then a whole name, the beginning of a word, a part.

    Only in names and aliases is a whole part better than a word.
    """
    section = folded.count(SECTION_END, 0, at)
    begins = not at or not folded[at - 1].isalnum()
    if not begins:
        return PER_SECTION * section + 2
    ends = folded[at - 1 : at] in _ENDS and folded[at + size : at + size + 1] in _ENDS
    return PER_SECTION * section + (0 if ends and section < TEXT else 1)


_ENDS = ("", PART_END, SECTION_END)
