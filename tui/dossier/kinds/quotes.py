"""Quotes: what somebody said, in exact words or as a report of them."""

from collections.abc import Iterator, Sequence
from typing import Annotated

from msgspec import Meta

from tui.dossier.kinds.check import Breach, Check, Peers
from tui.dossier.kinds.date_checks import dated, printed
from tui.dossier.kinds.kind import ACTORS, ANY, Kind, Reference
from tui.dossier.kinds.record import Cited, DateText, Record, Ref, Refs, Text
from tui.dossier.problems import Rule
from tui.dossier.values.dates import Date
from tui.dossier.values.text import Safe
from tui.dossier.values.vocabulary import Act, Attribution, QuoteMode, count_noun


class Quote(Record, frozen=True, kw_only=True):
    """What somebody said: exact words (direct, fragment) or a report of them (indirect)."""

    TABLE = "quotes"
    speaker: Annotated[Ref, Meta(description="The actor who speaks. For an unnamed speaker make a `group`.")]
    text: Annotated[
        Text,
        Meta(
            description="The words, without the quotation marks around them; or your report, when `mode` is `indirect`."
        ),
    ]
    cite: Cited
    mode: Annotated[
        QuoteMode, Meta(description="Whether the words are printed in full, in part or not; `direct` when left out.")
    ] = "direct"
    to: Annotated[Refs, Meta(description="Actors it is addressed to.")] = ()
    about: Annotated[
        Refs, Meta(description="Ids of what it is about, mostly actors. One about a tie is about those it joins, too.")
    ] = ()
    act: Annotated[Act | None, Meta(description="What the speaker does by saying it.")] = None
    attribution: Annotated[Attribution, Meta(description="How you know who speaks; `named` when left out.")] = "named"
    channel: Annotated[Safe, Meta(description="Where it was said: a paper, a broadcast, a session.")] = Safe("")
    lang: Annotated[Safe, Meta(description="The language of `text` when it differs from the dossier’s.")] = Safe("")
    translation: Annotated[Safe, Meta(description="A translation of `text` into the language of the dossier.")] = Safe(
        ""
    )
    date: Annotated[Date | None, Meta(description="When it was said.")] = None
    date_text: DateText = Safe("")


MISSING_LANG = Rule("missing-lang", "warning", "a `translation` without `lang`")


def _missing_lang(quote: Quote, _: Peers) -> Iterator[Breach]:
    if quote.translation and not quote.lang:
        what = "there is a translation, but `lang` does not say from which language"
        yield Breach(("translation",), what, 'add lang = "…", the language of the words as printed')


def _tally(quotes: Sequence[Quote]) -> str:
    reported = [quote.mode for quote in quotes].count("indirect")
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
    begins="date",
    multiline=frozenset({"text", "translation", "note"}),
    checks=(Check(MISSING_LANG, ("translation", "lang"), _missing_lang), printed("date"), dated("date")),
    subjects=lambda quote: (quote.speaker,),
    tally=_tally,
)
