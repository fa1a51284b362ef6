"""The tour: what a reader is asked to do, step by step, with the words for it. Doing it is what fulfils a step.

Words name a key by its id in braces (`{go.back}`) and a command in backticks. `{there}` and `{title}` are the key and
the title of the panel in which a step can be done.
"""

from collections.abc import Callable
from typing import Literal, NamedTuple

from tui.dossier.dossier import Dossier
from tui.dossier.kinds import KINDS, Actor, Record, Tie
from tui.dossier.kinds.references import cites
from tui.dossier.values.vocabulary import NEITHER

Deed = Literal["link", "back", "ego", "matrix", "filter", "passage", "help"]
"""What a reader does; each fulfils one step."""
_EGO, _MATRIX = "ego:", "matrix:"


class Situation(NamedTuple):
    """Where the reader is, as far as it decides how a step is asked for.

    `pane` has the focus: `list`, `page`, `filter` or `strip`. The others say what can be done there.
    """

    panel: str
    pane: str
    has_list: bool = False
    has_link: bool = False
    has_passage: bool = False
    actor_has_ties: bool = False
    can_go_back: bool = False

    @property
    def is_typing(self) -> bool:
        """Whether keys write characters."""
        return self.pane == "filter"

    @property
    def filters_a_list(self) -> bool:
        """Whether what is typed in a field filters the list of a kind of record, and does not search everything."""
        return self.panel in KINDS


class Ask(NamedTuple):
    """What a step asks for in a line, a second line of what there is to know, and both in as few words as possible."""

    words: str
    more: str
    brief: str


class Step(NamedTuple):
    """One step: the deed that fulfils it, what it asks for at hand and elsewhere, and the keys that it takes.

    `here` are the ways to ask for it, each with the situations that it fits; where none fits it is asked for as
    `elsewhere`, which says how to get to where it can be done. `offers` tells whether a dossier has something to do it
    with; a step with `tables` is done in the panel of one of them, the first of which `has` is true, and then
    `table` is that one. One that `takes_arrows` cannot be done while the strip of time has the focus.
    """

    deed: Deed
    keys: tuple[str, ...]
    here: tuple[tuple[Callable[[Situation, str], bool], Ask], ...]
    elsewhere: Ask
    offers: Callable[[Dossier], bool] = lambda dossier: True
    tables: tuple[str, ...] = ()
    has: Callable[[Dossier, str], bool] = lambda dossier, table: False
    takes_arrows: bool = False
    table: str = ""

    def ask(self, situation: Situation) -> Ask:
        """How to ask for it in this situation."""
        if self.takes_arrows and situation.pane == "strip":
            return _LEAVE_STRIP
        fitting = (ask for fits, ask in self.here if fits(situation, self.table))
        ask = next(fitting, _LEAVE_FIELD if situation.is_typing else self.elsewhere)
        return Ask(*map(self._about_table, ask)) if self.table else ask

    def _about_table(self, words: str) -> str:
        kind = KINDS[self.table]
        words = words.replace("{there}", f"{{panel.{self.table}}}").replace("{title}", kind.title)
        return words.replace("{singular}", kind.singular)


def _on_a_link(situation: Situation, table: str) -> bool:
    return situation.pane == "page" and situation.has_link


def _somewhere_before(situation: Situation, table: str) -> bool:
    return situation.can_go_back and not situation.is_typing


def _at_an_actor_with_ties(situation: Situation, table: str) -> bool:
    return situation.actor_has_ties and not situation.is_typing


def _in_its_field(situation: Situation, table: str) -> bool:
    return situation.is_typing and situation.filters_a_list


def _beside_a_list(situation: Situation, table: str) -> bool:
    return situation.has_list and situation.filters_a_list and not situation.is_typing


def _at_a_statement(situation: Situation, table: str) -> bool:
    return _in_its_panel(situation, table) and situation.has_passage


def _in_its_panel(situation: Situation, table: str) -> bool:
    return situation.panel == table and not situation.is_typing


def _anywhere(situation: Situation, table: str) -> bool:
    return not situation.is_typing


def _has_signs(dossier: Dossier) -> bool:
    return any(tie.polarity != NEITHER for tie in dossier.records_of(Tie))


def _lists_several(dossier: Dossier, table: str) -> bool:
    return len(dossier.tables[table]) > 1


def _cites_passages(dossier: Dossier, table: str) -> bool:
    return any(_cites_a_passage(record) for record in dossier.tables[table])


def _cites_a_passage(record: Record) -> bool:
    return next(cites(record), None) is not None


