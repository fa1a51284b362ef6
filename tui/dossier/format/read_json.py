"""Parses a dossier written as JSON into the cleaned tree that its TOML would give, or refuses with reason and position.

Only Refused is raised, whatever the text is; memory use is bounded for any depth of nesting. What JSON leaves to each
program is refused: a key that a table has twice, NaN and infinity, numbers of many digits, halves of characters.
"""

from __future__ import annotations

import gc
import json
from collections.abc import Callable
from typing import Any, Final

from tui.dossier.files import Refused
from tui.dossier.format import json_text
from tui.dossier.values.text import NESTING, clean_tree

_SCHEMA_KEY: Final = "$schema"
"""The key under which editors look for the schema of a JSON file: it says nothing about the dossier."""
_MOST_DIGITS: Final = 64


def parse_json(text: str) -> dict[str, object]:
    """Return the cleaned tree of a JSON text. Raises Refused."""
    collecting = gc.isenabled()
    gc.disable()  # as for TOML: there is no garbage in what is being built
    try:
        if (half := json_text.half_character(text)) is not None:
            raise _Odd("half of a character stands here alone", "write the whole character, or leave it out", half)
        tree = json.loads(
            text,
            object_pairs_hook=_table,
            parse_constant=_refused_constant,
            parse_int=_whole_number,
            parse_float=_number,
        )
        return _dossier(clean_tree(tree))
    except _Odd as odd:
        offset = odd.find(text) if callable(odd.find) else odd.find
        raise Refused.at(odd.code, text, odd.what, odd.hint, offset) from None
    except json.JSONDecodeError as error:
        raise Refused.at("syntax", text, *json_text.explain(error.msg, text, error.pos)) from None
    except RecursionError:
        what = f"lists and tables are nested more than {NESTING} levels deep"
        raise Refused.at("too-deep", text, what, "", json_text.first_deeper(text, NESTING)) from None
    except MemoryError:
        raise Refused("no-memory", "there is not enough memory to read it") from None
    finally:
        if collecting:
            gc.enable()


class _Odd(Exception):
    """Something JSON allows and a dossier does not. `find` is its offset in the text, or finds that."""

    def __init__(
        self, what: str, hint: str, find: int | Callable[[str], int | None] | None, code: str = "syntax"
    ) -> None:
        super().__init__(what)
        self.what, self.hint, self.find, self.code = what, hint, find, code


def _table(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    table = dict(pairs)
    if len(table) < len(pairs):
        raise _Odd("this key is there twice in one table", "keep one of the two", json_text.first_repeated_key)
    return table


def _refused_constant(name: str) -> Any:
    raise _Odd(f"{name} is no number", "leave the key out", lambda text: json_text.first_word(text, name.__eq__))


def _whole_number(digits: str) -> int:
    return int(_of_few_digits(digits))


def _number(digits: str) -> float:
    return float(_of_few_digits(digits))


def _of_few_digits(digits: str) -> str:
    if len(digits) > _MOST_DIGITS:
        what = f"a number of more than {_MOST_DIGITS} digits"
        raise _Odd(what, "write it as text", lambda text: json_text.first_word(text, digits.__eq__), "too-long")
    return digits


def _dossier(tree: Any) -> dict[str, object]:
    if not isinstance(tree, dict):
        what = "this is a list, not a dossier: an object with the keys of one"
        raise _Odd(what, "export --format json writes a whole dossier", 0, "not-a-dossier")
    tree.pop(_SCHEMA_KEY, None)
    return tree
