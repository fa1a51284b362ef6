"""Responses to a claim: who supports it, who opposes it, and which of those it is about are not on record."""

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Actor, Claim, Expectation, Quote, Source, Tie, is_disputed_by_a_source
from tui.dossier.representation import represented, speaks_for
from tui.dossier.values.cite import Cite, disputing, supporting


class Voice(NamedTuple):
    """One speaker of a version of a claim: an actor, or the author of a source, with what is quoted of it.

    `cites` are the places where a source itself says so. `as_source`: it is to be named as the source, because what is
    cited there need not be in the voice of its author.
    """

    speaker: str
    quotes: tuple[Quote, ...] = ()
    cites: tuple[Cite, ...] = ()
    as_source: bool = False


def supporting_voices(dossier: Dossier, claim: Claim, most: int | None = None) -> list[Voice]:
    """Return who asserts a claim, then who else is quoted for it; of speakers, quotes and cites the first `most`."""
    voices: dict[str, Voice] = {
        speaker: Voice(speaker, (), _own_words(dossier, claim, speaker)) for speaker in claim.by[:most]
    }
    return _with_quotes(dossier, voices, claim.quotes[:most])


def is_only_cited(dossier: Dossier, claim: Claim, voice: Voice) -> bool:
    """Return whether a voice for a claim is that of a speaker who is quoted for it without being said to assert it.

    Who speaks for one that asserts it does so too.
    """
    return voice.speaker not in claim.by and not any(speaks_for(dossier, quote, claim.by) for quote in voice.quotes)


def opposing_voices(dossier: Dossier, claim: Claim, most: int | None = None) -> list[Voice]:
    """Return who denies a claim, the sources that dispute it, then who else is quoted against it; `most` as above.

    Left out of a source is a passage in which a contrasting quote is printed: its words are those of its speaker.
    """
    voices: dict[str, Voice] = {speaker: Voice(speaker) for speaker in claim.denied_by[:most]}
    quoted_in = {_place(cite) for name in claim.counter[:most] for cite in dossier.quote(name).cite}
    for cite in disputing(claim.cite)[:most]:
        if cite.is_whole or _place(cite) not in quoted_in:
            voice = voices.get(cite.source, Voice(cite.source, as_source=True))
            voices[cite.source] = voice._replace(cites=(*voice.cites, cite))
    return _with_quotes(dossier, voices, claim.counter[:most])


def _with_quotes(dossier: Dossier, voices: dict[str, Voice], quotes: Iterable[str]) -> list[Voice]:
    for quote in map(dossier.quote, quotes):
        voice = voices.get(quote.speaker, Voice(quote.speaker))
        voices[quote.speaker] = voice._replace(quotes=(*voice.quotes, quote))
    return list(voices.values())


def _own_words(dossier: Dossier, claim: Claim, speaker: str) -> tuple[Cite, ...]:
    """The exact words of an author who asserts a claim in the source itself."""
    if not isinstance(dossier.get(speaker), Source):
        return ()
    return tuple(cite for cite in supporting(claim.cite) if cite.exact and cite.source == speaker)


def _place(cite: Cite) -> tuple[str, str]:
    return cite.source, cite.where


def is_disputed(claim: Claim) -> bool:
    """Return whether somebody denies a claim, a quote or a source contradicts it, or its status says so."""
    return bool(
        claim.denied_by or claim.counter or claim.status in ("contested", "denied") or is_disputed_by_a_source(claim)
    )


def opponents(dossier: Dossier, claim: Claim) -> tuple[str, ...]:
    """Return who denies a claim or contradicts it in a quote."""
    return tuple(dict.fromkeys((*claim.denied_by, *_speakers(dossier, claim.counter))))


def actors_without_response(dossier: Dossier, claim: Claim) -> tuple[str, ...]:
    """Return the actors that a claim is about and of whom the dossier records no response to it.

    It is about the actors it names and both ends of the ties it names; not those of the events, expectations, quotes
    and claims it names, who may have no part in it. An actor responds by asserting or denying the claim, and by
    speaking in a quote for, against or about it, or in a quote of a tie or expectation it names; so does whoever holds
    an office of the actor or is a part of it. Belonging to its side is not speaking for it. Places do not respond.
    """
    actors = dict.fromkeys(subjects(dossier, claim))
    if not actors:
        return ()
    responding = represented(dossier, (*claim.by, *claim.denied_by))
    for name in _relevant_quotes(dossier, claim):
        if (quote := dossier.find(Quote, name)) is not None:
            responding |= represented(dossier, (quote.speaker,), quote.date)
    return tuple(actor for actor in actors if actor not in responding)


def known_only_from(dossier: Dossier, speakers: Collection[str], group: str) -> bool:
    """Return whether a group is one of whom nobody but `speakers` speaks, so that there may be no such group."""
    actor = dossier.actor(group)
    if actor is None or actor.kind != "group":
        return False
    records = [dossier.get(name) for ids in dossier.links.relations(group).values() for name in ids]
    said_by = [(record.speaker,) if isinstance(record, Quote) else getattr(record, "by", ()) for record in records]
    return all(names and set(names) <= set(speakers) for names in said_by)


def subjects(dossier: Dossier, claim: Claim) -> Iterator[str]:
    """Yield the actors that a claim is about: those it names, and the ends of the ties it names; no places."""
    for name in claim.about:
        record = dossier.get(name)
        ends: Iterable[str] = (name,) if isinstance(record, Actor) else record.ends if isinstance(record, Tie) else ()
        for end in ends:
            actor = dossier.find(Actor, end)
            if actor is not None and actor.kind != "place":
                yield actor.id


def _relevant_quotes(dossier: Dossier, claim: Claim) -> Iterator[str]:
    """Yield the ids of quotes for, against and about a claim, and of those cited by its ties and expectations."""
    yield from (*claim.quotes, *claim.counter, *dossier.links.back(claim.id, "said-about"))
    for name in claim.about:
        record = dossier.get(name)
        if isinstance(record, Tie | Expectation):
            yield from record.quotes
        if isinstance(record, Expectation):
            yield from record.counter


def _speakers(dossier: Dossier, quotes: Iterable[str]) -> Iterator[str]:
    return (quote.speaker for name in quotes if (quote := dossier.find(Quote, name)) is not None)
