"""Words of negation in the languages that dossiers quote: leaving one out may reverse what was said.

The tables hold common words and endings, not grammar: they serve a warning, which a person then judges.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

_WORDS = """
    no not never nor none nobody nothing nowhere neither cannot without hardly scarcely barely seldom rarely
    unless except
    ne n' pas jamais aucun aucune rien ni sans non nul nulle guère nullement
    nicht kein keine keinen keinem keiner keines nie niemals niemand niemanden niemandem nichts nirgends ohne weder nein
    не ни нет никогда никто никого никому ничего ничто ничем нигде никуда никак никакой никакая никакие никаких
    без нельзя
    ні ніколи ніхто нічого немає неможливо
    ոչ ոչինչ ոչոք ոչմի երբեք առանց մի՛ չի չէ չեմ չես չենք չեք չեն չէի չէիր չէր չէինք չէիք չէին չկա չկան չկար չկային
    deyil yox heç heçbir heçnə heçkim əsla değil yok hiç hiçbir asla
    არ არა ვერ ნუ არც აღარ არავინ არაფერი არასოდეს უარი
    no nunca jamás nadie nada ningún ninguno ninguna sin tampoco não ninguém nenhum nenhuma sem nem
    mai nessun nessuno nessuna niente nulla senza né
    δεν μη μην όχι ποτέ κανείς κανένας χωρίς ούτε
    لا لم لن ليس ليست غير بدون دون نه نیست نیستند هرگز هیچ بدون نمی
    לא אין בלי מעולם אף
    不 没 沒 無 无 未 非 别 莫 勿 否
    ไม่ មិន ບໍ່
"""
_ENDINGS = """
    n't
    madı mədi madım mədim madıq mədik madılar mədilər mır mir mur mür mayıb məyib mayacaq məyəcək maz məz mamalı məməli
    medi madım medim madık medik madılar mediler mıyor miyor muyor müyor mez mayacak meyecek mamış memiş mamalı memeli
    sız siz suz süz
"""
"""The negation of English, Azerbaijani and Turkish verbs; “without” of the latter two."""
_BEGINNINGS = "չ"
"""The negation of Armenian verbs."""
_NOT_ARMENIAN = "չափ չոր չար չին չեխ չեչ չակ"
_WITHIN = "ない なかっ ません ずに 않 없 못하 아니 안된"
"""Parts of Japanese and Korean phrases."""


def negation_in(tokens: Sequence[str]) -> str:
    """Return the first word of negation among the tokens of a text, or ""."""
    for position, token in enumerate(tokens):
        if _is_negation(token) and not _is_number_sign(tokens, position):
            return token
    joined = "".join(token for token in tokens if not token.isascii())
    return next((part for part in _within() if part in joined), "")


def _is_negation(token: str) -> bool:
    word = token.casefold()
    if word in _words():
        return True
    if word.startswith(_BEGINNINGS):
        return len(word) > 2 and not word.startswith(_not_armenian())
    return len(word) > 3 and _ending().search(word) is not None


def _is_number_sign(tokens: Sequence[str], position: int) -> bool:
    """Return whether `no` stands for a number, as in “No. 5”."""
    after = tokens[position + 1 : position + 3]
    return tokens[position] in ("No", "no") and after[:1] == ["."] and after[-1][:1].isdigit()


def _compared(table: str) -> tuple[str, ...]:
    from tui.dossier.sources.characters import compared

    return tuple(compared(table).casefold().split())


@cache
def _words() -> frozenset[str]:
    return frozenset(_compared(_WORDS))


@cache
def _ending() -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(map(re.escape, _compared(_ENDINGS)))})$")


@cache
def _not_armenian() -> tuple[str, ...]:
    return _compared(_NOT_ARMENIAN)


@cache
def _within() -> tuple[str, ...]:
    return _compared(_WITHIN)