_LEAVE_FIELD = Ask(
    "{filter.keep} goes on to the list, {filter.drop} leaves the field.",
    "Keys write characters as long as you are in it.",
    "{filter.keep} leaves the field",
)
_LEAVE_STRIP = Ask(
    "{strip.pane} goes from the strip of time to what is above it.",
    "There the arrow keys select something.",
    "{strip.pane} leaves the strip",
)
_ON_PASSAGES = "The source lists what rests on each of its parts."
_DECLARED = (
    Step(
        "link",
        ("page.follow",),
        (
            (
                _on_a_link,
                Ask(
                    "Names are links: {page.down} selects the next, {page.follow} follows it.",
                    "Each leads to all that is said about it.",
                    "{page.down}, {page.follow}: follow a link",
                ),
            ),
        ),
        Ask(
            "{panel.home} opens Home, where names are links.",
            "{page.down} selects the next, {page.follow} follows it.",
            "{panel.home} Home, then {page.follow}",
        ),
        lambda dossier: bool(dossier.records),
        takes_arrows=True,
    ),
    Step(
        "back",
        ("go.back",),
        (
            (
                _somewhere_before,
                Ask(
                    "{go.back} goes back to exactly where you were.",
                    "As often as you like; {go.forward} goes forward again.",
                    "{go.back} goes back",
                ),
            ),
        ),
        Ask(
            "Follow a link with {page.follow}; {go.back} goes back.",
            "There is nothing to go back to yet.",
            "{page.follow} on a link first",
        ),
        lambda dossier: bool(dossier.records),
    ),
    Step(
        "ego",
        ("net.ego",),
        (
            (
                _at_an_actor_with_ties,
                Ask(
                    "{net.ego} draws an actor among its ties.",
                    "Who is against it and who with it, and why.",
                    "{net.ego} draws an actor’s ties",
                ),
            ),
        ),
        Ask(
            "{there} opens {title}; {net.ego} draws one among its ties.",
            "The actor of what is open has none.",
            "{there} {title}, then {net.ego}",
        ),
        tables=(Actor.TABLE,),
        has=lambda dossier, _: bool(dossier.tables[Tie.TABLE]),
    ),
    Step(
        "matrix",
        ("net.matrix",),
        (
            (
                _anywhere,
                Ask(
                    "{net.matrix} shows the signs of all ties in one table.",
                    "Arrow keys go from pair to pair; {matrix.open} opens one.",
                    "{net.matrix} shows all signs",
                ),
            ),
        ),
        _LEAVE_FIELD,
        _has_signs,
    ),
    Step(
        "filter",
        ("go.filter",),
        (
            (
                _in_its_field,
                Ask(
                    "Type a name or a word, and the list keeps what has it.",
                    "{filter.keep} keeps the filter, {filter.drop} drops it.",
                    "type, then {filter.keep}",
                ),
            ),
            (
                _beside_a_list,
                Ask(
                    "{go.filter} narrows this list as you type.",
                    "{go.search} searches everything in the same way.",
                    "{go.filter} narrows the list",
                ),
            ),
        ),
        Ask(
            "{there} opens {title}, a list beside a page; {go.filter} narrows it.",
            "{go.pane} goes from the list to the page and back.",
            "{there} {title}, then {go.filter}",
        ),
        tables=("quotes", "actors", "alliances", "ledger", "events", "claims", "sources"),
        has=_lists_several,
    ),
    Step(
        "passage",
        ("go.source",),
        (
            (
                _at_a_statement,
                Ask("{go.source} goes to the passage that this rests on.", _ON_PASSAGES, "{go.source}: its passage"),
            ),
            (
                _in_its_panel,
                Ask(
                    "Select a {singular} with {list.down}; {go.source} goes to its passage.",
                    _ON_PASSAGES,
                    "{list.down}, then {go.source}",
                ),
            ),
        ),
        Ask(
            "{there} opens {title}; from each, {go.source} goes to its passage.",
            "Whatever is stated here rests on a source.",
            "{there} {title}, then {go.source}",
        ),
        tables=("claims", "quotes", "alliances", "ledger", "events"),
        has=_cites_passages,
        takes_arrows=True,
    ),
    Step(
        "help",
        ("app.help",),
        (
            (
                _anywhere,
                Ask(
                    "{app.help} explains the signs on the screen, and lists all keys.",
                    "It helps in every view; {help.close} closes it.",
                    "{app.help}: signs and keys",
                ),
            ),
        ),
        _LEAVE_FIELD,
    ),
)
CLOSING = Ask(
    "That was the tour. `karabakh-tui FILE` opens a file of your own.",
    "`karabakh-tui new FILE` begins one.",
    "Yours: `karabakh-tui FILE`",
)
"""What is said once all steps are done."""


class Tour(NamedTuple):
    """How far a reader is: the steps, in order, and the deeds that were done or left out, in any order."""

    steps: tuple[Step, ...]
    passed: frozenset[Deed] = frozenset()

    @property
    def current(self) -> Step | None:
        """The first step that is neither done nor left out; None when there is none."""
        return next((step for step in self.steps if step.deed not in self.passed), None)

    @property
    def position(self) -> str:
        """Which step that is of how many: `3/7`; empty when there is none."""
        return f"{self.steps.index(self.current) + 1}/{len(self.steps)}" if self.current is not None else ""

    def did(self, deed: Deed) -> "Tour":
        """The tour after something was done, whether or not it was asked for yet."""
        return self._replace(passed=self.passed | {deed})

    def without_current(self) -> "Tour":
        """The tour with its present step left out."""
        return self.did(self.current.deed) if self.current is not None else self

    def ask(self, situation: Situation) -> Ask:
        """What the reader is asked for in this situation, or told at the end."""
        return self.current.ask(situation) if self.current is not None else CLOSING


def tour_steps(dossier: Dossier, key_name: Callable[[str], str]) -> tuple[Step, ...]:
    """The steps that can be done in a dossier with the keys that there are; `key_name` is that of the span builder."""
    steps = (_with_table(dossier, step) for step in _DECLARED if all(map(key_name, step.keys)) and step.offers(dossier))
    return tuple(step for step in steps if step.table or not step.tables)


def _with_table(dossier: Dossier, step: Step) -> Step:
    return step._replace(table=next((table for table in step.tables if step.has(dossier, table)), ""))


def deed_of_arriving(name: str, part: str, *, on_page: bool) -> Deed | None:
    """What a reader has done who comes to the record or view called `name`, to a `part` of it if it is not empty."""
    if name.startswith(_EGO):
        return "ego"
    if name == _MATRIX:
        return "matrix"
    return "passage" if part and on_page and ":" not in name else None
