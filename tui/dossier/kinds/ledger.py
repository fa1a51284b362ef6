"""The ledger: who expected what of whom, and with what outcome."""

from collections.abc import Callable, Iterator
from typing import Annotated

from msgspec import Meta

from tui.dossier.kinds.actors import serves
from tui.dossier.kinds.check import Breach, Check, Peers
from tui.dossier.kinds.date_checks import begins_after, dated, printed
from tui.dossier.kinds.kind import ACTORS, QUOTES, STATED_BY, TIES, Kind, Reference
from tui.dossier.kinds.quotes import Quote
from tui.dossier.kinds.record import By, Cited, DateText, DeniedBy, Firmness, Record, Ref, Refs, Text
from tui.dossier.problems import Rule
from tui.dossier.values.dates import Date
from tui.dossier.values.text import Safe
from tui.dossier.values.vocabulary import VOICE_CONNECTIVES, Outcome, Voice


class Expectation(Record, frozen=True, kw_only=True):
    """An expectation between two actors and its outcome."""

    TABLE = "ledger"
    expecting: Annotated[Ref, Meta(description="The actor that expects something.")]
    of: Annotated[Ref, Meta(description="The actor of whom it is expected, another one.")]
    expected: Annotated[Text, Meta(description="What is expected, briefly: this is the row’s heading.")]
    outcome: Annotated[Outcome, Meta(description="What became of it.")]
    voiced: Annotated[Voice, Meta(description="How the expectation was uttered.")]
    cite: Cited
    stated: Annotated[
        bool | None,
        Meta(
            description="`true` when somebody in the source names the expectation, `false` when you read it from a "
            "complaint or the context."
        ),
    ] = None
    response: Annotated[Safe, Meta(description="What came, in your words.")] = Safe("")
    quotes: Annotated[
        Refs, Meta(description="Quotes that voice or support it: the words of the side that expects.")
    ] = ()
    counter: Annotated[Refs, Meta(description="Quotes that answer or dispute it.")] = ()
    alliance: Annotated[Ref | None, Meta(description="The tie it appeals to.")] = None
    status: Firmness = "reported"
    by: By = ()
    denied_by: DeniedBy = ()
    date: Annotated[Date | None, Meta(description="When the expectation was uttered.")] = None
    date_text: DateText = Safe("")
    outcome_date: Annotated[
        Date | None, Meta(description="When the outcome came. As of a date before it, the outcome is open.")
    ] = None


OUTCOME_FIRST = Rule("outcome-first", "warning", "a ledger row whose `outcome_date` is before its `date`")
OF_ITSELF = Rule("expects-of-itself", "warning", "a ledger row whose `expecting` and `of` are the same actor")
ANSWER_AS_QUOTE = Rule(
    "answer-in-quotes",
    "warning",
    "a ledger row with a quote of the side it is expected `of` among its `quotes`; `counter` holds answers",
)


def _of_itself(row: Expectation, _: Peers) -> Iterator[Breach]:
    if row.of and row.expecting == row.of:
        what = f"“{row.of}” expects something of itself"
        yield Breach(("of",), what, "`expecting` and `of` are two actors: who expects, and of whom")


def _answer_as_quote(row: Expectation, peers: Peers) -> Iterator[Breach]:
    if not row.quotes or row.expecting == row.of:
        return
    for number, name in enumerate(row.quotes):
        quote = peers.find(Quote, name)
        if (
            quote is not None
            and serves(quote.speaker, row.of, peers)
            and not serves(quote.speaker, row.expecting, peers)
        ):
            what = f"“{name}” is in words of “{quote.speaker}”, which speaks for “{row.of}”, not for “{row.expecting}”"
            yield Breach(("quotes", number), what, "an answer belongs in `counter`")


def _outcome_first(row: Expectation, _: Peers) -> Iterator[Breach]:
    if row.date is not None and row.outcome_date is not None and begins_after(row.date, row.outcome_date):
        what = "the outcome comes before the expectation"
        yield Breach(("outcome_date",), what, "`date` is that of the expectation, and the earlier of the two")


def _name(row: Expectation, name_of: Callable[[str], str]) -> str:
    """`complaint by Armenia about Russia`, `what Armenia expects of Russia`."""
    lead = "what" if row.voiced == "none" else f"{row.voiced} by"
    return f"{lead} {name_of(row.expecting)} {VOICE_CONNECTIVES[row.voiced]} {name_of(row.of)}"


KIND = Kind(
    record_type=Expectation,
    order=40,
    singular="ledger row",
    plural="ledger rows",
    title="Ledger",
    name=_name,
    named_in_sentence=True,
    references=(
        Reference("expecting", ACTORS, "expects"),
        Reference("of", ACTORS, "expected-of"),
        *STATED_BY,
        Reference("quotes", QUOTES, "evidence-for"),
        Reference("counter", QUOTES, "counter-to"),
        Reference("alliance", TIES, "at-stake-in"),
    ),
    begins="date",
    multiline=frozenset({"expected", "response", "note"}),
    checks=(
        Check(OF_ITSELF, ("expecting", "of"), _of_itself),
        Check(ANSWER_AS_QUOTE, ("quotes", "expecting", "of"), _answer_as_quote),
        Check(OUTCOME_FIRST, ("date", "outcome_date"), _outcome_first),
        printed("date"),
        dated("date"),
        dated("outcome_date"),
    ),
    subjects=lambda row: (row.expecting,),
)
