"""Quotes: what somebody said, in exact words or as a report of them."""

from __future__ import annotations

from collections.abc import Sequence

from tui.dossier.kinds.kind import ACTORS, ANY, Kind, Reference
from tui.dossier.kinds.record import DateText, Record, Ref, Refs, Text
from tui.dossier.problems import Problems, TreePath
from tui.dossier.values.cite import Cites
from tui.dossier.values.dates import Date
from tui.dossier.values.text import Safe
from tui.dossier.values.vocabulary import Act, Attribution, QuoteMode, count_noun


class Quote(Record, frozen=True, kw_only=True):
    """What somebody said: exact words (direct, fragment) or a report of them (indirect)."""

    TABLE = "quotes"
    speaker: Ref
    text: Text
    cite: Cites
    mode: QuoteMode = "direct"
    to: Refs = ()
    about: Refs = ()
    act: Act | None = None
    attribution: Attribution = "named"
    channel: Safe = Safe("")
    lang: Safe = Safe("")
    translation: Safe = Safe("")
    date: Date | None = None
    date_text: DateText = Safe("")


def _check(quote: Quote, path: TreePath, problems: Problems) -> None:
    if quote.translation and not quote.lang:
        problems.warning(
            (*path, "translation"),
            "missing-lang",
            "there is a translation, but `lang` does not say from which language",
            'add lang = "…", the language of the words as printed',
        )


def _tally(quotes: Sequence[Quote]) -> str:
    reported = sum(quote.mode == "indirect" for quote in quotes)
    counts = (len(quotes) - reported, "quotation"), (reported, "reported statement")
    return ", ".join(count_noun(count, noun) for count, noun in counts if count)


KIND = Kind(
    record_type=Quote,
    order=20,
    singular="quote",
    plural="quotes",
    title="Quotes",
    name=lambda quote, _: quote.text,
    references=(
        Reference("speaker", ACTORS, "said"),
        Reference("to", ACTORS, "said-to"),
        Reference("about", ANY, "said-about"),
    ),
    multiline=frozenset({"text", "translation", "note"}),
    check=_check,
    subjects=lambda quote: (quote.speaker,),
    tally=_tally,
)
