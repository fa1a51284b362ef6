"""The records of a dossier: one typed, frozen declaration for validation, JSON Schema and the program.

Every string in a record has been through `clean`, so it may be shown as it is. Ids are
unique across all tables. May not know how a record is shown, nor whether its references resolve.
"""

from __future__ import annotations

from typing import Annotated, ClassVar

from msgspec import Meta, Struct, field

from tui.dossier.values.cite import Cites
from tui.dossier.values.dates import Date
from tui.dossier.values.text import Safe
from tui.dossier.values.vocabulary import (
    NEITHER,
    TIE_SIGNS,
    Act,
    ActorKind,
    Attribution,
    Outcome,
    Pledge,
    QuoteMode,
    Sign,
    Status,
    TieKind,
    Voice,
)

ID_PATTERN = "^[a-z0-9]+(-[a-z0-9]+)*$"
ID_LENGTH = 60

Id = Annotated[Safe, Meta(pattern=ID_PATTERN, max_length=ID_LENGTH, description="Unique across all tables.")]
Ref = Annotated[Safe, Meta(min_length=1, description="The id of a record.")]
Refs = tuple[Ref, ...]
Text = Annotated[Safe, Meta(min_length=1)]
MANY_LINES = frozenset({"text", "translation", "note", "summary", "expected", "response", "terms"})
"""Keys whose text may have several lines; that of every other key is folded to one."""
DateText = Annotated[Safe, Meta(description="The date in the words the source prints.")]


class Part(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """Whatever is written as one TOML table."""


class Record(Part, frozen=True, kw_only=True):
    """An entry of one of the seven tables; `TABLE` is the table's name."""

    TABLE: ClassVar[str] = ""
    id: Id
    note: Annotated[Safe, Meta(description="The editor's remark: readings and doubts go here.")] = Safe("")


class Source(Record, frozen=True, kw_only=True):
    """Something that was published or kept and can be cited."""

    TABLE = "sources"
    title: Text
    kind: Annotated[Text, Meta(description="A CSL item type such as article-newspaper, report, treaty.")]
    author: tuple[Text, ...] = ()
    container: Safe = Safe("")
    publisher: Safe = Safe("")
    issued: Date | None = None
    accessed: Date | None = None
    url: Safe = Safe("")
    lang: Safe = Safe("")
    text: Annotated[Safe, Meta(description="Path of a local copy, relative to the dossier.")] = Safe("")
    grade: Annotated[Safe, Meta(description="Admiralty code, such as B2.")] = Safe("")


class Role(Part, frozen=True, kw_only=True):
    """An office an actor holds."""

    title: Text
    of: Ref | None = None
    since: Date | None = None
    until: Date | None = None
    cite: Cites | None = None


class Actor(Record, frozen=True, kw_only=True):
    """A state, organisation, body, group, medium, person or place."""

    TABLE = "actors"
    name: Text
    kind: ActorKind
    aliases: tuple[Text, ...] = ()
    code: Annotated[
        Safe, Meta(description="ISO 3166 or its user-assigned range: an identifier, not a recognition.")
    ] = Safe("")
    wikidata: Safe = Safe("")
    side: Annotated[Ref | None, Meta(description="One of the dossier's sides.")] = None
    part_of: Ref | None = None
    roles: tuple[Role, ...] = ()
    summary: Safe = Safe("")
    cite: Cites | None = None


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


class Tie(Record, frozen=True, kw_only=True):
    """One tie between actors, friendly, hostile or neither: an entry of `[[alliances]]`."""

    TABLE = "alliances"
    kind: TieKind
    status: Status
    cite: Cites
    between: Refs = ()
    giver: Ref | None = field(default=None, name="from")
    to: Ref | None = None
    sign: Sign | None = None
    provisions: tuple[Pledge, ...] = ()
    terms: Safe = Safe("")
    level: Safe = Safe("")
    start: Date | None = None
    end: Date | None = None
    date_text: DateText = Safe("")
    by: Refs = ()
    denied_by: Refs = ()
    quotes: Refs = ()

    @property
    def ends(self) -> tuple[Safe, ...]:
        """The actors tied, giver first when the tie has a direction."""
        if self.between:
            return self.between
        return tuple(end for end in (self.giver, self.to) if end is not None)

    @property
    def directed(self) -> bool:
        """Whether it goes from one actor to another."""
        return not self.between

    @property
    def polarity(self) -> str:
        """The sign as `vocabulary.WITH`, `AGAINST` or `NEITHER`: the kind's own, or the one written."""
        return TIE_SIGNS.get(self.kind, NEITHER) or self.sign or NEITHER


class Event(Record, frozen=True, kw_only=True):
    """Something that happened, or was said to."""

    TABLE = "events"
    title: Text
    cite: Cites
    date: Date | None = None
    date_text: DateText = Safe("")
    kind: Safe = Safe("")
    actors: Refs = ()
    place: Safe = Safe("")
    after: Refs = ()
    status: Status = "reported"
    by: Refs = ()
    denied_by: Refs = ()


class Expectation(Record, frozen=True, kw_only=True):
    """Who expected what of whom and what came: an entry of `[[ledger]]`."""

    TABLE = "ledger"
    expecting: Ref
    of: Ref
    expected: Text
    outcome: Outcome
    voiced: Voice
    cite: Cites
    stated: bool | None = None
    response: Safe = Safe("")
    quotes: Refs = ()
    counter: Refs = ()
    alliance: Ref | None = None
    status: Status = "reported"
    by: Refs = ()
    denied_by: Refs = ()
    date: Date | None = None
    date_text: DateText = Safe("")


class Claim(Record, frozen=True, kw_only=True):
    """A statement that somebody makes and that is not simply a fact."""

    TABLE = "claims"
    text: Text
    by: Refs
    status: Status
    cite: Cites
    denied_by: Refs = ()
    about: Refs = ()
    quotes: Refs = ()
    counter: Refs = ()


class Document(Part, frozen=True, kw_only=True):
    """The whole file as written."""

    dossier: Annotated[int, Meta(description="The format's version: 1.")]
    title: Text
    summary: Safe = Safe("")
    as_of: Date | None = None
    lang: Safe = Safe("")
    licence: Safe = Safe("")
    editors: tuple[Text, ...] = ()
    sides: Refs = ()
    sources: tuple[Source, ...] = ()
    actors: tuple[Actor, ...] = ()
    quotes: tuple[Quote, ...] = ()
    alliances: tuple[Tie, ...] = ()
    events: tuple[Event, ...] = ()
    ledger: tuple[Expectation, ...] = ()
    claims: tuple[Claim, ...] = ()


AnyRecord = Source | Actor | Quote | Tie | Event | Expectation | Claim
TABLES: dict[str, type[Record]] = {kind.TABLE: kind for kind in (Source, Actor, Quote, Tie, Event, Expectation, Claim)}
"""Table name -> the type of its records, in the order of the format."""
