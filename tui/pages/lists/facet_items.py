"""The facets of a list as a list: every field with its values, how often each is found, and a bar.

Lines are named `act:deny`, and `act:` the one that stands for the values left out of a long list.
"""

from __future__ import annotations

from functools import cached_property, partial

from tui.dossier.kinds import KINDS, Source, Tie
from tui.dossier.search.facets import Choice, can_be_written, joined_query, split_query
from tui.dossier.search.fields import FIELDS, PASSAGES, SIGNS
from tui.dossier.source_names import begins_alike
from tui.dossier.values.vocabulary import CHOSEN_GLYPH, OUTCOME_GLYPHS, STATUS_GLYPHS, UNCHOSEN_GLYPH, act_words, words
from tui.pages.list_line import ListGroup, ListLine, one_line, truncated
from tui.pages.lists.searches import Searches
from tui.pages.page import Span, Spans
from tui.pages.span_builder import SpanBuilder

_MOST = 8
"""The most values of a field that are listed until all are asked for; one more is listed rather than announced."""
_BAR_WIDTH = 14
"""The cells of the longest bar."""


class FacetItems:
    """The facets of what `query` finds in some tables, and what is chosen in them. `step` goes on counting.

    Nothing chosen in a field leaves all its values. `noun` is what is listed.
    """

    def __init__(
        self, builder: SpanBuilder, searches: Searches, tables: tuple[str, ...], query: str, noun: str
    ) -> None:
        self._builder = builder
        self._query = query
        self._noun = noun
        self._tables = tables
        self._before, self._rest_before = split_query(builder.dossier, query)
        self._rest = self._rest_before
        self.choice: dict[str, frozenset[str]] = dict(self._before)
        self._facets_of = partial(searches.facets, tables)
        self._facets = self._facets_of(self._rest)
        self._whole: set[str] = set()
        self._counts: dict[str, dict[str, int]] = {}
        self._more: dict[str, int] = {}
        self._most: dict[str, int] = {}

    @property
    def error(self) -> str:
        """What is wrong with the query beside what is chosen, empty when nothing is."""
        return self._facets.error

    @property
    def query(self) -> str:
        """The query with what is chosen; as it was written as long as nothing else is chosen."""
        is_same = self._chosen == self._before and self._rest == self._rest_before
        return self._query if is_same else joined_query(self.choice, self._rest)

    @property
    def _chosen(self) -> Choice:
        return {field: values for field, values in self.choice.items() if values}

    @cached_property
    def _of_any_time(self) -> str:
        ties = (
            record.id for table in self._tables if table == Tie.TABLE for record in self._builder.dossier.tables[table]
        )
        return " of any time" if self._builder.as_of.uncounted(ties) else ""

    @property
    def _is_counting(self) -> bool:
        return self._facets.progress < 1

    @property
    def _width(self) -> int:
        """The width of a number, in cells: all stand below each other."""
        return len(f"{max(self._most.values()):,}")

    def step(self, seconds: float | None = None) -> bool:
        """Go on counting for some seconds, or to the end when None; whether there is more to do."""
        return self._facets.step(seconds)

    def groups(self) -> list[ListGroup]:
        """The values found under their fields, the most first, years in their order; nothing that all have.

        A heading says how many values are chosen, and that any will do while none is.
        """
        self._counts = {field: self._counted(field) for field in FIELDS}
        listed = {field: self._listed(field) for field in FIELDS}
        for field, names in listed.items():
            self._most[field] = max((self._most.get(field, 1), *map(self._count, names)))
        return [ListGroup(self._heading(field), names) for field, names in listed.items() if names]

    def _heading(self, field: str) -> str:
        chosen = len(self.choice.get(field, ()))
        return f"{field.capitalize()} · {f'only the {chosen:,} chosen' if chosen else 'any'}"

    def _counted(self, field: str) -> dict[str, int]:
        """The values to offer; one that is chosen stays, although it is found no more."""
        counts = self._facets.counts(field, self.choice)
        chosen = self.choice.get(field, frozenset())
        told = {
            value: count
            for value, count in counts.items()
            if value in chosen or (can_be_written(field, value) and not self._facets.of_every_item(field, value))
        }
        return {**told, **dict.fromkeys(sorted(chosen - counts.keys()), 0)}

    def _listed(self, field: str) -> tuple[str, ...]:
        kept = values = list(self._counts[field])
        chosen = self.choice.get(field, frozenset())
        if field not in self._whole and len(values) > _MOST + 1:
            kept = [value for number, value in enumerate(values) if number < _MOST or value in chosen]
        self._more[field] = len(values) - len(kept)
        if field == "year":
            kept = sorted(kept, key=int)
        lines = tuple(f"{field}:{value}" for value in kept)
        return (*lines, f"{field}:") if self._more[field] else lines

    def _count(self, name: str) -> int:
        field, _, value = name.partition(":")
        return self._counts[field].get(value, 0)

    def line(self, name: str) -> ListLine:
        """One line: a tick if chosen, the value, its bar among those of its field, and how many there are.

        While the counting goes on, numbers and bars are dimmed, and `…` follows each number.
        """
        field, _, value = name.partition(":")
        if not value:
            return ListLine(Span(" "), (Span(f"and {self._more[field]:,} more", "dim"),))
        mark = Span(CHOSEN_GLYPH, "strong") if self.includes(name) else Span(UNCHOSEN_GLYPH, "dim")
        count, most = self._count(name), self._most[field]
        more = "…" if self._is_counting else ""
        number = Span(f" {count:>{self._width},}{more}", "dim")
        remark = (Span(f"{bar(count, most):{_BAR_WIDTH}}", "dim" if more else "cite"), number)
        return truncated(ListLine(mark, tuple(span._replace(link="") for span in self._label(field, value)), remark))

    def _label(self, field: str, value: str) -> Spans:
        builder = self._builder
        record = builder.dossier.get(value)
        if field in ("speaker", "about", "to", "side", "source") and record is not None:
            if not isinstance(record, Source):
                return builder.name(value)
            return builder.speakers((value,), opening=True) if field == "speaker" else self._source(value)
        if field == "sign" and value in SIGNS:
            return builder.sign_words(SIGNS[value])
        if field == "status" and value in STATUS_GLYPHS:
            return builder.status(value)
        if field == "outcome" and value in OUTCOME_GLYPHS:
            return builder.outcome(value)
        if field == "kind":
            title = KINDS[value].title if value in KINDS else "Passages" if value == PASSAGES else words(value)
            return (Span(title),)
        return (Span(act_words(value) if field == "act" else one_line(value)),)

    def _source(self, value: str) -> Spans:
        name, title = self._builder.source_name(value), one_line(self._builder.dossier.name(value))
        return (Span(title),) if begins_alike(name, title) else (Span(name), Span(f"  {title}", "dim"))

    def includes(self, name: str) -> bool:
        """Whether a line is chosen."""
        field, _, value = name.partition(":")
        return value in self.choice.get(field, frozenset())

    def toggle(self, name: str) -> None:
        """Choose a value beside others of its field, or no longer; at the end of a long list, list all of it."""
        field, _, value = name.partition(":")
        if value:
            self.choice[field] = self.choice.get(field, frozenset()) ^ {value}
        else:
            self._whole.add(field)

    def only(self, name: str) -> None:
        """Choose a value alone in its field."""
        field, _, value = name.partition(":")
        if value:
            self.choice[field] = frozenset((value,))

    def reset(self) -> None:
        """Choose nothing; a rest of the query that is wrong is dropped, and the counting begins anew."""
        self.choice.clear()
        if self.error:
            self._rest = ""
            self._facets = self._facets_of("")

    def summary(self) -> str:
        """How many are left by what is chosen, and how far the counting is: `3 of 30 quotes · counting: 12 %`.

        Of ties it says so where some are not there at the moment: diagrams count only those that are.
        """
        counting = f" · counting: {int(100 * self._facets.progress)} %" if self._is_counting else ""
        found = f"{self._facets.total(self.choice):,} of {self._facets.total({}):,} {self._noun}"
        return f"{found}{self._of_any_time}{counting}"


SCALE = "bars: share of the longest in their field"
"""What the bars of facets are to be compared with: of one field there may be a thousand, of another a handful."""


def bar(count: int, most: int) -> str:
    """A bar as long as a count is to the most there are, in halves of a cell; something for whatever is counted.

    It is thinner than a row, so that those of neighbouring rows do not touch.
    """
    halves = max(int(count > 0), round(2 * _BAR_WIDTH * count / most)) if most else 0
    return "━" * (halves // 2) + "╸" * (halves % 2)
