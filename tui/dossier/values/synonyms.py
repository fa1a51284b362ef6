"""Everyday words for the terms of the closed vocabularies: what an author may write who has not met the term yet.

They are never accepted; a message names the term that is meant.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from tui.dossier.values.vocabulary import (
    Act,
    ActorKind,
    Attribution,
    Locator,
    Outcome,
    Pledge,
    QuoteMode,
    Sign,
    Stance,
    Status,
    TieKind,
    Voice,
)

_BY_VOCABULARY: tuple[tuple[Any, dict[str, str]], ...] = (
    (
        ActorKind,
        {
            "state": "country nation republic kingdom power",
            "igo": "organization organisation alliance bloc union league international-organization",
            "body": "agency army authority government institution ministry office parliament party military company",
            "group": "people community crowd movement militia rebels unit",
            "media": "newspaper paper broadcaster journal medium press outlet agency-press",
            "person": "human individual man woman politician leader official speaker",
            "place": "city town region territory location village area",
        },
    ),
    (
        QuoteMode,
        {
            "direct": "verbatim exact full quote quotation literal",
            "fragment": "partial part phrase words snippet",
            "indirect": "paraphrase paraphrased reported summary reported-speech",
        },
    ),
    (
        Act,
        {
            "state": "say announce assert claim declare inform report",
            "justify": "explain defend excuse",
            "complain": "criticise criticize lament protest regret",
            "accuse": "blame allege charge",
            "deny": "reject refute contradict",
            "request": "ask appeal call plead",
            "demand": "insist require order urge",
            "offer": "propose suggest invite",
            "promise": "pledge vow commit assure guarantee",
            "praise": "approve commend thank welcome",
            "warn": "caution",
            "threaten": "menace",
            "predict": "forecast expect",
            "decline": "refuse",
            "assess": "analyse analyze comment evaluate judge",
        },
    ),
    (
        Attribution,
        {
            "named": "explicit name",
            "pronoun": "he she they",
            "continued": "continuation continues same",
            "editor": "inferred deduced unnamed",
        },
    ),
    (
        TieKind,
        {
            "defence-pact": "defense-pact mutual-defence mutual-defense defence",
            "offence-pact": "offense-pact",
            "treaty-alliance": "alliance ally treaty pact",
            "strategic-partnership": "partnership partner friendship cooperation",
            "arms-supply": "arms weapons arms-sale arms-sales arms-deal military-aid",
            "base-hosting": "base bases military-base troops",
            "aid": "assistance help loan humanitarian-aid",
            "diplomatic-support": "support recognition",
            "rhetorical-support": "solidarity endorsement praise",
            "hostility": "war conflict enemy enmity hostile fighting attack invasion",
            "rivalry": "rival competition dispute tension",
            "sanctions": "sanction embargo blockade boycott",
            "nonaggression-pact": "non-aggression-pact nonaggression non-aggression",
            "neutrality-pact": "neutrality neutral",
            "consultation-pact": "consultation entente",
            "bloc-membership": "membership member joins",
            "territorial-claim": "claim irredentism border-dispute",
            "mediation": "mediator negotiation peacekeeping good-offices",
            "trade": "commerce sale sales economic energy",
        },
    ),
    (Sign, {"+": "plus positive with friendly", "-": "minus negative against hostile − –"}),
    (
        Pledge,
        {
            "defense": "defence defend",
            "offense": "offence attack",
            "neutral": "neutrality",
            "nonagg": "nonaggression non-aggression",
            "consul": "consultation consult consultations",
        },
    ),
    (
        Status,
        {
            "reported": "fact confirmed true known established certain",
            "attributed": "alleged claimed said stated",
            "judgement": "judgment opinion evaluation assessment",
            "contested": "disputed unverified doubtful unproven uncertain",
            "denied": "rejected refuted",
            "inferred": "deduced concluded assumed guessed likely",
        },
    ),
    (
        Outcome,
        {
            "met": "fulfilled yes done kept satisfied granted",
            "partly": "partial partially some mixed",
            "unmet": "unfulfilled no failed broken",
            "refused": "rejected declined denied",
            "no-response": "ignored silence unanswered none",
            "open": "pending unresolved ongoing",
            "contested": "disputed",
            "none-recorded": "unknown unrecorded unclear",
        },
    ),
    (
        Voice,
        {
            "complaint": "grievance criticism complain protest",
            "request": "appeal ask plea",
            "demand": "ultimatum insist",
            "warning": "threat warn",
            "praise": "thanks approval",
            "none": "unvoiced silent nobody",
        },
    ),
    (
        Stance,
        {
            "supports": "support supported for confirms states reports says agrees corroborates yes",
            "disputes": "dispute disputed against contradicts denies rejects refutes opposes contests no",
            "mentions": "mention mentioned neutral neither notes cites refers",
        },
    ),
    (
        Locator,
        {
            "appendix": "app appendices annex",
            "article-locator": "article art arts articles",
            "book": "bk books",
            "chapter": "ch chap chs chapters",
            "column": "col cols columns",
            "elocation": "eloc e-location",
            "equation": "eq equations",
            "figure": "fig figs figures",
            "folio": "fol fols folios leaf",
            "issue": "no number",
            "line": "l ll lines",
            "note": "n nn notes fn footnote endnote",
            "opus": "op",
            "page": "pg pp pag pages",
            "paragraph": "para paras par paragraphs",
            "part": "pt parts",
            "scene": "sc",
            "section": "sec sect sections §",
            "sub-verbo": "sv s.v. headword entry",
            "supplement": "supp suppl",
            "table": "tab tbl tables",
            "title-locator": "title tit",
            "verse": "v vv verses",
            "version": "ver",
            "volume": "vol vols volumes",
            "t": "time npt",
        },
    ),
)


def synonyms(terms: tuple[str, ...]) -> Mapping[str, str]:
    """Everyday word -> term, for the vocabulary of these `terms`; none for other terms."""
    for vocabulary, table in _BY_VOCABULARY:
        if get_args(vocabulary) == terms:
            return {word: term for term, words in table.items() for word in words.split()}
    return {}


def meant(word: str, terms: tuple[str, ...]) -> str:
    """The term that an everyday `word` stands for, in any case and with spaces for hyphens; "" when none is known."""
    return synonyms(terms).get("-".join(word.lower().replace("_", " ").split()), "")
