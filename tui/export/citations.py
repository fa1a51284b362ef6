"""Citations in words, as a note prints them: who, what, where it was published and when, and the place in it.

`Edda Marrable, “The Turning of Friends”, in Narrow Water (Lantern Street Press, 1981), ¶1, p. 61: “the words”`. All
are on one line and end without a full stop.
"""

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from tui.dossier.kinds import Quote, Source
from tui.dossier.sources.headline import in_headline
from tui.dossier.values.cite import STANCES, Cite
from tui.dossier.values.dates import date_words
from tui.pages.page import Span
from tui.pages.phrases import quoted
from tui.pages.span_builder import SpanBuilder
from tui.pages.when import some_day

_STANDALONE = frozenset(
    {"book", "classic", "collection", "motion_picture", "pamphlet", "periodical", "report", "thesis"}
)
"""The kinds of source whose title is printed in italics: they are published by themselves."""
_UNMARKED = frozenset({"bill", "legislation", "regulation", "standard", "treaty"})
"""The kinds of source whose title has neither italics nor quotation marks."""
_WITHIN = frozenset({"chapter", "entry", "entry-dictionary", "entry-encyclopedia", "paper-conference"})
"""The kinds of source that are part of a book: `in` stands before its title."""
_NAMED_AUTHORS = 3
"""The most authors that are all named; of more, the first is."""
_STANCE_LEADS = {"disputes": "disputed in ", "mentions": "mentioned in "}


class Piece(NamedTuple):
    """Part of a citation. `is_title`: a title that is set in italics where the medium has them."""

    text: str
    is_title: bool = False


Pieces = tuple[Piece, ...]


def citation(builder: SpanBuilder, cite: Cite, *, short: bool = False) -> str:
    """One cite in words. With `short` the source has its short name, as where it was cited in full before."""
    return _text(cite_pieces(builder, cite, short=short))


def citations(builder: SpanBuilder, cites: Iterable[Cite] | None) -> str:
    """All cites of a record in words: each source in full once, those that dispute or mention it after the others."""
    return _text(cites_pieces(builder, cites))


def source_words(source: Source) -> str:
    """A source in words, as in a list of works: author, title, publication and date."""
    return _text(source_pieces(source))


def quoted_words(quote: Quote) -> str:
    """The words of a quote between quotation marks; reported speech says that it is reported. A translation follows."""
    words = quote.text.strip()
    said = f"Reported: {words}" if quote.mode == "indirect" else quoted(words)
    return f"{said} [translation: {quote.translation.strip()}]" if quote.translation else said


def attribution(builder: SpanBuilder, quote: Quote) -> str:
    """Who said a quote, as what, and when: `Anna Löwen, Foreign Minister, Tellmark, 8 September 1974`.

    The office is the one held on that day.
    """
    office = builder.office(builder.dossier.actor(quote.speaker), quote.date, only_then=True)
    when = some_day(date_words(quote.date)) if quote.date is not None else quoted(quote.date_text)
    parts = [builder.dossier.name(quote.speaker), _text(office), when if quote.date or quote.date_text else ""]
    doubt = " (attributed by the dossier’s editor)" if quote.attribution == "editor" else ""
    return ", ".join(filter(None, parts)) + doubt


def quotation(builder: SpanBuilder, quote: Quote) -> str:
    """A quote to be carried away: the words, who said them as what and when, and the sources."""
    return f"{quoted_words(quote)} — {attribution(builder, quote)}. {citations(builder, quote.cite)}"


def source_pieces(source: Source) -> Pieces:
    """`source_words` in pieces."""
    title = _line(source.title)
    if source.container or source.kind not in _STANDALONE | _UNMARKED:
        named = Piece(quoted(title))
    else:
        named = Piece(title, is_title=source.kind in _STANDALONE)
    pieces = [Piece(f"{_authors(source)}, "), named] if source.author else [named]
    if source.container:
        pieces += [Piece(", in " if source.kind in _WITHIN else ", "), Piece(_line(source.container), is_title=True)]
    date = date_words(source.issued) if source.issued is not None else "no date"
    publisher = _line(source.publisher)
    return (*pieces, Piece(f" ({publisher}, {date})" if publisher else f", {date}"))


def cite_pieces(builder: SpanBuilder, cite: Cite, *, short: bool = False) -> Pieces:
    """`citation` in pieces."""
    lead = _STANCE_LEADS.get(cite.stance, "")
    source = None if short else builder.dossier.find(Source, cite.source)
    named = (Piece(_short_name(builder, cite.source)),) if source is None else source_pieces(source)
    where = _where(builder, cite)
    grade = cite.grade or (source.grade if source is not None else "")
    place = Piece(f"{f', {where}' if where else ''}{_exact(cite)}{_graded(grade)}")
    return (*((Piece(lead),) if lead else ()), *named, place)


def cites_pieces(builder: SpanBuilder, cites: Iterable[Cite] | None, known: Collection[str] = ()) -> Pieces:
    """`citations` in pieces. Sources with the ids `known` were cited in full before: they have short names."""
    cited = set(known)
    pieces: list[Piece] = []
    before: Cite | None = None
    for cite in _in_order(cites):
        if before is not None:
            pieces.append(Piece("; "))
        if before is not None and (before.source, before.stance) == (cite.source, cite.stance):
            pieces.append(Piece(f"{_where(builder, cite) or 'as a whole'}{_exact(cite)}{_graded(cite.grade)}"))
        else:
            pieces += cite_pieces(builder, cite, short=cite.source in cited)
        cited.add(cite.source)
        before = cite
    return tuple(pieces)


def _short_name(builder: SpanBuilder, source: str) -> str:
    """The short name of a source; one that is made of its title is between quotation marks."""
    name, record = builder.source_name(source), builder.dossier.find(Source, source)
    is_title = record is not None and not (record.key or record.author or record.container)
    return quoted(name) if is_title else name


def _in_order(cites: Iterable[Cite] | None) -> Iterator[Cite]:
    """The different cites, by stance, those of one source together in the order in which sources first appear."""
    different = tuple(dict.fromkeys(cites or ()))
    for stance in STANCES:
        of_stance = [cite for cite in different if cite.stance == stance]
        sources = list(dict.fromkeys(cite.source for cite in of_stance))
        yield from sorted(of_stance, key=lambda cite: sources.index(cite.source))


def _where(builder: SpanBuilder, cite: Cite) -> str:
    return cite.where or ("headline" if in_headline(builder.dossier, cite) else "")


def _exact(cite: Cite) -> str:
    return f": {quoted(_line(cite.exact))}" if cite.exact else ""


def _graded(grade: str) -> str:
    return f" (graded {_line(grade)})" if grade else ""


def _authors(source: Source) -> str:
    names = [_line(author) for author in source.author]
    if len(names) > _NAMED_AUTHORS:
        return f"{names[0]} and others"
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _line(text: str) -> str:
    """A text of the dossier on one line."""
    return " ".join(text.split())


def _text(pieces: Iterable[Piece | Span]) -> str:
    return "".join(piece.text for piece in pieces)
